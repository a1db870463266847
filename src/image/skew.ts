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
  const coarse = bestAngle(letters, dpi, 0, LARGEST_ANGLE, COARSE_STEP);
  return bestAngle(letters, dpi, coarse.degrees, COARSE_STEP, FINE_STEP);
}

function bestAngle(letters: readonly Component[], dpi: number, around: number, reach: number, step: number): Skew {
  const steps = Math.round(reach / step);
  let best: Skew = { degrees: around, gathering: -1 };
  for (let index = -steps; index <= steps; index++) {
    const degrees = around + index * step;
    const gathering = gatheringAt(letters, dpi, degrees);
    if (gathering > best.gathering) best = { degrees, gathering };
  }
  return best;
}

function gatheringAt(letters: readonly Component[], dpi: number, degrees: number): number {
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
