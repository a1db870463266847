import type { Bitmap } from "./bitmap.ts";

/** A letter's stroke goes on beyond the one that crosses it at most so far, in widths of that one. */
const REACH = 1.6;

/**
 * Print that a mark touches, and of the mark's strokes what lies between two parts of it: a letter they cross.
 * @param mark all its pixels
 * @param print those that are no stroke of the mark
 * @param strokes those that are, within the line of print
 */
export function withCrossedLetters(mark: Bitmap, print: Bitmap, strokes: Bitmap, strokeWidth: number): Bitmap {
  const reach = Math.ceil(REACH * strokeWidth);
  const isPrintAhead = (x: number, y: number, stepX: number, stepY: number): boolean => {
    for (let distance = 1; distance <= reach; distance++) {
      for (const aside of [0, 1, -1]) {
        if (print.has(x + stepX * distance + stepY * aside, y + stepY * distance + stepX * aside)) return true;
      }
    }
    return false;
  };
  const isCrossing = (x: number, y: number): boolean =>
    (isPrintAhead(x, y, 0, 1) && isPrintAhead(x, y, 0, -1)) || (isPrintAhead(x, y, 1, 0) && isPrintAhead(x, y, -1, 0));
  return mark.filter((x, y) => print.has(x, y) || (strokes.has(x, y) && isCrossing(x, y)));
}
