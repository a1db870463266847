import { expect, it } from "vitest";
import { pgmOf } from "../../src/ocr/pgm.ts";
import { linesOfBlocks } from "../../src/ocr/read-blocks.ts";

const word = (text: string, x0: number, confidence = 96) => ({
  text,
  confidence,
  bbox: { x0, y0: 10, x1: x0 + 40, y1: 30 },
});

it("makes lines of words, with their places and confidences", () => {
  const lines = linesOfBlocks([
    { paragraphs: [{ lines: [{ words: [word("Der", 100), word(" Rat ", 150, 81.26)] }] }] },
  ]);
  expect(lines).toEqual([
    {
      text: "Der Rat",
      box: [100, 10, 90, 20],
      words: [
        { start: 0, end: 3, box: [100, 10, 40, 20], confidence: 0.96 },
        { start: 4, end: 7, box: [150, 10, 40, 20], confidence: 0.813 },
      ],
    },
  ]);
});

it("leaves out lines without text", () => {
  expect(linesOfBlocks([{ paragraphs: [{ lines: [{ words: [word(" ", 100)] }, { words: [] }] }] }])).toEqual([]);
});

it("hands pictures over as binary PGM", () => {
  const pgm = pgmOf({ width: 2, height: 1, data: Uint8Array.from([0, 255]) });
  expect(pgm.toString("latin1")).toBe("P5\n2 1\n255\n\u0000\u00ff");
});
