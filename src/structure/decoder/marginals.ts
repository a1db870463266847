import { LABEL_COUNT } from "./labels.ts";
import { type Lattice, type Step, WIDEST } from "./lattice.ts";
import { BEAM, BODY_LABELS, FURNITURE, IS_BODY, OTHER_LABELS, PAIR_AFTER, PAIRS_FROM } from "./paths.ts";
import { numberAt, type Scores, stepsFrom } from "./scores.ts";
import { PAIRS } from "./weights.ts";

/** Probabilities of all steps and boundaries. */
export interface Marginals {
  /** Logarithm of the sum over all paths. */
  readonly logZ: number;
  /** Calls back with each step that is not negligible. */
  eachStep(visit: (step: Step, probability: number) => void): void;
  /** Calls back with each boundary: a pair of labels at a cut. */
  eachBoundary(visit: (cut: number, pair: number, probability: number) => void): void;
}

const NEGLIGIBLE = Math.exp(-20);
const WITHIN_BEAM = Math.exp(-BEAM);
/** In nats: shares may grow by so much before a cut's scale is raised. */
const ROOM = 200;

/**
 * Sums over paths, by cut × states: shares of `exp(scale)` of their cut, so that adding takes no logarithm.
 * Scores differ by thousands of nats within a letter, far more than a number holds.
 */
interface Sums {
  readonly lattice: Lattice;
  readonly scores: Scores;
  /** Of the paths to a segment's end, to a segment's beginning. */
  readonly ends: Float64Array;
  readonly starts: Float64Array;
  /** Of the paths onwards from a segment's end, from a segment's beginning. */
  readonly rest: Float64Array;
  readonly restOfStarts: Float64Array;
  /** By cut, in nats. */
  readonly scale: Float64Array;
  /** Factor of each pair at a cut: cut × PAIRS; 0 where nothing ends with its first label. */
  readonly pair: Float64Array;
  /** Reused: factors of the steps that begin at a cut with a label. */
  readonly factors: Float64Array;
}

export function marginals(lattice: Lattice, scores: Scores): Marginals {
  const { states } = lattice;
  const last = lattice.cuts.length - 1;
  const sums: Sums = {
    lattice,
    scores,
    ends: new Float64Array((last + 1) * states),
    starts: new Float64Array(last * states),
    rest: new Float64Array((last + 1) * states).fill(1, last * states),
    restOfStarts: new Float64Array(last * states),
    scale: new Float64Array(last + 1).fill(Number.NEGATIVE_INFINITY),
    pair: new Float64Array(last * PAIRS.length),
    factors: new Float64Array(WIDEST),
  };
  for (let c = 0; c < last; c++) forward(sums, c);
  let whole = 0;
  for (let i = last * states; i < (last + 1) * states; i++) whole += sums.ends[i] as number;
  for (let c = last - 1; c >= 0; c--) backward(sums, c);
  return {
    logZ: whole > 0 ? (sums.scale[last] as number) + Math.log(whole) : Number.NEGATIVE_INFINITY,
    eachStep: (visit) => {
      if (whole > 0) for (let c = 0; c < last; c++) stepsAt(sums, c, whole, visit);
    },
    eachBoundary: (visit) => {
      if (whole > 0) for (let c = 0; c < last; c++) boundariesAt(sums, c, whole, visit);
    },
  };
}

function forward(sums: Sums, c: number): void {
  const { lattice, scores, starts } = sums;
  settle(sums, c);
  begin(sums, c);
  for (const b of OTHER_LABELS) {
    const state = lattice.stateAt[b] as number;
    const start = starts[c * lattice.states + state] as number;
    if (start === 0) continue;
    const count = factorsOf(sums, c, b, start);
    add(sums, c, state, 0, count, start);
  }
  for (const b of BODY_LABELS) {
    const at = c * lattice.states + (lattice.stateAt[b] as number);
    let most = 0;
    for (let l = 0; l < lattice.ordinals.length; l++) most = Math.max(most, starts[at + l] as number);
    if (most === 0) continue;
    const count = factorsOf(sums, c, b, most);
    for (let l = 0; l < lattice.ordinals.length; l++) {
      const start = starts[at + l] as number;
      if (start === 0) continue;
      const number = numberAt(lattice, scores, c, b, l);
      const { after, score, inside } = scores.numbers;
      const far = firstBeyond(sums, c, count, number);
      const own = start * Math.exp(score[number] as number);
      add(sums, c, after[number] as number, 0, far, own);
      if (far < count) add(sums, c, after[number] as number, far, count, own * Math.exp(inside[number] as number));
    }
  }
}

/** Adds what has no segment yet, and brings the largest share to 1. */
function settle({ lattice, scores, ends, scale }: Sums, c: number): void {
  const { states, stateAt } = lattice;
  const at = c * states;
  const above = scores.sums[(lattice.cuts[c] as number) * LABEL_COUNT + FURNITURE] as number;
  raise(ends, scale, c, states, above);
  ends[at + (stateAt[FURNITURE] as number)] = Math.exp(above - (scale[c] as number));
  let most = 0;
  for (let i = at; i < at + states; i++) most = Math.max(most, ends[i] as number);
  for (let i = at; i < at + states; i++) ends[i] = (ends[i] as number) / most;
  scale[c] = (scale[c] as number) + Math.log(most);
}

/** Makes room at a cut for a share with such a logarithm. */
function raise(ends: Float64Array, scale: Float64Array, d: number, states: number, log: number): void {
  const old = scale[d] as number;
  if (log - old <= ROOM) return;
  scale[d] = log;
  const factor = Math.exp(old - log);
  for (let i = d * states; i < (d + 1) * states; i++) ends[i] = (ends[i] as number) * factor;
}

/** From the labels that end at a cut to those that begin there, within the beam. */
function begin({ lattice, scores, ends, starts, pair }: Sums, c: number): void {
  const { states, stateAt, ordinals } = lattice;
  const at = c * states;
  const pairs = c * PAIRS.length;
  for (let a = 0; a < LABEL_COUNT; a++) {
    const count = IS_BODY[a] === 1 ? ordinals.length : 1;
    const [first, beyond] = [PAIRS_FROM[a] as number, PAIRS_FROM[a + 1] as number];
    let isKnown = false;
    for (let l = 0; l < count; l++) {
      const end = ends[at + (stateAt[a] as number) + l] as number;
      if (end === 0) continue;
      if (!isKnown) for (let p = first; p < beyond; p++) pair[pairs + p] = Math.exp(scores.pair[pairs + p] as number);
      isKnown = true;
      for (let p = first; p < beyond; p++) {
        const b = PAIR_AFTER[p] as number;
        const state = at + (stateAt[b] as number) + (IS_BODY[b] === 1 ? l : 0);
        starts[state] = (starts[state] as number) + end * (pair[pairs + p] as number);
      }
    }
  }
  let best = 0;
  for (let i = at; i < at + states; i++) best = Math.max(best, starts[i] as number);
  for (let i = at; i < at + states; i++) if ((starts[i] as number) < best * WITHIN_BEAM) starts[i] = 0;
}

/**
 * Factors of the steps that begin at a cut with a label, from this cut's shares to those of the cut where they end.
 * @param start the largest share that begins so: cuts ahead are given room for it; 0 where they have it
 * @returns how many steps there are
 */
function factorsOf({ lattice, scores, ends, scale, factors }: Sums, c: number, b: number, start: number): number {
  const first = stepsFrom(lattice, scores, c, b);
  const count = (lattice.stepsAt[c * LABEL_COUNT + b + 1] as number) - first;
  const own = scale[c] as number;
  const log = Math.log(start);
  for (let i = 0; i < count; i++) {
    const score = own + (scores.steps[first + i] as number);
    const d = c + 1 + i;
    if (score + log - (scale[d] as number) > ROOM) raise(ends, scale, d, lattice.states, score + log);
    factors[i] = Math.exp(score - (scale[d] as number));
  }
  return count;
}

/** The first of the steps from a cut that reaches beyond the next number. */
function firstBeyond({ lattice, scores }: Sums, c: number, count: number, number: number): number {
  const next = scores.numbers.next[number] as number;
  if (next >= lattice.size) return count;
  let i = 0;
  while (i < count && (lattice.cuts[c + 1 + i] as number) <= next) i += 1;
  return i;
}

function add({ lattice, ends, factors }: Sums, c: number, state: number, from: number, to: number, by: number): void {
  const { states } = lattice;
  for (let i = from, at = (c + 1 + from) * states + state; i < to; i++, at += states)
    ends[at] = (ends[at] as number) + by * (factors[i] as number);
}

/** What the steps from a cut lead on to, without the start's own share. */
function onwards({ lattice, rest, factors }: Sums, c: number, state: number, from: number, to: number): number {
  const { states } = lattice;
  let sum = 0;
  for (let i = from, at = (c + 1 + from) * states + state; i < to; i++, at += states)
    sum += (rest[at] as number) * (factors[i] as number);
  return sum;
}

function backward(sums: Sums, c: number): void {
  const { lattice, scores, starts, restOfStarts } = sums;
  const { states, stateAt } = lattice;
  for (const b of OTHER_LABELS) {
    const at = c * states + (stateAt[b] as number);
    if (starts[at] === 0) continue;
    const count = factorsOf(sums, c, b, 0);
    restOfStarts[at] = onwards(sums, c, stateAt[b] as number, 0, count);
  }
  for (const b of BODY_LABELS) {
    const at = c * states + (stateAt[b] as number);
    let count = -1;
    for (let l = 0; l < lattice.ordinals.length; l++) {
      if (starts[at + l] === 0) continue;
      if (count < 0) count = factorsOf(sums, c, b, 0);
      const number = numberAt(lattice, scores, c, b, l);
      const { after, score, inside } = scores.numbers;
      const far = firstBeyond(sums, c, count, number);
      const near = onwards(sums, c, after[number] as number, 0, far);
      const beyond = far < count ? onwards(sums, c, after[number] as number, far, count) : 0;
      restOfStarts[at + l] = Math.exp(score[number] as number) * (near + Math.exp(inside[number] as number) * beyond);
    }
  }
  endsBackward(sums, c);
}

function endsBackward({ lattice, ends, rest, restOfStarts, pair }: Sums, c: number): void {
  const { states, stateAt, ordinals } = lattice;
  const at = c * states;
  const pairs = c * PAIRS.length;
  for (let a = 0; a < LABEL_COUNT; a++) {
    const count = IS_BODY[a] === 1 ? ordinals.length : 1;
    for (let l = 0; l < count; l++) {
      const end = at + (stateAt[a] as number) + l;
      if (ends[end] === 0) continue;
      let sum = 0;
      const beyond = PAIRS_FROM[a + 1] as number;
      for (let p = PAIRS_FROM[a] as number; p < beyond; p++) {
        const b = PAIR_AFTER[p] as number;
        const state = at + (stateAt[b] as number) + (IS_BODY[b] === 1 ? l : 0);
        sum += (pair[pairs + p] as number) * (restOfStarts[state] as number);
      }
      rest[end] = sum;
    }
  }
}

function stepsAt(sums: Sums, c: number, whole: number, visit: (step: Step, probability: number) => void): void {
  const { lattice, scores, starts, rest, factors } = sums;
  const { states, stateAt, ordinals } = lattice;
  for (let b = 0; b < LABEL_COUNT; b++) {
    const at = c * states + (stateAt[b] as number);
    let count = -1;
    for (let l = 0; l < (IS_BODY[b] === 1 ? ordinals.length : 1); l++) {
      // What all its steps together reach is known.
      const share = (starts[at + l] as number) / whole;
      if (share * (sums.restOfStarts[at + l] as number) <= NEGLIGIBLE) continue;
      if (count < 0) count = factorsOf(sums, c, b, 0);
      const number = IS_BODY[b] === 1 ? numberAt(lattice, scores, c, b, l) : -1;
      const after = number < 0 ? 0 : (scores.numbers.after[number] as number) - (stateAt[b] as number);
      const far = number < 0 ? count : firstBeyond(sums, c, count, number);
      const near = number < 0 ? share : share * Math.exp(scores.numbers.score[number] as number);
      const beyond = far < count ? near * Math.exp(scores.numbers.inside[number] as number) : 0;
      for (let i = 0; i < count; i++) {
        const onward = rest[(c + 1 + i) * states + (stateAt[b] as number) + after] as number;
        const probability = (i < far ? near : beyond) * (factors[i] as number) * onward;
        if (probability > NEGLIGIBLE) visit({ from: c, to: c + 1 + i, label: b, before: l, after }, probability);
      }
    }
  }
}

function boundariesAt(
  { lattice, ends, restOfStarts, pair }: Sums,
  c: number,
  whole: number,
  visit: (cut: number, pair: number, probability: number) => void,
): void {
  const { states, stateAt, ordinals } = lattice;
  const at = c * states;
  for (let a = 0; a < LABEL_COUNT; a++) {
    const count = IS_BODY[a] === 1 ? ordinals.length : 1;
    const first = at + (stateAt[a] as number);
    let most = 0;
    for (let l = 0; l < count; l++) most = Math.max(most, ends[first + l] as number);
    if (most === 0) continue;
    for (let p = PAIRS_FROM[a] as number; p < (PAIRS_FROM[a + 1] as number); p++) {
      const b = PAIR_AFTER[p] as number;
      const begun = at + (stateAt[b] as number);
      let sum = 0;
      for (let l = 0; l < count; l++)
        sum += (ends[first + l] as number) * (restOfStarts[begun + (IS_BODY[b] === 1 ? l : 0)] as number);
      const probability = (sum * (pair[c * PAIRS.length + p] as number)) / whole;
      if (probability > NEGLIGIBLE) visit(c, p, probability);
    }
  }
}
