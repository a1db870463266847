import { describe, expect, it } from "vitest";
import type { PaintedGlyph } from "../../src/pdf/painted.ts";
import { linesOfGlyphs } from "../../src/pdf/text-layer.ts";

const SIZE = 10;
const WIDTH = 5;

/** A glyph of 5 points in 10 point type. */
function glyph(text: string, x: number, y = 100, advance = WIDTH): PaintedGlyph {
  const run = { size: SIZE, tracking: 0, font: "f1", visible: true, colour: "#000000", annotation: null };
  return { text, x, y, dx: advance, dy: 0, ...run };
}

/** Letters side by side, a space by its advance. */
function painted(text: string, x = 50, y = 100): PaintedGlyph[] {
  return [...text].map((char, index) => glyph(char, x + index * WIDTH, y));
}

const textsOf = (glyphs: readonly PaintedGlyph[]): string[] => linesOfGlyphs(glyphs, 1).map((line) => line.text);

describe("linesOfGlyphs", () => {
  it("parts words where a space was painted", () => {
    expect(textsOf(painted("Der Stadtrat"))).toEqual(["Der Stadtrat"]);
  });

  it("parts words at a gap without a space", () => {
    expect(textsOf([...painted("Der"), ...painted("Rat", 50 + 3 * WIDTH + 2)])).toEqual(["Der Rat"]);
  });

  it("takes a space without room for no space: browsers paint one where a word could be hyphenated", () => {
    expect(textsOf([...painted("Ober"), glyph(" ", 70), ...painted("amt", 70)])).toEqual(["Oberamt"]);
  });

  it("shows a soft hyphen that was drawn, and drops one that was not", () => {
    const drawn = [...painted("Ober"), glyph("\u00ad", 70, 100, 3)];
    const undrawn = [...painted("Ober"), glyph("\u00ad", 70, 100, 0), ...painted("amt", 70)];
    expect(textsOf(drawn)).toEqual(["Ober-"]);
    expect(textsOf(undrawn)).toEqual(["Oberamt"]);
  });

  it("reads a bold face made by painting twice only once", () => {
    expect(textsOf([...painted("Amt"), ...painted("Amt", 50.3)])).toEqual(["Amt"]);
    const twice = [...painted("Amt")].flatMap((letter) => [letter, { ...letter, x: letter.x + 0.3 }]);
    expect(textsOf(twice)).toEqual(["Amt"]);
  });

  it("keeps a real double letter", () => {
    expect(textsOf(painted("Stadtteil"))).toEqual(["Stadtteil"]);
  });

  it("orders lines from the top, and words from the left, whatever the painting order", () => {
    const glyphs = [...painted("unten", 50, 300), ...painted("rechts", 200, 100), ...painted("links", 50, 100)];
    expect(textsOf(glyphs)).toEqual(["links rechts", "unten"]);
  });

  it("keeps letter-spaced words whole by their own spacing", () => {
    const tracking = 3;
    const spaced = [..."sehr gut"].map((text, index) => ({
      ...glyph(text, 50 + index * (WIDTH + tracking)),
      tracking,
    }));
    expect(textsOf(spaced)).toEqual(["sehr gut"]);
  });

  it("puts the dots of an umlaut on their letter, whichever was painted first", () => {
    const before = [...painted("f"), glyph("¨", 55), glyph("u", 55), ...painted("r", 60)];
    const after = [...painted("fu"), { ...glyph("¨", 55.5), y: 97 }, ...painted("r", 60)];
    expect([textsOf(before), textsOf(after)]).toEqual([["für"], ["für"]]);
  });

  it("keeps an accent that stands by itself", () => {
    expect(textsOf(painted("a ¨ u"))).toEqual(["a ¨ u"]);
  });

  it("keeps a superscript in its line", () => {
    expect(textsOf([...painted("Amt"), { ...glyph("1", 65, 97), size: 6 }])).toEqual(["Amt1"]);
  });

  it("keeps a turned stamp out of the line it crosses", () => {
    const stamp = [..."17"].map((text, index) => ({ ...glyph(text, 70, 100 - index * WIDTH, 0), dy: -WIDTH }));
    expect(textsOf([...painted("Beschluss"), ...stamp]).sort()).toEqual(["17", "Beschluss"]);
  });

  it("gives word boxes in points about the ink", () => {
    const [line] = linesOfGlyphs(painted("Der Rat"), 0.8);
    expect(line?.words).toEqual([
      { start: 0, end: 3, box: [50, 92.5, 15, 9.7], confidence: 0.8 },
      { start: 4, end: 7, box: [70, 92.5, 15, 9.7], confidence: 0.8 },
    ]);
  });
});
