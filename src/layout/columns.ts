import { largest, smallest } from "../model/long-lists.ts";
import { cutSegment, middleOf, type Segment, textOf, type WordGap } from "./segment.ts";

/** A gap of this many line heights is no gap between words. */
export const COLUMN_GAP = 3;

/** Where a word stands at the column's edge a smaller gap will do: a long left line comes close to the right column. */
const EDGE_GAP = 0.7;

/** Right at the edge any gap will do: in line heights, the distance that side bearings and a scan's skew leave. */
const ON_EDGE = 0.25;

/** How far from its column's edge a line may begin, in line heights: skew, and letters with side bearing. */
const EDGE_TOLERANCE = 0.8;

/** Where the right column of these letters can begin, as shares of the page's width. */
const EDGE_RANGE = { from: 0.42, to: 0.8 };

/** What a label weighs against other lines at an edge. */
const LABEL_WEIGHT = 10;

/** From one line of a column to the next, in line heights. */
const NEXT_LINE = 2;

/** A part of the page with two columns. `top` and `bottom` are the middles of the right column's outer lines. */
export interface ColumnRegion {
  readonly edge: number;
  readonly top: number;
  readonly bottom: number;
}

/** What tells a right column from other lines that happen to begin at one place (a stamp, a logo). */
export interface ColumnForm {
  /** Lines that must begin at its edge. */
  readonly minLines: number;
  /** How one of its lines begins. */
  readonly label: RegExp;
}

/** The two columns that some lines stand in; null where there are none. */
export function findColumns(
  segments: readonly Segment[],
  pageWidth: number,
  lineHeight: number,
  form: ColumnForm,
): ColumnRegion | null {
  const starts = segments
    .flatMap((segment) => columnStarts(segment, lineHeight))
    .filter(({ x }) => x > EDGE_RANGE.from * pageWidth && x < EDGE_RANGE.to * pageWidth);
  const tolerance = EDGE_TOLERANCE * lineHeight;
  const clusters = starts.map(({ x }) => starts.filter((start) => start.x >= x && start.x <= x + tolerance));
  const weight = (cluster: readonly ColumnStart[]): number =>
    cluster.length + (cluster.some(({ text }) => form.label.test(text)) ? LABEL_WEIGHT : 0);
  const members = clusters.reduce((best, cluster) => (weight(cluster) > weight(best) ? cluster : best), []);
  if (members.length === 0 || members.length < form.minLines) return null;
  return regionOf(members, segments, lineHeight);
}

/** The column's height, with lines at its upper end that only come close to the left column. */
function regionOf(members: readonly ColumnStart[], segments: readonly Segment[], lineHeight: number): ColumnRegion {
  const edges = members.map(({ x }) => x);
  const heights = members.map(({ y }) => y);
  const edge = smallest(edges, 0);
  const region = { edge, top: smallest(heights, 0), bottom: largest(heights, 0) };
  const above = segments
    .filter((segment) =>
      cutAtColumn([segment], region, lineHeight).some((part) => isNear(part.box[0], edge, lineHeight)),
    )
    .map((segment) => middleOf(segment.box))
    .filter((y) => y < region.top && y > region.top - NEXT_LINE * lineHeight);
  return { ...region, top: Math.min(region.top, ...above) };
}

/** Segments cut where the right column begins. */
export function cutAtColumn(segments: readonly Segment[], region: ColumnRegion, lineHeight: number): Segment[] {
  const isCut = ({ width, x }: WordGap): boolean => {
    if (width > COLUMN_GAP * lineHeight) return true;
    if (isNear(x, region.edge, lineHeight) && width > EDGE_GAP * lineHeight) return true;
    return width > 0 && Math.abs(x - region.edge) <= ON_EDGE * lineHeight;
  };
  return segments.flatMap((segment) => cutSegment(segment, isCut));
}

export function isInRightColumn(segment: Segment, region: ColumnRegion, lineHeight: number): boolean {
  return segment.box[0] >= region.edge - EDGE_TOLERANCE * lineHeight;
}

export function isAtHeightOf(segment: Segment, region: ColumnRegion, lineHeight: number): boolean {
  const middle = middleOf(segment.box);
  return middle > region.top - lineHeight / 2 && middle < region.bottom + lineHeight / 2;
}

function isNear(x: number, edge: number, lineHeight: number): boolean {
  return Math.abs(x - edge) <= EDGE_TOLERANCE * lineHeight;
}

interface ColumnStart {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a column could begin: at a segment's start, and after a wide gap. */
function columnStarts(segment: Segment, lineHeight: number): ColumnStart[] {
  return cutSegment(segment, ({ width }) => width > COLUMN_GAP * lineHeight)
    .map((part) => ({ x: part.box[0], y: middleOf(part.box), text: textOf(part) }))
    .filter(({ text }) => /\p{L}/u.test(text));
}
