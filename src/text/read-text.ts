import type { Line, Page } from "../model/page.ts";

/** A line of the text as read, with its place in the raw text. */
export interface ReadLine {
  /** Position in `ReadText.lines`. */
  readonly index: number;
  readonly page: Page;
  readonly line: Line;
  /** UTF-16 offsets of the line's text in `ReadText.raw`, half-open, without the line break. */
  readonly start: number;
  readonly end: number;
}

/**
 * The text as read, frozen: the raw characters of all pages and the table that tells
 * which line, page and box each came from. Lines are separated by "\n", pages by "\f".
 */
export interface ReadText {
  readonly raw: string;
  readonly lines: readonly ReadLine[];
}

/** Puts pages into one text; nothing is changed, so for a plain-text file `raw` is the file. */
export function readTextOf(pages: readonly Page[]): ReadText {
  const lines: ReadLine[] = [];
  let raw = "";
  pages.forEach((page, pageIndex) => {
    if (pageIndex > 0) raw += "\f";
    page.lines.forEach((line, lineIndex) => {
      if (lineIndex > 0) raw += "\n";
      const start = raw.length;
      raw += line.text;
      lines.push({ index: lines.length, page, line, start, end: raw.length });
    });
  });
  return Object.freeze({ raw, lines: Object.freeze(lines) });
}

/** The pages of a plain text: form feeds part pages, "\n" parts lines; nothing is dropped. */
export function pagesOfPlainText(text: string): Page[] {
  return text.split("\f").map((pageText, index) => ({
    number: index + 1,
    source: "plain-text",
    size: null,
    lines: pageText.split("\n").map((line) => ({ text: line, box: null, words: [] })),
  }));
}

/** The line that holds a raw offset (a line break belongs to the line it ends). */
export function lineAt(text: ReadText, offset: number): ReadLine | null {
  let low = 0;
  let high = text.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return text.lines[low] ?? null;
}
