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
  let blank = 0;
  for (const { slice, glued } of slicesOf(text)) {
    const source = slice.length === 0 ? null : sourceOf(slice);
    if (source === null) {
      if (!glued) blank += 1;
      continue;
    }
    const page = source.page.number;
    const startsPage = lines.at(-1)?.page !== page;
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

interface Slice {
  readonly slice: TracedText;
  readonly glued: boolean;
}

function slicesOf(text: TracedText): Slice[] {
  const slices: Slice[] = [];
  const joins = joinEnds(text);
  let start = 0;
  let isJoined = false;
  for (const part of text.text.split(/[\n\f]/)) {
    const end = start + part.length;
    const inner = joins.filter((join) => join > start && join < end);
    const stops = [...inner, end];
    stops.forEach((stop, index) => {
      const slice = text.slice(stops[index - 1] ?? start, stop).trim();
      slices.push({ slice, glued: index > 0 || isJoined });
    });
    isJoined = joins.includes(end);
    start = end + 1;
  }
  return slices;
}

/** Offsets where words end that were joined over a line's end, in order. */
function joinEnds(text: TracedText): number[] {
  const ends: number[] = [];
  let offset = 0;
  for (const segment of text.segments) {
    offset += segment.text.length;
    if (segment.kind !== "edited" || !segment.rules.includes("line-break")) continue;
    const rest = /^\S*/u.exec(text.text.slice(offset, offset + LONGEST_WORD))?.[0].length ?? 0;
    const isAcross = lineAt(text.read, segment.start) !== lineAt(text.read, Math.max(segment.start, segment.end - 1));
    if (isAcross) ends.push(offset - (segment.text.length - segment.text.trimEnd().length) + rest);
  }
  return ends;
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
