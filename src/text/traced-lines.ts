import type { Box } from "../model/box.ts";
import { lineAt, type ReadLine, type ReadText } from "./read-text.ts";
import type { TracedText } from "./traced-text.ts";

/** A line of the text as a person sees it, after repair. */
export interface TracedLine {
  /** Position among the lines that are not blank. */
  readonly index: number;
  /** The line's text without white space at its ends; never empty. */
  readonly text: TracedText;
  /** The line as read that it begins on. */
  readonly source: ReadLine;
  /** 1-based number of the page. */
  readonly page: number;
  /** In points, as read; null for plain text. */
  readonly box: Box | null;
  /** Blank lines right above; a page's edge counts as none. */
  readonly blankBefore: number;
  readonly startsPage: boolean;
  /** A word broken at the end of the line before was joined with its rest from this line: no paragraph begins here. */
  readonly glued: boolean;
}

/** The lines of a text that are not blank, in order. Lines are parted by "\n", pages by "\f". */
export function linesOf(text: TracedText): TracedLine[] {
  const lines: TracedLine[] = [];
  const joins = joinedLines(text);
  let blank = 0;
  let start = 0;
  for (const part of text.text.split(/[\n\f]/)) {
    const slice = text.slice(start, start + part.length).trim();
    start += part.length + 1;
    const source = slice.length === 0 ? null : sourceOf(slice);
    if (source === null) {
      blank += 1;
      continue;
    }
    const page = source.page.number;
    const startsPage = lines.at(-1)?.page !== page;
    lines.push({
      index: lines.length,
      text: slice,
      source,
      page,
      box: source.line.box,
      blankBefore: startsPage ? 0 : blank,
      startsPage,
      glued: joins.has(source.index),
    });
    blank = 0;
  }
  return lines;
}

/** The line that a slice begins on: that of its first unchanged character, if it has one. */
function sourceOf(slice: TracedText): ReadLine | null {
  const sources = slice.segments.filter((segment) => segment.kind !== "layout" && segment.text.trim() !== "");
  const first = sources.find((segment) => segment.kind === "read") ?? sources[0];
  if (first === undefined) return null;
  const indent = first.kind === "read" ? first.text.length - first.text.trimStart().length : 0;
  return lineAt(slice.read, first.start + indent);
}

/** Indices of the read lines whose first word was joined with the end of a line before. */
function joinedLines(text: TracedText): Set<number> {
  const joins = text.segments.filter((segment) => segment.kind === "edited" && segment.rules.includes("line-break"));
  return new Set(joins.map((segment) => lastLineOf(text.read, segment.start, segment.end)));
}

function lastLineOf(read: ReadText, start: number, end: number): number {
  const last = lineAt(read, Math.max(start, end - 1));
  return last?.index ?? -1;
}
