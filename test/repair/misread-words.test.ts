import { describe, expect, it } from "vitest";
import { repair } from "../../src/repair/repair.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { lexicon, repaired, repairedText } from "./repaired.ts";

describe("misread words", () => {
  it.each([
    ["Der Beschiuss ist umgesetzt.", "Der Beschluss ist umgesetzt."],
    ["vor dem Flintergrund der Kosten", "vor dem Hintergrund der Kosten"],
    ["Die Gese1lschaft hat dle Anträge erfüilt.", "Die Gesellschaft hat die Anträge erfüllt."],
    ["Die 5tadt baut eine StraBe.", "Die Stadt baut eine Straße."],
    ["die Verwaitung der Schuien", "die Verwaltung der Schulen"],
    ["Partnerschaft mit Chmeinyzkyj", "Partnerschaft mit Chmelnyzkyj"],
    ["die Stellen, weiche frei sind", "die Stellen, welche frei sind"],
    ["mit 8en Fraktionen", "mit den Fraktionen"],
    ["lm Norden baut die Stadt. lst das so? lhre Frage", "Im Norden baut die Stadt. Ist das so? Ihre Frage"],
    ["Das wird ln Kürze gezählt.", "Das wird in Kürze gezählt."],
    ["im Stadtteil Kleinzschachwltz", "im Stadtteil Kleinzschachwitz"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it.each([
    "Herr Klepsch und Frau Dr. Wrobelczyk danken.",
    "die Klimafolgenanpassungsstrategie der Stadt",
    "die Fahrradhaltebügel am Markt",
    "auf weiche Böden",
    "lt. Bericht die lfd. Nr. 3",
    "die AnwohnerInnen und das KONServatorium",
    "Die Haushaltmitteln sind verbraucht.",
    "The minutes were handed over to the mayor's office on Friday.",
  ])("leaves %j", async (raw) => {
    expect(await repaired(raw)).toBe(raw);
  });

  it("follow the document's own better reading", async () => {
    const text = await repairedText(
      "Der Umbau des Wrablitzhofes am Wrablitzhofes Weg beginnt, sagt die Leitung des Wrablitzhofes heute, der Wrabhtzhofes Saal wird neu.",
    );
    expect(text.changes()).toMatchObject([{ rules: ["document"], from: "Wrabhtzhofes", to: "Wrablitzhofes" }]);
  });

  it("are left below the least confidence, and altogether on demand", async () => {
    const raw = "Der Beschiuss ist umgesetzt.";
    expect((await repairedText(raw, { minConfidence: 0.99 })).text).toBe(raw);
    expect((await repairedText(raw, { correct: false })).text).toBe(raw);
  });

  it("that no list knows are flagged where the engine doubted them", async () => {
    const [page] = pagesOfPlainText("Gezeichnet Xyrwolk");
    const line = {
      text: "Gezeichnet Xyrwolk",
      box: null,
      words: [{ start: 11, end: 18, box: [0, 0, 9, 9] as const, confidence: 0.3 }],
    };
    const read = readTextOf([{ ...page, number: 4, source: "ocr", size: null, lines: [line] }]);
    const { diagnostics } = repair(read, await lexicon(), { correct: true, minConfidence: 0 });
    expect(diagnostics).toMatchObject([{ severity: "info", code: "word-uncertain", page: 4 }]);
  });
});

describe("letter case", () => {
  it.each([
    ["Der Beschlusspunkt Ist erfüllt.", "Der Beschlusspunkt ist erfüllt."],
    ["Verkauf eines Grundstückes In Kaditz", "Verkauf eines Grundstückes in Kaditz"],
    ["Plätze für Junge Menschen", "Plätze für junge Menschen"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it.each([
    "Der Verkauf des Grundstücks Zur Mühle 3",
    "Das Ist liegt unter dem Soll.",
    "a) Wenn ja, wann?",
    "das Theater Junge Generation",
    "Der Junge Karl",
  ])("leaves %j", async (raw) => {
    expect(await repaired(raw)).toBe(raw);
  });
});
