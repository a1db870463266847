import { expect, it } from "vitest";
import { pgmOf } from "../../src/ocr/pgm.ts";
import { linesOfTsv } from "../../src/ocr/read-tsv.ts";

/** A row of Tesseract's table: a word of the first paragraph. */
const word = (line: number, left: number, confidence: number, text: string): string =>
  ["5", "1", "1", "1", line, 1, left, 10, 40, 20, confidence, text].join("\t");

const LINE_ROW = "4\t1\t1\t1\t1\t0\t100\t10\t90\t20\t-1\t";

it("makes lines of words, with their places and confidences", () => {
  const table = [LINE_ROW, word(1, 100, 100, "Der"), word(1, 150, 81.263_451, " Rat "), word(2, 100, 96, "tagt.")];
  const [first, second, ...others] = linesOfTsv(table.join("\n"));
  expect(first).toEqual({
    text: "Der Rat",
    box: [100, 10, 90, 20],
    words: [
      { start: 0, end: 3, box: [100, 10, 40, 20], confidence: 1 },
      { start: 4, end: 7, box: [150, 10, 40, 20], confidence: 0.813 },
    ],
  });
  expect(second?.text).toBe("tagt.");
  expect(others).toEqual([]);
});

it("leaves out lines without text", () => {
  expect(linesOfTsv(`${LINE_ROW}\n${word(1, 100, 95, " ")}\n`)).toEqual([]);
  expect(linesOfTsv("")).toEqual([]);
});

it("hands pictures over as binary PGM", () => {
  const pgm = pgmOf({ width: 2, height: 1, data: Uint8Array.from([0, 255]) });
  expect(pgm.toString("latin1")).toBe("P5\n2 1\n255\n\u0000\u00ff");
});
