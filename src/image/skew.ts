import type { Component } from "./components.ts";

/** Degrees searched to either side; beyond that a page was laid on askew on purpose, or is no page of text. */
const LARGEST_ANGLE = 6;

/** Degrees between tries: first coarse over all, then fine about the best. */
const COARSE_STEP = 0.25;
const FINE_STEP = 0.02;

/** Height of the slots in which the letters' feet are counted, in inches. */
const SLOT = 1 / 150;

export interface Skew {
  /** By how much the lines of text fall to the right, clockwise. */
  readonly degrees: number;
  /** How much the letters' feet gather in rows at that angle: larger for text than for what is none. */
  readonly gathering: number;
}

/** The angle at which the feet of the letters gather in the fewest rows: there a histogram's sum of squares is largest. */
export function skewOf(letters: readonly Component[], dpi: number): Skew {
  const feet = feetOf(letters, dpi);
  const coarse = bestAngle(feet, 0, LARGEST_ANGLE, COARSE_STEP);
  return bestAngle(feet, coarse.degrees, COARSE_STEP, FINE_STEP);
}

function bestAngle(feet: Feet, around: number, reach: number, step: number): Skew {
  const steps = Math.round(reach / step);
  let best: Skew = { degrees: around, gathering: -1 };
  for (let index = -steps; index <= steps; index++) {
    const degrees = around + index * step;
    const gathering = gatheringAt(feet, degrees);
    if (gathering > best.gathering) best = { degrees, gathering };
  }
  return best;
}

function gatheringAt(feet: Feet, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  // Turned, a foot moves up or down by no more than this.
  const reach = Math.ceil(Math.abs(slope) * feet.right);
  const counts = new Float64Array(Math.ceil(feet.bottom) + 2 * reach + 2);
  for (let index = 0; index < feet.x.length; index++) {
    const position = (feet.y[index] ?? 0) - slope * (feet.x[index] ?? 0) + reach;
    const row = Math.floor(position);
    const share = position - row;
    counts[row] = (counts[row] ?? 0) + 1 - share;
    counts[row + 1] = (counts[row + 1] ?? 0) + share;
  }
  return counts.reduce((sum, count) => sum + count * count, 0);
}

/** Where letters stand, in slots. */
interface Feet {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly right: number;
  readonly bottom: number;
}

function feetOf(letters: readonly Component[], dpi: number): Feet {
  const slot = SLOT * dpi;
  const x = Float64Array.from(letters, ({ left, right }) => (left + right) / 2 / slot);
  const y = Float64Array.from(letters, ({ bottom }) => bottom / slot);
  const most = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0);
  return { x, y, right: most(x), bottom: most(y) };
}
