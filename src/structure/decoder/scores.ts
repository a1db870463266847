import type { PieceFacts } from "../facts/piece-facts.ts";
import { LABEL_COUNT, LONGEST, labelIndex } from "./labels.ts";
import { clipped, type Lattice, numberFeatures, WIDEST } from "./lattice.ts";
import { SEGMENT_FEATURES } from "./segment-features.ts";
import { NUMBER_FEATURES, PAIRS, type Sections } from "./weights.ts";

const FURNITURE = labelIndex("furniture");

/** Scores of a lattice under weights: logarithms, by piece, cut, pair and step. */
export interface Scores {
  /** Sum over the first pieces of what they score within a segment of a label: piece × LABEL_COUNT, from 0. */
  readonly sums: Float64Array;
  /** A piece as a segment's first, never furniture. */
  readonly content: Float64Array;
  /** Probability that a piece within a segment of a label is page furniture. */
  readonly furniture: Float64Array;
  /** Boundary score of a pair at a cut: cut × PAIRS. */
  readonly pair: Float64Array;
  /** Weights of segment features: row × LABEL_COUNT. */
  readonly segment: Float64Array;
  readonly number: Float64Array;
  /** Weight of `meanOf` by label. */
  readonly mean: Float64Array;
  /** Scores of the steps, where `stepsAt` has them; written when `stepsFrom` first asks for those of a cut and label. */
  readonly steps: Float64Array;
  readonly hasSteps: Uint8Array;
  readonly numbers: Numbers;
}

/** What steps of the body score by their numbers; by cut × states, written when `numberAt` first asks. */
interface Numbers {
  /** State after the step; -1 where nobody asked. */
  readonly after: Int32Array;
  readonly score: Float64Array;
  /** The piece at which the next number stands: a step beyond it scores `inside` as well. */
  readonly next: Int32Array;
  readonly inside: Float64Array;
}

export function scoresOf(lattice: Lattice, weights: Float64Array, at: Sections): Scores {
  const { cuts, states, stepsAt } = lattice;
  const places = (cuts.length - 1) * states;
  return {
    ...pieceScores(lattice, weights, at),
    pair: pairScores(lattice, weights, at),
    segment: weights.subarray(at.segment, at.segment + SEGMENT_FEATURES.length * LABEL_COUNT),
    number: weights.subarray(at.number, at.number + NUMBER_FEATURES.length * LABEL_COUNT),
    mean: weights.subarray(at.mean, at.mean + LABEL_COUNT),
    steps: new Float64Array(stepsAt.at(-1) as number),
    hasSteps: new Uint8Array((cuts.length - 1) * LABEL_COUNT),
    numbers: {
      after: new Int32Array(places).fill(-1),
      score: new Float64Array(places),
      next: new Int32Array(places),
      inside: new Float64Array(places),
    },
  };
}

function pieceScores(
  { size, view }: Lattice,
  weights: Float64Array,
  at: Sections,
): Pick<Scores, "sums" | "content" | "furniture"> {
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
  return { sums, content, furniture };
}

/** The label that a pair ends with. */
const PAIR_AFTER = Int32Array.from(PAIRS, ([, b]) => b);

function pairScores({ boundary }: Lattice, weights: Float64Array, at: Sections): Float64Array {
  const count = PAIR_AFTER.length;
  const pair = new Float64Array(boundary.length * count);
  const starts = new Float64Array(LABEL_COUNT);
  boundary.forEach((rows, c) => {
    const to = c * count;
    starts.fill(0);
    for (const row of rows) {
      const from = at.pair + row * count;
      for (let p = 0; p < count; p++) pair[to + p] = (pair[to + p] as number) + (weights[from + p] as number);
      const start = at.start + row * LABEL_COUNT;
      for (let b = 0; b < LABEL_COUNT; b++) starts[b] = (starts[b] as number) + (weights[start + b] as number);
    }
    for (let p = 0; p < count; p++)
      pair[to + p] = (pair[to + p] as number) + (starts[PAIR_AFTER[p] as number] as number);
  });
  return pair;
}

/** In nats: a page mark within a part is no text of it, whatever was fitted. */
export const PAGE_MARK = 8;

/** Log-odds of furniture against a label; above the first segment there is no label, and it is the log-probability. */
export function furnitureOdds(row: Float64Array, b: number): number {
  const odds = clipped(row[FURNITURE] as number);
  return b === FURNITURE ? odds : odds - clipped(row[b] as number);
}

function logAdd(a: number, b: number): number {
  const most = a > b ? a : b;
  return most + Math.log1p(Math.exp(a > b ? b - a : a - b));
}

/** By a segment's size. */
const INVERSE_ROOTS = Float64Array.from({ length: Math.max(...LONGEST) + 1 }, (_, size) => 1 / Math.sqrt(size));

/**
 * Scores of the segments by themselves that begin at a cut with a label, numbers left out.
 * @returns where in `steps` the first of them stands
 */
export function stepsFrom(lattice: Lattice, scores: Scores, c: number, b: number): number {
  const { cuts, own, rows, rowsAt, stepsAt } = lattice;
  const { steps, hasSteps, sums, segment } = scores;
  const begin = stepsAt[c * LABEL_COUNT + b] as number;
  if (hasSteps[c * LABEL_COUNT + b] === 1) return begin;
  hasSteps[c * LABEL_COUNT + b] = 1;
  const end = stepsAt[c * LABEL_COUNT + b + 1] as number;
  const from = cuts[c] as number;
  const first = (scores.content[from * LABEL_COUNT + b] as number) - (sums[(from + 1) * LABEL_COUNT + b] as number);
  const mean = scores.mean[b] as number;
  const ownBefore = own[from * LABEL_COUNT + b] as number;
  for (let i = begin, w = 0; i < end; i++, w++) {
    const to = cuts[c + w + 1] as number;
    const place = to * LABEL_COUNT + b;
    const said = ((own[place] as number) - ownBefore) * (INVERSE_ROOTS[to - from] as number);
    let score = first + (sums[place] as number) + mean * said;
    const rowsEnd = rowsAt[c * WIDEST + w + 1] as number;
    for (let r = rowsAt[c * WIDEST + w] as number; r < rowsEnd; r++)
      score += segment[(rows[r] as number) * LABEL_COUNT + b] as number;
    steps[i] = score;
  }
  return begin;
}

/**
 * What the steps that begin at a cut in a state of the body score by their numbers; the same for all that begin so.
 * @returns where in `numbers` it stands
 */
export function numberAt(lattice: Lattice, scores: Scores, c: number, b: number, l: number): number {
  const state = (lattice.stateAt[b] as number) + l;
  const at = c * lattice.states + state;
  const { after, score, next, inside } = scores.numbers;
  if ((after[at] as number) >= 0) return at;
  const from = lattice.cuts[c] as number;
  let sum = 0;
  const add = (feature: number): void => {
    sum += scores.number[feature * LABEL_COUNT + b] as number;
  };
  const last = numberFeatures(lattice, b, from, from, l, add);
  const place = lattice.nextAt[(from + 1) * lattice.ordinals.length + last] as number;
  after[at] = (lattice.stateAt[b] as number) + last;
  next[at] = place;
  score[at] = sum;
  if (place >= lattice.size) return at;
  sum = 0;
  numberFeatures(lattice, b, from, place + 1, l, add);
  inside[at] = sum - (score[at] as number);
  return at;
}
