import { describe, expect, it } from "vitest";
import { sheetPages } from "../../src/layout/sheet-pages.ts";
import { displayedBox, type Line, type Page } from "../../src/model/page.ts";

function lineOf(top: number, ...words: readonly (readonly [left: number, text: string])[]): Line {
  let text = "";
  const placed = words.map(([left, word]) => {
    if (text !== "") text += " ";
    const start = text.length;
    text += word;
    return { start, end: text.length, box: [left, top, word.length * 5, 10] as const, confidence: 1 };
  });
  return { text, box: [words[0]?.[0] ?? 0, top, 600, 10], words: placed };
}

const sheet = (lines: readonly Line[], width = 1190): Page => {
  return { number: 3, source: "text-layer", size: { width, height: 842 }, lines };
};

const TWO_PAGES = [
  lineOf(100, [70, "links"], [110, "oben"], [665, "rechts"], [710, "oben"]),
  lineOf(120, [70, "links"], [110, "unten"]),
  lineOf(140, [665, "rechts"], [710, "unten"]),
];

describe("sheetPages", () => {
  it("gives the lines of each page in its own place", () => {
    const pages = sheetPages(sheet(TWO_PAGES));
    expect(pages.map((page) => page.lines.map((line) => line.text))).toEqual([
      ["links oben", "links unten"],
      ["rechts oben", "rechts unten"],
    ]);
    expect(pages.map((page) => page.number)).toEqual([3, 3]);
    const [left, right] = pages;
    expect((left?.size?.width ?? 0) + (right?.size?.width ?? 0)).toBe(1190);
    const word = right?.lines[0]?.words[0];
    expect(word?.box[0]).toBe(665 - (right?.sheetLeft ?? 0));
    if (right !== undefined && word !== undefined) expect(displayedBox(right, word.box)).toEqual([665, 100, 30, 10]);
  });

  it.each([
    ["a page that stands upright", sheet(TWO_PAGES, 800)],
    ["a line across the middle", sheet([...TWO_PAGES, lineOf(300, [550, "über die ganze Breite"])])],
    ["a page with nothing to the right", sheet([lineOf(100, [70, "links"]), lineOf(120, [70, "links"])])],
    ["a blank page", sheet([])],
  ])("leaves %s", (_, page) => {
    expect(sheetPages(page)).toEqual([page]);
  });
});
