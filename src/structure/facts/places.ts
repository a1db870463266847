import type { Box } from "../../model/box.ts";
import type { Piece } from "./pieces.ts";

/** Where a line stands on its page, as far as it tells of the line's part in the letter. */
export interface Place {
  /** From the left edge of the running text, in line heights; negative to the left of it. */
  readonly indent: number;
  /** Its right end, as a share of the way from the running text's left edge to its right one. */
  readonly reach: number;
  /** It begins in the right half of the page. */
  readonly isRight: boolean;
  /** It stands above the end of the line before it: another column begins. */
  readonly startsColumn: boolean;
  /** Indent less that of the line before, in line heights; 0 for the first line of a page. */
  readonly shift: number;
  /** Its height as a multiple of the usual one. */
  readonly height: number;
}

/** By piece; null for a piece within a line, and where there are no boxes. */
export function placesOf(pieces: readonly Piece[]): (Place | null)[] {
  const frames = new Map<number, Frame>();
  const height = usualHeight(pieces);
  if (height === null) return pieces.map(() => null);
  const all = frameOf(boxesOf(pieces), height);
  let before: Piece | null = null;
  return pieces.map((piece) => {
    const { box, page } = piece.line;
    if (!piece.startsLine || box === null) return null;
    if (!frames.has(page)) {
      const own = pieces.filter(({ line }) => line.page === page);
      frames.set(page, frameOf(boxesOf(own), height) ?? all ?? WHOLE);
    }
    const frame = frames.get(page) as Frame;
    const above = before !== null && before.line.page === page ? before.line.box : null;
    before = piece;
    return {
      indent: (box[0] - frame.left) / height,
      reach: (box[0] + box[2] - frame.left) / Math.max(1, frame.right - frame.left),
      isRight: box[0] > (frame.left + frame.right) / 2,
      startsColumn: above !== null && box[1] + box[3] / 2 < above[1],
      shift: above === null ? 0 : (box[0] - above[0]) / height,
      height: box[3] / height,
    };
  });
}

function boxesOf(pieces: readonly Piece[]): Box[] {
  return pieces.flatMap(({ line, startsLine }) => (startsLine && line.box !== null ? [line.box] : []));
}

/** Left and right edge of the running text, in points. */
interface Frame {
  readonly left: number;
  readonly right: number;
}

/** An A4 page between the margins of a letter; for pages of a few short lines in a letter of such. */
const WHOLE: Frame = { left: 70, right: 545 };
/** Fewer long lines do not show a page's margins. */
const FEWEST_LONG = 3;
/** In line heights: how far the left ends of lines at one margin lie apart on a scan. */
const SAME_EDGE = 0.6;
/** A line is long from this share of the longest one on. */
const LONG = 0.8;

function frameOf(boxes: readonly Box[], height: number): Frame | null {
  const longest = boxes.reduce((most, box) => Math.max(most, box[2]), 0);
  const long = boxes.filter((box) => box[2] >= LONG * longest);
  if (long.length < FEWEST_LONG) return null;
  const lefts = boxes.map((box) => box[0]);
  const near = (x: number): number => lefts.filter((left) => Math.abs(left - x) <= SAME_EDGE * height).length;
  const left = long.reduce((best, box) => (near(box[0]) > near(best[0]) ? box : best))[0];
  const rights = long.map((box) => box[0] + box[2]).sort((a, b) => a - b);
  return { left, right: rights[Math.floor(0.9 * (rights.length - 1))] as number };
}

function usualHeight(pieces: readonly Piece[]): number | null {
  const heights = boxesOf(pieces)
    .map((box) => box[3])
    .sort((a, b) => a - b);
  const middle = heights[Math.floor(heights.length / 2)];
  return middle === undefined || middle <= 0 ? null : middle;
}
