import type { Box } from "../model/box.ts";
import { lineAt, type ReadLine } from "./read-text.ts";
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

/**
 * The lines of a text that are not blank, in order. Lines are parted by "\n", pages by "\f"; a joined
 * word stands on the first of its two lines, and the second begins behind it even where the join left
 * no line break.
 */
export function linesOf(text: TracedText): TracedLine[] {
  const lines: TracedLine[] = [];
  const joins = joinsOf(text);
  const continued = new Set(joins.map((join) => join.second));
  let blank = 0;
  for (const slice of slicesOf(text, joins)) {
    const source = slice.length === 0 ? null : sourceOf(slice);
    if (source === null) {
      blank += 1;
      continue;
    }
    const page = source.page.number;
    const startsPage = lines.at(-1)?.source.page !== source.page;
    const glued = continued.has(source.index);
    const blankBefore = startsPage || glued ? 0 : blank;
    lines.push({
      index: lines.length,
      text: slice,
      source,
      page,
      box: source.line.box,
      blankBefore,
      startsPage,
      glued,
    });
    blank = 0;
  }
  return lines;
}

function slicesOf(text: TracedText, joins: readonly Join[]): TracedText[] {
  const slices: TracedText[] = [];
  let start = 0;
  let next = 0;
  for (const part of text.text.split(/[\n\f]/)) {
    const end = start + part.length;
    let from = start;
    for (; (joins[next]?.end ?? Number.POSITIVE_INFINITY) < end; next++) {
      const stop = joins[next]?.end ?? end;
      if (stop <= from) continue;
      slices.push(text.slice(from, stop).trim());
      from = stop;
    }
    slices.push(text.slice(from, end).trim());
    start = end + 1;
  }
  return slices;
}

/** A word joined over a line's end. */
interface Join {
  /** Offset in the text where the word ends. */
  readonly end: number;
  /** Index of the line as read that the word's second part stood on. */
  readonly second: number;
}

function joinsOf(text: TracedText): Join[] {
  const joins: Join[] = [];
  let offset = 0;
  for (const segment of text.segments) {
    offset += segment.text.length;
    if (segment.kind !== "edited" || !segment.rules.includes("line-break")) continue;
    const rest = /^\S*/u.exec(text.text.slice(offset, offset + LONGEST_WORD))?.[0].length ?? 0;
    const last = segment.start + text.read.raw.slice(segment.start, segment.end).trimEnd().length - 1;
    const second = lineAt(text.read, Math.max(segment.start, last));
    const space = segment.text.length - segment.text.trimEnd().length;
    if (second !== null && second !== lineAt(text.read, segment.start)) {
      joins.push({ end: offset - space + rest, second: second.index });
    }
  }
  return joins;
}

/** A joined word's end is sought this far behind the join. */
const LONGEST_WORD = 100;

/** The line that a slice begins on: that of its first unchanged character, if it has one. */
function sourceOf(slice: TracedText): ReadLine | null {
  const sources = slice.segments.filter((segment) => segment.kind !== "layout" && segment.text.trim() !== "");
  const first = sources.find((segment) => segment.kind === "read") ?? sources[0];
  if (first === undefined) return null;
  const indent = first.kind === "read" ? first.text.length - first.text.trimStart().length : 0;
  return lineAt(slice.read, first.start + indent);
}
