import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines, type SetLine } from "./break-lines.ts";

const perLetter = (text: string) => text.length;

const unbroken = (lines: readonly SetLine[]) =>
  lines
    .map(({ text, ending }) => {
      if (ending === "broken") return text.slice(0, -1);
      return ending === "space" ? `${text} ` : text;
    })
    .join("");

describe("breakLines", () => {
  it("breaks German words at their syllables and says so", () => {
    expect(breakLines("die Gefahrenstellenanalyse", 14, perLetter)).toEqual([
      { text: "die Gefahren-", ending: "broken" },
      { text: "stellenanalyse", ending: "end" },
    ]);
  });

  it("tells a hyphen of the word's own from one that was added", () => {
    expect(breakLines("eine Online-Umfrage", 12, perLetter)).toEqual([
      { text: "eine Online-", ending: "hyphen" },
      { text: "Umfrage", ending: "end" },
    ]);
  });

  it("leaves figures and paper numbers whole", () => {
    const lines = breakLines("zu A0208/19 am 12.05.2021", 12, perLetter);
    expect(lines.map(({ text }) => text)).toEqual(["zu A0208/19", "am", "12.05.2021"]);
  });

  it("loses nothing, and no line is too long unless nothing in it can be broken", () => {
    const word = fc.constantFrom(
      "der",
      "Stadtbezirksbeirat",
      "Straßen-",
      "Öffentlichkeitsarbeit",
      "2021/22",
      "zu",
      "Ufer-Weg",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 8, max: 40 }), (words, width) => {
        const lines = breakLines(words.join(" "), width, perLetter);
        expect(unbroken(lines)).toBe(words.join(" "));
        for (const { text } of lines) expect(text.length).toBeLessThanOrEqual(Math.max(width, 8));
      }),
    );
  });
});
