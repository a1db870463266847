import { describe, expect, it } from "vitest";
import { repaired } from "./repaired.ts";

describe("tokens by their grammar", () => {
  it.each([
    [
      "Beschlusskontrolle zu \\/1234/21 (Sitzungsnummer: SR/O12/2O21)",
      "Beschlusskontrolle zu V1234/21 (Sitzungsnummer: SR/012/2021)",
    ],
    ["zu AOl2O/16", "zu A0120/16"],
    ["zu V-CotOOl2/20", "zu V-Cot0012/20"],
    ["zu V0852/1S und V0853/15", "zu V0852/15 und V0853/15"],
    ["VorR-PlaOOOl7/23", "VorR-Pla00017/23"],
    ["im Jahr 2O19 am l3.O5.2O19", "im Jahr 2019 am 13.05.2019"],
    ["{siehe Anlage) und (Anlage 2}", "(siehe Anlage) und (Anlage 2)"],
    ["eine Fläche von 2.500 m^ im Park", "eine Fläche von 2.500 m² im Park"],
    ["auf einer Länge von 120 m? gebaut", "auf einer Länge von 120 m² gebaut"],
    ["die 0. g. Maßnahme", "die o. g. Maßnahme"],
    ["nach SGB\nVill und SGB Xl", "nach SGB\nVIII und SGB XI"],
    ["Der Punkt ist umgesetzt, Die Mittel sind geflossen.", "Der Punkt ist umgesetzt. Die Mittel sind geflossen."],
    ["die Bürger'^innen und Anwohner'^lnnen", "die Bürger*innen und Anwohner*innen"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it.each([
    "Geschäftsbereich Kultur,\nAn alle",
    "A4/B5",
    "die Linie S1/S2",
    "B173/B6",
    "GZ: (OB) 15",
    "{a, b}",
    "20 l Wasser",
    "Haus 3l",
    "SR/049/2023",
    "Sehr geehrte Damen und Herren,\nDie Mittel",
  ])("leaves %j", async (raw) => {
    expect(await repaired(raw)).toBe(raw);
  });
});
