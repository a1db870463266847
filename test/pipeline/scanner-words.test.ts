import { expect, it } from "vitest";
import type { Line, Page } from "../../src/model/page.ts";
import { withScannerWords } from "../../src/pipeline/scanner-words.ts";

function lineOf(top: number, ...texts: readonly string[]): Line {
  let text = "";
  const words = texts.map((word, index) => {
    if (text !== "") text += " ";
    const start = text.length;
    text += word;
    return { start, end: text.length, box: [70 + index * 80, top, 60, 10] as const, confidence: 0.6 };
  });
  return { text, box: [70, top, 400, 10], words };
}

const pageOf = (...lines: readonly Line[]): Page => {
  return { number: 1, source: "ocr", size: { width: 595, height: 842 }, lines };
};

it("takes the scanner's word where ours has no form of a word, and never a number", () => {
  const page = pageOf(lineOf(100, "Gerl1nde", "AmsEl'", "von", "1.2a0"), lineOf(140, "HaUs", "l|c"));
  const theirs = [lineOf(102, "Gerlinde", "Amsel", "vom", "1.290"), lineOf(139, "Haus", "x|y")];
  const { lines } = withScannerWords(page, theirs);
  expect(lines.map((line) => line.text)).toEqual(["Gerl1nde Amsel von 1.2a0", "Haus l|c"]);
  expect(lines[0]?.words.map(({ start, end }) => lines[0]?.text.slice(start, end))).toEqual([
    "Gerl1nde",
    "Amsel",
    "von",
    "1.2a0",
  ]);
});

it("leaves words where the scanner has none in the same place", () => {
  const page = pageOf(lineOf(100, "AmsEl'"));
  expect(withScannerWords(page, [lineOf(130, "Amsel")])).toEqual(page);
  expect(withScannerWords(page, [])).toBe(page);
});
