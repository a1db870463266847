import type { PieceFacts } from "../facts/piece-facts.ts";
import { isBody, LABEL_COUNT, LABELS, LONGEST, labelIndex } from "./labels.ts";
import { clipped, type Lattice, meanOf, numberFeatures } from "./lattice.ts";
import { NUMBER_FEATURES, PAIRS, type Sections } from "./weights.ts";

const FURNITURE = labelIndex("furniture");

/** Scores of a lattice under weights: logarithms, by piece, cut, pair and segment. */
export interface Scores {
  /** Sum over the first pieces of what they score within a segment of a label: piece × LABEL_COUNT, from 0. */
  readonly sums: Float64Array;
  /** A piece as a segment's first, never furniture. */
  readonly content: Float64Array;
  /** Probability that a piece within a segment of a label is page furniture. */
  readonly furniture: Float64Array;
  /** Boundary score of a pair at a cut: cut × PAIRS. */
  readonly pair: Float64Array;
  /** By cut, width - 1, label. */
  readonly segment: readonly Float64Array[];
  readonly number: Float64Array;
  /** Weight of `meanOf` by label. */
  readonly mean: Float64Array;
}

export function scoresOf(lattice: Lattice, weights: Float64Array, at: Sections): Scores {
  const { size, view } = lattice;
  const sums = new Float64Array((size + 1) * LABEL_COUNT);
  const content = new Float64Array(size * LABEL_COUNT);
  const furniture = new Float64Array(size * LABEL_COUNT);
  for (let k = 0; k < size; k++) {
    const row = view.sureness[k] as Float64Array;
    const fact = view.facts[k] as PieceFacts;
    const looks =
      (fact.isPageMark ? (weights[at.looks] as number) + PAGE_MARK : 0) +
      (fact.looksEmpty ? (weights[at.looks + 1] as number) : 0);
    for (let b = 0; b < LABEL_COUNT; b++) {
      const own = (weights[at.emission + b] as number) * clipped(row[b] as number) + (weights[at.piece + b] as number);
      const contrast = (weights[at.contrast + b] as number) * furnitureOdds(row, b);
      const other = contrast + looks + (weights[at.furniture + b] as number);
      const both = b === FURNITURE ? other : logAdd(own, other);
      content[k * LABEL_COUNT + b] = own;
      furniture[k * LABEL_COUNT + b] = b === FURNITURE ? 1 : Math.exp(other - both);
      sums[(k + 1) * LABEL_COUNT + b] = (sums[k * LABEL_COUNT + b] as number) + both;
    }
  }
  const pair = new Float64Array(lattice.boundary.length * PAIRS.length);
  lattice.boundary.forEach((rows, c) => {
    for (const row of rows) {
      const from = at.pair + row * PAIRS.length;
      const start = at.start + row * LABEL_COUNT;
      for (let p = 0; p < PAIRS.length; p++) {
        const b = (PAIRS[p] as readonly [number, number])[1];
        pair[c * PAIRS.length + p] =
          (pair[c * PAIRS.length + p] as number) + (weights[from + p] as number) + (weights[start + b] as number);
      }
    }
  });
  const segment = lattice.segments.map((widths) => {
    const scores = new Float64Array(widths.length * LABEL_COUNT);
    widths.forEach((rows, w) => {
      for (const row of rows) {
        const from = at.segment + row * LABEL_COUNT;
        for (let b = 0; b < LABEL_COUNT; b++)
          scores[w * LABEL_COUNT + b] = (scores[w * LABEL_COUNT + b] as number) + (weights[from + b] as number);
      }
    });
    return scores;
  });
  const number = weights.subarray(at.number, at.number + NUMBER_FEATURES.length * LABEL_COUNT);
  const mean = weights.subarray(at.mean, at.mean + LABEL_COUNT);
  return { sums, content, furniture, pair, segment, number, mean };
}

/** In nats: a page mark within a part is no text of it, whatever was fitted. */
export const PAGE_MARK = 8;

/** Log-odds of furniture against a label; above the first segment there is no label, and it is the log-probability. */
export function furnitureOdds(row: Float64Array, b: number): number {
  const odds = clipped(row[FURNITURE] as number);
  return b === FURNITURE ? odds : odds - clipped(row[b] as number);
}

export function logAdd(a: number, b: number): number {
  const most = a > b ? a : b;
  const apart = a > b ? b - a : a - b;
  // Also where one is minus infinity.
  return apart > NOTHING ? most + Math.log1p(Math.exp(apart)) : most;
}

/** In nats: what is so much less probable adds nothing. */
const NOTHING = -22;

/** Score of a segment by itself. */
export function stepScore(lattice: Lattice, scores: Scores, c: number, d: number, b: number): number {
  const from = lattice.cuts[c] as number;
  const to = lattice.cuts[d] as number;
  return (
    (scores.content[from * LABEL_COUNT + b] as number) +
    (scores.sums[to * LABEL_COUNT + b] as number) -
    (scores.sums[(from + 1) * LABEL_COUNT + b] as number) +
    ((scores.segment[c] as Float64Array)[(d - c - 1) * LABEL_COUNT + b] as number) +
    (scores.mean[b] as number) * meanOf(lattice, from, to, b)
  );
}

/** What the steps that begin at a cut with a label and a number score by their numbers. */
export interface Numbered {
  /** Index in `ordinals` of the last number after the step. */
  readonly after: number;
  readonly score: number;
  /** The piece at which the next number stands: a step beyond it scores `inside` as well. */
  readonly next: number;
  readonly inside: number;
}

/** By cut, body label and number; the same for all steps that begin so. */
export function numberedOf(lattice: Lattice, scores: Scores): (c: number, b: number, l: number) => Numbered {
  const count = lattice.ordinals.length;
  const known: (Numbered | undefined)[] = [];
  return (c, b, l) => {
    const key = (c * LABEL_COUNT + b) * count + l;
    const found = known[key];
    if (found !== undefined) return found;
    const from = lattice.cuts[c] as number;
    const sum = (to: number): { after: number; score: number } => {
      let score = 0;
      const after = numberFeatures(lattice, b, from, to, l, (feature) => {
        score += scores.number[feature * LABEL_COUNT + b] as number;
      });
      return { after, score };
    };
    const { after, score } = sum(from);
    const next = lattice.nextAt[(from + 1) * count + after] as number;
    const inside = next < lattice.size ? sum(next + 1).score - score : 0;
    const made = { after, score, next, inside };
    known[key] = made;
    return made;
  };
}

const BODY_LABELS = LABELS.flatMap((_, b) => (isBody(b) ? [b] : []));
const OTHER_LABELS = LABELS.flatMap((_, b) => (isBody(b) || b === FURNITURE ? [] : [b]));

/** All steps that begin at a cut with their scores, whose label may be so long and which may begin there. */
export function eachStep(
  lattice: Lattice,
  scores: Scores,
  numbers: (c: number, b: number, l: number) => Numbered,
  starts: Float64Array,
  c: number,
  visit: (d: number, b: number, l: number, after: number, score: number) => void,
): void {
  const count = lattice.ordinals.length;
  const from = lattice.cuts[c] as number;
  const reach = (lattice.segments[c] as readonly unknown[]).length;
  for (const b of OTHER_LABELS) {
    if (starts[b * count] === Number.NEGATIVE_INFINITY) continue;
    for (let d = c + 1; d <= c + reach && (lattice.cuts[d] as number) - from <= (LONGEST[b] as number); d++) {
      visit(d, b, 0, 0, stepScore(lattice, scores, c, d, b));
    }
  }
  for (const b of BODY_LABELS) {
    for (let l = 0; l < count; l++) {
      if (starts[b * count + l] === Number.NEGATIVE_INFINITY) continue;
      const { after, score, next, inside } = numbers(c, b, l);
      for (let d = c + 1; d <= c + reach; d++) {
        const to = lattice.cuts[d] as number;
        if (to - from > (LONGEST[b] as number)) break;
        visit(d, b, l, after, stepScore(lattice, scores, c, d, b) + score + (next < to ? inside : 0));
      }
    }
  }
}
