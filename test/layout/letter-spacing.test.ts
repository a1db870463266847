import { describe, expect, it } from "vitest";
import { withSpacedWordsWhole } from "../../src/layout/letter-spacing.ts";
import type { Line } from "../../src/model/page.ts";

const HEIGHT = 10;
const LETTER = 5;

/** Words 5 points a character wide, with the given white before each. */
function lineOf(...words: readonly (readonly [gap: number, text: string])[]): Line {
  let [text, x] = ["", 50];
  const placed = words.map(([gap, word]) => {
    if (text !== "") text += " ";
    const start = text.length;
    text += word;
    x += gap + LETTER * word.length;
    const box = [x - LETTER * word.length, 100, LETTER * word.length, HEIGHT] as const;
    return { start, end: text.length, box, confidence: 0.9 };
  });
  return { text, box: [50, 100, x - 50, HEIGHT], words: placed };
}

const spaced = (word: string, gap: number, before: number): (readonly [number, string])[] =>
  [...word].map((letter, index) => [index === 0 ? before : gap, letter] as const);

const textOf = (...words: readonly (readonly [number, string])[]): string =>
  withSpacedWordsWhole(lineOf(...words)).text;

describe("withSpacedWordsWhole", () => {
  it("puts a letter-spaced word together, and leaves its neighbours", () => {
    const words = [[0, "ist"], ...spaced("nicht", 2, 5), [5, "erfüllt."]] as const;
    expect(textOf(...words)).toBe("ist nicht erfüllt.");
  });

  it("parts several by the wider white", () => {
    expect(textOf(...spaced("nicht", 3, 0), ...spaced("mehr", 3, 8))).toBe("nicht mehr");
  });

  it("bears letters of many widths, as an engine boxes them", () => {
    const words = [...spaced("Sanierung", 3, 0)].map(([gap, letter], index) => [gap + (index % 3), letter] as const);
    expect(textOf(...words)).toBe("Sanierung");
  });

  it("keeps initials, letters of a list and cells", () => {
    expect(textOf([0, "zu"], [4, "a"], [4, "b"])).toBe("zu a b");
    expect(textOf([0, "die"], [4, "Punkte"], [4, "a"], [4, "b"], [4, "c"])).toBe("die Punkte a b c");
    expect(textOf([0, "A"], [40, "B"], [40, "C"])).toBe("A B C");
  });

  it("gives a box about the whole word, and the least confidence", () => {
    const { words } = withSpacedWordsWhole(lineOf(...spaced("nur", 2, 0)));
    expect(words).toEqual([{ start: 0, end: 3, box: [50, 100, 19, HEIGHT], confidence: 0.9 }]);
  });
});
