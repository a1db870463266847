import { describe, expect, it } from "vitest";
import { repaired } from "./repaired.ts";

describe("spacing", () => {
  it.each([
    ["Sanierung von Parkund Grünanlagen", "Sanierung von Park- und Grünanlagen"],
    ["die Schule in DresdenKleinzschachwitz", "die Schule in Dresden-Kleinzschachwitz"],
    ["ein Neubau fürTJG und Oper", "ein Neubau für TJG und Oper"],
    ["zum Verkaufeines Grundstückes", "zum Verkauf eines Grundstückes"],
    ["für dergesamte Betrag", "für der gesamte Betrag"],
    ["mit Bürgermeister WolodymyrKowaltschuk", "mit Bürgermeister Wolodymyr Kowaltschuk"],
    ["die Kosten hierfür(gemäß vorliegendem Antrag) trägt", "die Kosten hierfür (gemäß vorliegendem Antrag) trägt"],
    ["dafür genutzt werden,Vorschläge zu machen", "dafür genutzt werden, Vorschläge zu machen"],
    ["siehe Punkt 3,zweiter Satz", "siehe Punkt 3, zweiter Satz"],
    ["Lemberg- vor und nach dem Krieg", "Lemberg - vor und nach dem Krieg"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it.each([
    "die Schüler(innen) der Schule",
    "Kosten von 1,5 Mio. Euro und 10.000,-Euro",
    "Schreiben Sie an post(at)dresden.de,bitte",
    "die zwei- zur dreizügigen Schule, Zu- und Abgänge",
    "die AnwohnerInnen und die StadtZeitung",
    "eine  Zeile  mit  doppelten  Abständen",
  ])("leaves %j", async (raw) => {
    expect(await repaired(raw)).toBe(raw);
  });
});
