import type { GreyImage } from "../model/grey-image.ts";
import { type Component, componentsOf } from "./components.ts";
import { INK, lettersOf } from "./letters.ts";

/** Degrees searched to either side; beyond that a page was laid on askew on purpose, or is no page of text. */
const LARGEST_ANGLE = 6;

/** Degrees between tries: first coarse over all, then fine about the best. */
const COARSE_STEP = 0.25;
const FINE_STEP = 0.02;

/** Fewer letters than this make no baseline to measure. */
const MIN_LETTERS = 60;

/** Height of the slots in which the letters' feet are counted, in inches. */
const SLOT = 1 / 150;

/**
 * By how many degrees the lines of text fall to the right (clockwise); 0 where it cannot be told.
 * At the right angle the feet of the letters gather in few rows: the sum of squares of a histogram is largest.
 */
export function skewOf(image: GreyImage, dpi: number): number {
  const letters = lettersOf(componentsOf(image, INK), dpi);
  if (letters.length < MIN_LETTERS) return 0;
  const coarse = bestAngle(letters, dpi, 0, LARGEST_ANGLE, COARSE_STEP);
  return bestAngle(letters, dpi, coarse, COARSE_STEP, FINE_STEP);
}

function bestAngle(letters: readonly Component[], dpi: number, around: number, reach: number, step: number): number {
  const steps = Math.round(reach / step);
  let best = around;
  let bestScore = -1;
  for (let index = -steps; index <= steps; index++) {
    const angle = around + index * step;
    const score = gathering(letters, dpi, angle);
    if (score > bestScore) {
      best = angle;
      bestScore = score;
    }
  }
  return best;
}

/** How much the letters' feet gather in rows when the page is turned back by an angle. */
function gathering(letters: readonly Component[], dpi: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const slot = SLOT * dpi;
  const counts = new Map<number, number>();
  for (const { left, right, bottom } of letters) {
    const position = (bottom - slope * ((left + right) / 2)) / slot;
    const row = Math.floor(position);
    const share = position - row;
    counts.set(row, (counts.get(row) ?? 0) + 1 - share);
    counts.set(row + 1, (counts.get(row + 1) ?? 0) + share);
  }
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return sum;
}
