import type { Box } from "../model/box.ts";
import { unionBox } from "../model/box.ts";
import type { Line, Word } from "../model/page.ts";

/** The part of tesseract.js's output that we use. Pixels; confidence 0 to 100. */
export interface TesseractBlock {
  readonly paragraphs: readonly { readonly lines: readonly { readonly words: readonly TesseractWord[] }[] }[];
}

interface TesseractWord {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

/** Tesseract's blocks as lines, in its own reading order; words are joined by single spaces. */
export function linesOfBlocks(blocks: readonly TesseractBlock[]): Line[] {
  return blocks
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .map((line) => asLine(line.words))
    .filter((line) => line.words.length > 0);
}

function asLine(words: readonly TesseractWord[]): Line {
  const placed: Word[] = [];
  let text = "";
  for (const word of words) {
    const wordText = word.text.trim();
    if (wordText === "") continue;
    if (text !== "") text += " ";
    const start = text.length;
    text += wordText;
    placed.push({ start, end: text.length, box: boxOf(word), confidence: asShare(word.confidence) });
  }
  return { text, box: unionBox(placed.map((word) => word.box)), words: placed };
}

function boxOf({ bbox }: TesseractWord): Box {
  return [bbox.x0, bbox.y0, bbox.x1 - bbox.x0, bbox.y1 - bbox.y0];
}

function asShare(percent: number): number {
  return Math.round(Math.min(100, Math.max(0, percent)) * 10) / 1000;
}
