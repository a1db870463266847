import { cutSegment, middleOf, type Segment, textOf, type WordGap } from "./segment.ts";

/** A gap of this many line heights is no gap between words. */
export const COLUMN_GAP = 3;

/** Where a word stands at the column's edge a smaller gap will do: a long left line comes close to the right column. */
const EDGE_GAP = 0.7;

/** How far from its column's edge a line may begin, in line heights: skew, and letters with side bearing. */
const EDGE_TOLERANCE = 0.8;

/** Where the right column of these letters can begin, as shares of the page's width. */
const EDGE_RANGE = { from: 0.42, to: 0.8 };

/** A part of the page with two columns. `top` and `bottom` are the middles of the right column's outer lines. */
export interface ColumnRegion {
  readonly edge: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The two columns that some lines stand in; null where there are none.
 * @param minLines lines that must begin at the edge of the right column
 */
export function findColumns(
  segments: readonly Segment[],
  pageWidth: number,
  lineHeight: number,
  minLines: number,
): ColumnRegion | null {
  const starts = segments
    .flatMap((segment) => columnStarts(segment, lineHeight))
    .filter(({ x }) => x > EDGE_RANGE.from * pageWidth && x < EDGE_RANGE.to * pageWidth);
  const tolerance = EDGE_TOLERANCE * lineHeight;
  const clusters = starts.map(({ x }) => starts.filter((start) => start.x >= x && start.x <= x + tolerance));
  const members = clusters.reduce((best, cluster) => (cluster.length > best.length ? cluster : best), []);
  if (members.length === 0 || members.length < minLines) return null;
  const heights = members.map(({ y }) => y);
  return {
    edge: Math.min(...members.map(({ x }) => x)),
    top: Math.min(...heights),
    bottom: Math.max(...heights),
  };
}

/** Segments cut where the right column begins. */
export function cutAtColumn(segments: readonly Segment[], region: ColumnRegion, lineHeight: number): Segment[] {
  const isCut = ({ width, x }: WordGap): boolean => {
    const isAtEdge = Math.abs(x - region.edge) <= EDGE_TOLERANCE * lineHeight;
    return width > COLUMN_GAP * lineHeight || (isAtEdge && width > EDGE_GAP * lineHeight);
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

/** Where a column could begin: at a segment's start, and after a wide gap. */
function columnStarts(segment: Segment, lineHeight: number): { x: number; y: number }[] {
  return cutSegment(segment, ({ width }) => width > COLUMN_GAP * lineHeight)
    .filter((part) => /\p{L}/u.test(textOf(part)))
    .map((part) => ({ x: part.box[0], y: middleOf(part.box) }));
}
