import { isBody, LABEL_COUNT, LABELS, LONGEST, labelIndex } from "./labels.ts";
import { type Lattice, type Step, WIDEST } from "./lattice.ts";
import { eachStep, logAdd, type Numbered, numberedOf, type Scores, stepScore } from "./scores.ts";
import { PAIR_INDEX, PAIRS } from "./weights.ts";

const FURNITURE = labelIndex("furniture");

/** Forward or best-path scores: by cut, label × ordinals + last number. */
interface Forward {
  readonly alpha: readonly Float64Array[];
  /** Scores of being about to begin a label at a cut, by label × ordinals. */
  readonly begin: readonly Float64Array[];
}

function statesOf(lattice: Lattice): number {
  return LABEL_COUNT * lattice.ordinals.length;
}

function forward(lattice: Lattice, scores: Scores, add: (a: number, b: number) => number): Forward {
  const count = lattice.ordinals.length;
  const states = statesOf(lattice);
  const alpha = Array.from(lattice.cuts, () => new Float64Array(states).fill(Number.NEGATIVE_INFINITY));
  const begin: Float64Array[] = [];
  const numbers = numberedOf(lattice, scores);
  const last = lattice.cuts.length - 1;
  for (let c = 0; c < last; c++) {
    const ahead = alpha[c] as Float64Array;
    // All pieces so far are furniture.
    ahead[FURNITURE * count] = scores.sums[(lattice.cuts[c] as number) * LABEL_COUNT + FURNITURE] as number;
    const starts = beginAt(lattice, scores, ahead, c, add);
    begin.push(starts);
    eachStep(lattice, scores, numbers, starts, c, (d, b, l, after, score) => {
      const target = alpha[d] as Float64Array;
      const index = b * count + after;
      target[index] = add(target[index] as number, (starts[b * count + l] as number) + score);
    });
  }
  return { alpha, begin };
}

/** In nats: what is so far behind the best at one place is not followed. */
const BEAM = 22;

/** From the scores of the labels that end at a cut to those that begin there. */
function beginAt(
  lattice: Lattice,
  scores: Scores,
  ends: Float64Array,
  c: number,
  add: (a: number, b: number) => number,
): Float64Array {
  const count = lattice.ordinals.length;
  const starts = new Float64Array(ends.length).fill(Number.NEGATIVE_INFINITY);
  for (let p = 0; p < PAIRS.length; p++) {
    const [a, b] = PAIRS[p] as readonly [number, number];
    const score = scores.pair[c * PAIRS.length + p] as number;
    for (let l = 0; l < count; l++) {
      const end = ends[a * count + l] as number;
      if (end === Number.NEGATIVE_INFINITY) continue;
      const target = b * count + (isBody(b) ? l : 0);
      starts[target] = add(starts[target] as number, end + score);
    }
  }
  const best = starts.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  for (let i = 0; i < starts.length; i++) if ((starts[i] as number) < best - BEAM) starts[i] = Number.NEGATIVE_INFINITY;
  return starts;
}

/** The best path through a lattice. */
export function bestPath(lattice: Lattice, scores: Scores): Step[] {
  const count = lattice.ordinals.length;
  const { alpha, begin } = forward(lattice, scores, Math.max);
  const steps: Step[] = [];
  const numbers = numberedOf(lattice, scores);
  let d = lattice.cuts.length - 1;
  let state = indexOfLargest(alpha[d] as Float64Array);
  while (d > 0 && Math.floor(state / count) !== FURNITURE) {
    const b = Math.floor(state / count);
    const found = backStep(
      lattice,
      scores,
      numbers,
      begin,
      d,
      b,
      state % count,
      (alpha[d] as Float64Array)[state] as number,
    );
    if (found === null) break;
    steps.push(found);
    d = found.from;
    state = endBefore(
      lattice,
      scores,
      alpha[d] as Float64Array,
      d,
      b,
      found.before,
      (begin[d] as Float64Array)[b * count + found.before] as number,
    );
  }
  return steps.reverse();
}

const UNNUMBERED: Numbered = { after: 0, score: 0, next: Number.POSITIVE_INFINITY, inside: 0 };

function backStep(
  lattice: Lattice,
  scores: Scores,
  numbers: (c: number, b: number, l: number) => Numbered,
  begin: readonly Float64Array[],
  d: number,
  b: number,
  after: number,
  best: number,
): Step | null {
  const count = lattice.ordinals.length;
  let found: Step | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let c = Math.max(0, d - WIDEST); c < d; c++) {
    const from = lattice.cuts[c] as number;
    const to = lattice.cuts[d] as number;
    if (to - from > (LONGEST[b] as number)) continue;
    const score = stepScore(lattice, scores, c, d, b);
    for (let l = 0; l < (isBody(b) ? count : 1); l++) {
      const own = isBody(b) ? numbers(c, b, l) : UNNUMBERED;
      if (own.after !== after) continue;
      const extra = own.score + (own.next < to ? own.inside : 0);
      const off = Math.abs(((begin[c] as Float64Array)[b * count + l] as number) + score + extra - best);
      if (off < nearest) [nearest, found] = [off, { from: c, to: d, label: b, before: l, after }];
    }
  }
  return found;
}

function endBefore(
  lattice: Lattice,
  scores: Scores,
  ends: Float64Array,
  c: number,
  b: number,
  l: number,
  best: number,
): number {
  const count = lattice.ordinals.length;
  let found = FURNITURE * count;
  let nearest = Number.POSITIVE_INFINITY;
  for (let a = 0; a < LABEL_COUNT; a++) {
    const p = PAIR_INDEX[a * LABEL_COUNT + b] as number;
    if (p < 0) continue;
    for (let k = 0; k < count; k++) {
      if (isBody(b) && k !== l) continue;
      const off = Math.abs((ends[a * count + k] as number) + (scores.pair[c * PAIRS.length + p] as number) - best);
      if (off < nearest) [nearest, found] = [off, a * count + k];
    }
  }
  return found;
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** Probabilities of all steps and boundaries. */
export interface Marginals {
  readonly logZ: number;
  /** Calls back with each step that is not negligible. */
  eachStep(visit: (step: Step, probability: number) => void): void;
  /** Calls back with each boundary: a pair of labels at a cut. */
  eachBoundary(visit: (cut: number, pair: number, probability: number) => void): void;
}

/** Logarithm of a probability. */
const NEGLIGIBLE = -20;

export function marginals(lattice: Lattice, scores: Scores): Marginals {
  const count = lattice.ordinals.length;
  const last = lattice.cuts.length - 1;
  const { alpha, begin } = forward(lattice, scores, logAdd);
  const logZ = (alpha[last] as Float64Array).reduce(logAdd, Number.NEGATIVE_INFINITY);
  const beta = Array.from(lattice.cuts, () => new Float64Array(statesOf(lattice)).fill(Number.NEGATIVE_INFINITY));
  (beta[last] as Float64Array).fill(0);
  const startBeta: Float64Array[] = [];
  const numbers = numberedOf(lattice, scores);
  for (let c = last - 1; c >= 0; c--) {
    const starts = new Float64Array(statesOf(lattice)).fill(Number.NEGATIVE_INFINITY);
    eachStep(lattice, scores, numbers, begin[c] as Float64Array, c, (d, b, l, after, score) => {
      const rest = (beta[d] as Float64Array)[b * count + after] as number;
      starts[b * count + l] = logAdd(starts[b * count + l] as number, score + rest);
    });
    startBeta[c] = starts;
    const ends = beta[c] as Float64Array;
    for (let p = 0; p < PAIRS.length; p++) {
      const [a, b] = PAIRS[p] as readonly [number, number];
      const score = scores.pair[c * PAIRS.length + p] as number;
      for (let l = 0; l < count; l++) {
        const rest = starts[b * count + (isBody(b) ? l : 0)] as number;
        ends[a * count + l] = logAdd(ends[a * count + l] as number, score + rest);
      }
    }
  }
  return {
    logZ,
    eachStep(visit) {
      for (let c = 0; c < last; c++) {
        const starts = begin[c] as Float64Array;
        eachStep(lattice, scores, numbers, starts, c, (d, b, l, after, score) => {
          const rest = (beta[d] as Float64Array)[b * count + after] as number;
          const log = (starts[b * count + l] as number) + score + rest - logZ;
          if (log > NEGLIGIBLE) visit({ from: c, to: d, label: b, before: l, after }, Math.exp(log));
        });
      }
    },
    eachBoundary(visit) {
      for (let c = 0; c < last; c++) {
        for (let p = 0; p < PAIRS.length; p++) {
          const [a, b] = PAIRS[p] as readonly [number, number];
          let sum = 0;
          for (let l = 0; l < count; l++) {
            const end = (alpha[c] as Float64Array)[a * count + l] as number;
            if (end === Number.NEGATIVE_INFINITY) continue;
            const rest = (startBeta[c] as Float64Array)[b * count + (isBody(b) ? l : 0)] as number;
            const log = end + (scores.pair[c * PAIRS.length + p] as number) + rest - logZ;
            if (log > NEGLIGIBLE) sum += Math.exp(log);
          }
          if (sum > 0) visit(c, p, sum);
        }
      }
    },
  };
}

/** For messages and traces. */
export function labelName(label: number): string {
  return LABELS[label] as string;
}
