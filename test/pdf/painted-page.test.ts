import { describe, expect, it } from "vitest";
import { OPERATORS as OPS } from "../../src/pdf/operators.ts";
import type { PageContext } from "../../src/pdf/page-context.ts";
import { paintedPage } from "../../src/pdf/painted-page.ts";

/** A page of 600 × 800 points: y grows downwards on the page, upwards in the operators. */
const PAGE: PageContext = {
  width: 600,
  height: 800,
  transform: [1, 0, 0, -1, 0, 800],
  fontOf: () => null,
  isShown: () => true,
  isOpaque: () => true,
};

const letter = (unicode: string): object => ({ unicode, width: 500, isSpace: unicode === " " });

function paint(...operations: readonly (readonly [number, ...unknown[]])[]) {
  const list = { fnArray: operations.map(([code]) => code), argsArray: operations.map(([, ...args]) => args) };
  return paintedPage(list, PAGE);
}

const FONT = [OPS.setFont, "f1", 10] as const;

describe("paintedPage", () => {
  it("places glyphs along the baseline", () => {
    const { glyphs } = paint(
      [OPS.beginText],
      FONT,
      [OPS.moveText, 50, 700],
      [OPS.showText, [letter("A"), -200, letter("b")]],
    );
    const run = { dy: 0, size: 10, tracking: 0, font: "f1", visible: true, colour: "#000000", annotation: null };
    expect(glyphs).toEqual([
      { text: "A", x: 50, y: 100, dx: 5, ...run },
      { text: "b", x: 57, y: 100, dx: 5, ...run },
    ]);
  });

  it("adds word and character spacing, and leading", () => {
    const { glyphs } = paint(
      FONT,
      [OPS.setCharSpacing, 1],
      [OPS.setWordSpacing, 2],
      [OPS.setLeading, 12],
      [OPS.moveText, 50, 700],
      [OPS.showText, [letter(" "), letter("b")]],
      [OPS.nextLine],
      [OPS.showText, [letter("c")]],
    );
    expect(glyphs.map(({ x, y }) => [x, y])).toEqual([
      [50, 100],
      [58, 100],
      [50, 112],
    ]);
  });

  it("follows the matrices of graphics, text and forms, and restores them", () => {
    const { glyphs } = paint(
      [OPS.save],
      [OPS.transform, 2, 0, 0, 2, 10, 20],
      [OPS.paintFormXObjectBegin, [1, 0, 0, 1, 5, 5], null],
      [OPS.beginText],
      FONT,
      [OPS.setTextMatrix, new Float32Array([1, 0, 0, 1, 1, 1])],
      [OPS.showText, [letter("A")]],
      [OPS.paintFormXObjectEnd],
      [OPS.restore],
      [OPS.beginText],
      FONT,
      [OPS.moveText, 0, 5],
      [OPS.showText, [letter("B")]],
    );
    expect(glyphs.map(({ text, x, y, size }) => [text, x, y, size])).toEqual([
      ["A", 22, 768, 20],
      ["B", 0, 795, 10],
    ]);
  });

  it("knows text without ink", () => {
    const { glyphs } = paint(FONT, [OPS.setTextRenderingMode, 3], [OPS.showText, [letter("A")]]);
    expect(glyphs[0]?.visible).toBe(false);
  });

  it("gives each picture's box, and how much text it may cover", () => {
    const { pictures } = paint(
      FONT,
      [OPS.moveText, 50, 700],
      [OPS.showText, [letter("A")]],
      [OPS.transform, 600, 0, 0, 800, 0, 0],
      [OPS.paintImageXObject, "img_1", 2480, 3508],
    );
    expect(pictures).toEqual([{ bounds: [0, 0, 600, 800], opaque: true, after: 1 }]);
  });

  it("survives operators with broken operands", () => {
    const { glyphs } = paint([OPS.restore], [OPS.setTextMatrix, null], [OPS.showText, "x"], [OPS.setFont, 3, "y"]);
    expect(glyphs).toEqual([]);
  });
});
