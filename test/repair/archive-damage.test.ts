import { describe, expect, it } from "vitest";
import { repair } from "../../src/repair/repair.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { lexicon, repaired } from "./repaired.ts";

describe("damage of scanned archives", () => {
  it.each([
    ["die f¨ur alle ge¨offnete T¨ur", "die für alle geöffnete Tür"],
    ["am\u2009Markt, Online\u2011Dienst", "am Markt, Online-Dienst"],
    ["Die Beleuchtung ıst fertig, die Straβe frei.", "Die Beleuchtung ist fertig, die Straße frei."],
    ["Die 24-\nstündige Sperrung", "Die 24-stündige Sperrung"],
    ["Beschluss zu V1234/\n21 vom Mai", "Beschluss zu V1234/21 vom Mai"],
    ["Kosten von 2.340.\n000 Euro", "Kosten von 2.340.000 Euro"],
    [
      "unter https://www.beispiel.example/de/wege/\nbruecken.php zu lesen",
      "unter https://www.beispiel.example/de/wege/bruecken.php zu lesen",
    ],
    ["die alte Druk-\nkerei", "die alte Druckerei"],
    ["gemäß 88 77 und 79 SächsGemO", "gemäß §§ 77 und 79 SächsGemO"],
    ["nach Abs.l des Vertrages", "nach Abs. 1 des Vertrages"],
    ["am 13,12,2012 und 11-11.2013", "am 13.12.2012 und 11.11.2013"],
    ["eine Fläche von 40 m2 im Hof", "eine Fläche von 40 m² im Hof"],
    ["das Konzeptverfolgt dieses Ziel", "das Konzept verfolgt dieses Ziel"],
    ["die Punkte 1und 2", "die Punkte 1 und 2"],
    ["die EUKriterien", "die EU-Kriterien"],
    ["an hoch wertigen Plätzen", "an hochwertigen Plätzen"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it("of letters that look misread and were not mended is told, with its place", async () => {
    const read = readTextOf(pagesOfPlainText("Es sind 26 Winteriin den Listen."));
    const { doubts } = repair(read, await lexicon(), { correct: true, minConfidence: 0 });
    expect(doubts).toEqual([{ start: 11, end: 20, reason: "word-uncertain" }]);
  });
});
