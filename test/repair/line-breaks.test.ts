import { describe, expect, it } from "vitest";
import type { Box } from "../../src/model/box.ts";
import { repair } from "../../src/repair/repair.ts";
import { readTextOf } from "../../src/text/read-text.ts";
import { lexicon, repaired, repairedText } from "./repaired.ts";

const lines = (...text: string[]): string => text.join("\n");
/** Running text before and after, so that the line in question is as long as its neighbours. */
const inText = (...text: string[]): string =>
  lines(
    "Die Verwaltung hat den Auftrag geprüft und legt das Ergebnis hiermit vor, damit der",
    ...text,
    "und der Ausschuss hat dem Vorschlag in seiner letzten Sitzung ohne Einwände zugestimmt.",
  );

describe("a visible hyphen at a line's end", () => {
  it("parts a word", async () => {
    expect(await repaired(lines("Der Ausbau der Kin-", "dertagesbetreuung geht voran."))).toBe(
      "Der Ausbau der Kindertagesbetreuung geht voran.",
    );
  });

  it.each([
    ["Der Landtag von Baden-\nWürttemberg", "Der Landtag von Baden-Württemberg"],
    ["Die TU-\nDresden plant", "Die TU-Dresden plant"],
    ["eine EU-\nweite Ausschreibung", "eine EU-weite Ausschreibung"],
  ])("is a real hyphen in %j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it("stands for the part left out before a conjunction, unless the two are one word", async () => {
    expect(await repaired("das Amt für Kultur-\nund Denkmalschutz")).toBe("das Amt für Kultur-\nund Denkmalschutz");
    expect(await repaired("die Ämter so-\nwie die Betriebe")).toBe("die Ämter sowie die Betriebe");
  });

  it.each(["die Amtskolleg*\ninnen", "die Amtskolleg\n*innen", "die Amtskolleg*-\ninnen"])(
    "or the star before a feminine ending parts one: %j",
    async (raw) => {
      expect(await repaired(raw)).toBe("die Amtskolleg*innen");
    },
  );

  it("joins over a page mark and blank lines", async () => {
    const text = await repairedText("Kosten der ein-\n\n-2-\n\f\nzelnen Maßnahmen");
    expect(text.text).toBe("Kosten der einzelnen Maßnahmen");
    expect(text.changes()).toMatchObject([{ rules: ["line-break"], from: "ein-\n\n-2-\n\f\nzelnen", to: "einzelnen" }]);
  });
});

describe("a hyphen lost at a line's end", () => {
  it.each([
    ["Rat der Landeshaupt", "stadt die Vorlage am kommenden Donnerstag noch einmal beraten kann", "Landeshauptstadt"],
    ["Rat im kommenden No", "vember die Vorlage des Geschäftsbereiches noch einmal beraten kann", "November"],
    ["Rat prüfen kann, ob die Fristen noch eingehalten wer", "den können, obwohl das Verfahren noch läuft", "werden"],
    ["Rat über die Bauarbeiten und über die Finanzierung so", "wie über den Zeitplan heute beraten kann", "sowie"],
    [
      "Rat beraten kann, was zu den Folgen einer raschen Klima",
      "folgenanpassung noch gesagt wird",
      "Klimafolgenanpassung",
    ],
  ])("%s|%s is one word", async (first, second, whole) => {
    expect(await repaired(inText(first, second))).toContain(whole);
  });

  it.each([
    ["Rat vor dem Beschluss über die neuen Vorschläge aus", "dem Ausschuss noch einmal beraten kann"],
    ["Rat zu dem Thema noch einmal beraten kann, bevor die", "meisten Arbeiten im Frühjahr beginnen"],
  ])("%s|%s are two words", async (first, second) => {
    expect(await repaired(inText(first, second))).toBe(inText(first, second));
  });

  it("joins nothing before a capital, after a short line, nor at the letter's foot", async () => {
    const foot = lines("Mit freundlichen Grüßen", "", "Dirk Hilbert", "chen Grüßen");
    expect(await repaired(inText("Rat beraten kann.", foot, "Die Landeshaupt", "Stadt"))).toContain(foot);
  });

  it("leaves the end of another column's word alone", async () => {
    const foot = lines(
      "Lothar Wendisch",
      "Konrad Ahlemann",
      "Beigeordneter für Finanzen und Liegenschaf",
      "Oberbürgermeister",
      "ten",
    );
    expect(await repaired(foot)).toBe(foot);
  });

  it("joins over a blank line that the scanner threw in, and keeps what was there", async () => {
    const raw = inText(
      "Rat über das Ergebnis der langen und gründlichen Prüfung in der Landeshaupt",
      "",
      "stadt noch einmal beraten kann",
    );
    const text = await repairedText(raw);
    expect(text.changes()).toMatchObject([{ from: "Landeshaupt\n\nstadt", to: "Landeshauptstadt" }]);
    expect(text.undo()).toBe(raw);
  });
});

describe("the right margin on paper", () => {
  const repairedOnPaper = async (...lines: [text: string, box: Box][]): Promise<string> => {
    const page = {
      number: 1,
      source: "ocr" as const,
      size: { width: 595, height: 842 },
      lines: lines.map(([text, box]) => ({ text, box, words: [] })),
    };
    return repair(readTextOf([page]), await lexicon(), { correct: true, minConfidence: 0 }).text.text;
  };

  it("tells that an indented line is full, though it has few characters", async () => {
    const text = await repairedOnPaper(
      ["Die Verwaltung hat den Auftrag geprüft und legt das Ergebnis hiermit vor.", [70, 100, 450, 11]],
      ["gemäß der Klima", [400, 114, 120, 11]],
      ["folgenanpassung vom Mai", [400, 128, 120, 11]],
      ["Der Ausschuss hat dem Vorschlag in seiner letzten Sitzung zugestimmt.", [70, 142, 450, 11]],
    );
    expect(text).toContain("Klimafolgenanpassung");
  });

  it("tells that a line which ends before it broke no word", async () => {
    const text = await repairedOnPaper(
      ["Die Verwaltung hat den Auftrag geprüft und legt das Ergebnis hiermit vor.", [70, 100, 450, 11]],
      ["gemäß der Klima", [70, 114, 120, 11]],
      ["folgenanpassung vom Mai", [70, 128, 120, 11]],
      ["Der Ausschuss hat dem Vorschlag in seiner letzten Sitzung zugestimmt.", [70, 142, 450, 11]],
    );
    expect(text).not.toContain("Klimafolgenanpassung");
  });
});
