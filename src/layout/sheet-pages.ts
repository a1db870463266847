import type { Line, Page } from "../model/page.ts";
import { withBoxes } from "../model/page.ts";
import { cutSegment, lineOfSegment, type Segment, segmentOfLine } from "./segment.ts";

/** A sheet of two pages is so many times as wide as high, and each page so many times as high as wide. */
const WIDE = 1.25;
const HIGH = 1.15;

/** Where the white between two pages is looked for, and where its middle is, as shares of the sheet's width. */
const ZONE = { from: 0.35, to: 0.65 };
const MIDDLE = { from: 0.45, to: 0.55 };

/** It is at least so wide, in points. */
const GUTTER = 36;

/** Of a sheet's words, what each of its pages has at least. */
const LEAST_SHARE = 0.15;

/** The two pages that a sheet's lines stand on, the left one first; a page by itself as it is. */
export function sheetPages(page: Page): readonly Page[] {
  const { size, lines } = page;
  if (size === null || size.width < WIDE * size.height || size.height < (HIGH * size.width) / 2) return [page];
  const cut = gutterAt(lines, size.width);
  if (cut === null || lines.length === 0) return [page];
  const parts = lines
    .map(segmentOfLine)
    .flatMap((segment) => cutSegment(segment, ({ x, width }) => x >= cut && x - width < cut));
  const left = parts.filter(({ box }) => box[0] < cut);
  const right = parts.filter(({ box }) => box[0] >= cut);
  if (Math.min(wordsIn(left), wordsIn(right)) < LEAST_SHARE * wordsIn(parts)) return [page];
  return [
    { ...page, size: { ...size, width: cut }, lines: left.map((part) => lineOfSegment(part)), sheetLeft: 0 },
    { ...page, size: { ...size, width: size.width - cut }, lines: right.map(movedBy(-cut)), sheetLeft: cut },
  ];
}

/** The middle of the widest white with no word about the sheet's middle; null where it is no white between pages. */
function gutterAt(lines: readonly Line[], width: number): number | null {
  const boxes = lines.flatMap((line) => line.words.map((word) => word.box)).sort((a, b) => a[0] - b[0]);
  let best = { width: 0, middle: 0 };
  let reached = ZONE.from * width;
  for (const [left, , wide] of [...boxes, [width, 0, 0]] as const) {
    const x = Math.min(left, ZONE.to * width);
    const middle = (reached + x) / 2;
    const isMiddle = middle >= MIDDLE.from * width && middle <= MIDDLE.to * width;
    if (isMiddle && x - reached > best.width) best = { width: x - reached, middle };
    reached = Math.max(reached, left + wide);
  }
  return best.width >= GUTTER ? Math.round(best.middle) : null;
}

function wordsIn(segments: readonly Segment[]): number {
  return segments.reduce((sum, { words }) => sum + words.length, 0);
}

function movedBy(across: number): (segment: Segment) => Line {
  return (segment) => withBoxes(lineOfSegment(segment), ([x, ...others]) => [x + across, ...others]);
}
