import type { Box } from "../model/box.ts";
import type { Line } from "../model/page.ts";
import { gapBefore, lineOfSegment, middleOf, type Segment, segmentOf, type WordGap } from "./segment.ts";

/** A gap of this many line heights parts the cells of a table; justified text stays below half of it. */
const CELL_GAP = 2;

/** A clause number, a letter or a bullet: "1.", "„2.", "a)", "-". The gap after it is an indent, not a cell. */
const ITEM_MARK = /^[„"“,(]*(?:\d{1,3}[.)]?|[a-z][.)]|[-–—•*·])$/u;

/** Lines from top to bottom; what stands at one height is one line, clear gaps in it written as tabs. */
export function rowsOf(segments: readonly Segment[], lineHeight: number): Line[] {
  return groupByHeight(segments).map((row) => {
    const whole = segmentOf(row.flatMap((segment) => segment.words).sort((a, b) => a.box[0] - b.box[0]));
    return lineOfSegment(whole, (_, index) => (isCellGap(gapBefore(whole, index), lineHeight) ? "\t" : " "));
  });
}

/** Segments from top to bottom, and at one height from left to right, each a line of its own. */
export function linesInOrder(segments: readonly Segment[]): Line[] {
  return groupByHeight(segments).flatMap((row) => row.map((segment) => lineOfSegment(segment)));
}

/** Rows of segments at the same height that do not overlap, each from left to right. */
function groupByHeight(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => middleOf(a.box) - middleOf(b.box))) {
    const row = rows.at(-1);
    if (row?.every((other) => isBeside(other, segment))) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}

/** At one height, the lower of the two (a quotation mark, a dash) anywhere within the height of the other. */
function isBeside(a: Segment, b: Segment): boolean {
  const [low, high] = a.box[3] < b.box[3] ? [a.box, b.box] : [b.box, a.box];
  const middle = middleOf(low);
  if (middle < high[1] || middle > high[1] + high[3]) return false;
  return a.words.every((word) => b.words.every((other) => !overlapAcross(word.box, other.box)));
}

function overlapAcross(a: Box, b: Box): boolean {
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2];
}

function isCellGap(gap: WordGap | null, lineHeight: number): boolean {
  return gap !== null && gap.width > CELL_GAP * lineHeight && !ITEM_MARK.test(gap.before);
}
