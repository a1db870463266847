import { describe, expect, it } from "vitest";
import { repair } from "../../src/repair/repair.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { lexicon, repaired } from "./repaired.ts";

async function doubted(raw: string): Promise<string[]> {
  const read = readTextOf(pagesOfPlainText(raw));
  const { text, doubts } = repair(read, await lexicon(), { correct: true, minConfidence: 0 });
  return doubts.map(({ start, end }) => text.text.slice(start, end));
}

describe("words whose letters German hardly ever has so beside each other", () => {
  it.each([
    ["Sehr geehrter Herr Trlebner,", "Sehr geehrter Herr Triebner,"],
    ["die Ausgaben der Bau-/lnstandsetzungsplanung", "die Ausgaben der Bau-/Instandsetzungsplanung"],
    ["die Schlüssel-Verwaitungs-Richtlinie", "die Schlüssel-Verwaltungs-Richtlinie"],
    ["am RIngelteich in der FIscherei", "am Ringelteich in der Fischerei"],
    ["zur Abwlckiung des Proiektes", "zur Abwicklung des Projektes"],
    ["der Uferweg am Eibhang", "der Uferweg am Elbhang"],
    ["die Gorbltzer Kirche", "die Gorbitzer Kirche"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it.each([
    "Herr Triebner und Frau Klepschmar danken Herrn Obermaierling.",
    "unter www.grlebsch.de und an trlebner@dresden.de",
    "das Kürzel GLLK und die Anlage SächsFlüAG",
    "die MieterInnen und SchülerInnenräte",
    "die Fäll- und Pflanzarbeiten",
    "die Mittlerrolle der Malzfabrik",
  ])("leaves %j", async (raw) => {
    expect(await repaired(raw)).toBe(raw);
  });

  it("are left in a text of another language", async () => {
    const raw = "Zażółć gęślą jaźń Krlwczyk ".repeat(8).trim();
    expect(await repaired(raw)).toContain("Krlwczyk");
  });

  it("are doubted where a name that no list knows was mended by its letters alone", async () => {
    expect(await doubted("Sehr geehrter Herr Trlebner,")).toEqual(["Triebner"]);
    expect(await doubted("zur Abwlckiung des Verfahrens")).toEqual([]);
  });

  it("are doubted where no better reading is sure", async () => {
    expect(await doubted("gezeichnet Xqrwzhtlkp im Auftrag")).toEqual(["Xqrwzhtlkp"]);
    expect(await doubted("Sehr geehrte Frau Triebner,")).toEqual([]);
  });
});
