import type { Line, Page } from "../../src/model/page.ts";
import { type Understood, understand } from "../../src/structure/understand.ts";
import { readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";

/** A printed line: left edge and top in points, its text, and how surely it was read. */
export type Printed = [left: number, top: number, text: string, confidence?: number];

/** Of the letters on this paper: points. */
const CHARACTER = 4.6;
const HEIGHT = 10;

/** A page as OCR gives it, every character equally wide. */
export function pageOf(number: number, printed: readonly Printed[]): Page {
  return { number, source: "ocr", size: { width: 595, height: 842 }, lines: printed.map(lineOf) };
}

function lineOf([left, top, text, confidence = 0.95]: Printed): Line {
  const words = [...text.matchAll(/\S+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    box: [left + match.index * CHARACTER, top, match[0].length * CHARACTER, HEIGHT] as const,
    confidence,
  }));
  return { text, box: [left, top, text.length * CHARACTER, HEIGHT], words };
}

/** Running text set from a place downwards, one line every 14 points. */
export function block(left: number, top: number, lines: readonly string[]): Printed[] {
  return lines.map((text, index) => [left, top + 14 * index, text]);
}

export function understandPages(...pages: Page[]): Understood {
  return understand(TracedText.of(readTextOf(pages)));
}
