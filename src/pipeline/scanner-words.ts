import type { Box } from "../model/box.ts";
import { displayedBox, type Line, type Page, type Word } from "../model/page.ts";
import { isWellFormed } from "./legibility.ts";

/** Both boxes of a word are the same place where each covers so much of the other across. */
const SAME_PLACE = 0.6;

/** A scanner's words by their height on the page, in rows of this many points. */
const ROW = 20;

interface ScannerWord {
  readonly text: string;
  readonly box: Box;
}

/**
 * A recognised page whose words without the form of a word ("HaberkKorn'") are as the scanner's own text has them in
 * the same place, where it has a word. What is well formed stays: numbers are believed to the picture alone.
 * @param lines of the scanner's text, in points of the page as displayed
 */
export function withScannerWords(page: Page, lines: readonly Line[]): Page {
  const rows = rowsOf(lines);
  if (rows.size === 0) return page;
  return { ...page, lines: page.lines.map((line) => mended(line, page, rows)) };
}

function rowsOf(lines: readonly Line[]): Map<number, ScannerWord[]> {
  const rows = new Map<number, ScannerWord[]>();
  for (const line of lines) {
    for (const word of line.words) {
      const text = line.text.slice(word.start, word.end);
      if (!/^\p{L}/u.test(text) || !isWellFormed(text)) continue;
      const row = rowOf(word.box);
      rows.set(row, [...(rows.get(row) ?? []), { text, box: word.box }]);
    }
  }
  return rows;
}

function rowOf([, top, , height]: Box): number {
  return Math.floor((top + height / 2) / ROW);
}

function mended(line: Line, page: Page, rows: ReadonlyMap<number, readonly ScannerWord[]>): Line {
  const found = line.words.map((word) => wordInPlace(line, word, page, rows));
  if (found.every((text) => text === null)) return line;
  const words: Word[] = [];
  let text = "";
  let end = 0;
  for (const [index, word] of line.words.entries()) {
    text += line.text.slice(end, word.start);
    const start = text.length;
    text += found[index] ?? line.text.slice(word.start, word.end);
    words.push({ ...word, start, end: text.length });
    end = word.end;
  }
  return { ...line, text: text + line.text.slice(end), words };
}

/** What the scanner read where our word has no form; null where ours stays. */
function wordInPlace(
  line: Line,
  word: Word,
  page: Page,
  rows: ReadonlyMap<number, readonly ScannerWord[]>,
): string | null {
  const ours = line.text.slice(word.start, word.end);
  if (/\d/u.test(ours) || isWellFormed(ours)) return null;
  const box = displayedBox(page, word.box);
  const row = rowOf(box);
  const near = [row - 1, row, row + 1].flatMap((at) => rows.get(at) ?? []);
  return near.find((other) => isSamePlace(box, other.box))?.text ?? null;
}

function isSamePlace(a: Box, b: Box): boolean {
  const across = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const apart = Math.abs(a[1] + a[3] / 2 - (b[1] + b[3] / 2));
  return across >= SAME_PLACE * Math.max(a[2], b[2]) && apart < Math.max(a[3], b[3]) / 2;
}
