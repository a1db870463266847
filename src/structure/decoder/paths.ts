import { isBody, LABEL_COUNT, LABELS, labelIndex } from "./labels.ts";
import type { Lattice, Step } from "./lattice.ts";
import { numberAt, type Scores, stepsFrom } from "./scores.ts";
import { PAIRS } from "./weights.ts";

export const FURNITURE = labelIndex("furniture");
export const BODY_LABELS = LABELS.flatMap((_, b) => (isBody(b) ? [b] : []));
export const OTHER_LABELS = LABELS.flatMap((_, b) => (isBody(b) || b === FURNITURE ? [] : [b]));

/** In nats: what is so far behind the best at one place is not followed. */
export const BEAM = 22;

/** The pairs from each label: first index, and the end after the last label. */
export const PAIRS_FROM = Int32Array.from({ length: LABEL_COUNT + 1 }, (_, a) => {
  const found = PAIRS.findIndex(([before]) => before >= a);
  return found < 0 ? PAIRS.length : found;
});
export const PAIR_AFTER = Int32Array.from(PAIRS, ([, b]) => b);
export const IS_BODY = Uint8Array.from(LABELS, (_, b) => Number(isBody(b)));

/** The best ways to each state at each cut: cut × states. */
export interface BestWays {
  /** Scores of having a segment end at a cut; minus infinity where no way was followed there. */
  readonly ends: Float64Array;
  /** The cut where the last segment began, times states, plus the state it began in. */
  readonly endsFrom: Int32Array;
  /** By the state that a segment begins in, the state before it. */
  readonly startsFrom: Int32Array;
}

/** Only what begins within the beam is followed. */
function bestWays(lattice: Lattice, scores: Scores): BestWays {
  const { cuts, states, stateAt } = lattice;
  const last = cuts.length - 1;
  const ends = new Float64Array(cuts.length * states).fill(Number.NEGATIVE_INFINITY);
  const endsFrom = new Int32Array(cuts.length * states).fill(-1);
  const startsFrom = new Int32Array(last * states);
  const starts = new Float64Array(states);
  const ways = { ends, endsFrom, startsFrom };
  for (let c = 0; c < last; c++) {
    // All pieces so far are furniture.
    ends[c * states + (stateAt[FURNITURE] as number)] = scores.sums[
      (cuts[c] as number) * LABEL_COUNT + FURNITURE
    ] as number;
    beginBest(lattice, scores, ways, c, starts);
    for (const b of OTHER_LABELS) {
      const state = stateAt[b] as number;
      if ((starts[state] as number) > Number.NEGATIVE_INFINITY)
        followOther(lattice, scores, ways, c, b, starts[state] as number);
    }
    for (const b of BODY_LABELS) {
      for (let l = 0; l < lattice.ordinals.length; l++) {
        const start = starts[(stateAt[b] as number) + l] as number;
        if (start > Number.NEGATIVE_INFINITY) followBody(lattice, scores, ways, c, b, l, start);
      }
    }
  }
  return ways;
}

/** From the labels that end at a cut to those that begin there. */
function beginBest(lattice: Lattice, scores: Scores, ways: BestWays, c: number, starts: Float64Array): void {
  const { states, stateAt, ordinals } = lattice;
  const { ends, startsFrom } = ways;
  const at = c * states;
  starts.fill(Number.NEGATIVE_INFINITY);
  let best = Number.NEGATIVE_INFINITY;
  for (let a = 0; a < LABEL_COUNT; a++) {
    const count = IS_BODY[a] === 1 ? ordinals.length : 1;
    for (let l = 0; l < count; l++) {
      const before = (stateAt[a] as number) + l;
      const end = ends[at + before] as number;
      if (end === Number.NEGATIVE_INFINITY) continue;
      const pairsEnd = PAIRS_FROM[a + 1] as number;
      for (let p = PAIRS_FROM[a] as number; p < pairsEnd; p++) {
        const b = PAIR_AFTER[p] as number;
        const state = (stateAt[b] as number) + (IS_BODY[b] === 1 ? l : 0);
        const score = end + (scores.pair[c * PAIRS.length + p] as number);
        if (score <= (starts[state] as number)) continue;
        starts[state] = score;
        startsFrom[at + state] = before;
        if (score > best) best = score;
      }
    }
  }
  for (let i = 0; i < states; i++) if ((starts[i] as number) < best - BEAM) starts[i] = Number.NEGATIVE_INFINITY;
}

function followOther(lattice: Lattice, scores: Scores, ways: BestWays, c: number, b: number, start: number): void {
  const { states, stateAt, stepsAt } = lattice;
  const { ends, endsFrom } = ways;
  const state = stateAt[b] as number;
  const begin = stepsFrom(lattice, scores, c, b);
  const end = stepsAt[c * LABEL_COUNT + b + 1] as number;
  for (let i = begin, to = (c + 1) * states + state; i < end; i++, to += states) {
    const score = start + (scores.steps[i] as number);
    if (score <= (ends[to] as number)) continue;
    ends[to] = score;
    endsFrom[to] = c * states + state;
  }
}

function followBody(
  lattice: Lattice,
  scores: Scores,
  ways: BestWays,
  c: number,
  b: number,
  l: number,
  start: number,
): void {
  const { cuts, states, stateAt, stepsAt } = lattice;
  const { ends, endsFrom } = ways;
  const from = c * states + (stateAt[b] as number) + l;
  const at = numberAt(lattice, scores, c, b, l);
  const next = scores.numbers.next[at] as number;
  const inside = scores.numbers.inside[at] as number;
  const own = start + (scores.numbers.score[at] as number);
  const begin = stepsFrom(lattice, scores, c, b);
  const count = (stepsAt[c * LABEL_COUNT + b + 1] as number) - begin;
  const state = scores.numbers.after[at] as number;
  for (let i = 0, to = (c + 1) * states + state; i < count; i++, to += states) {
    const score = own + (scores.steps[begin + i] as number) + (next < (cuts[c + 1 + i] as number) ? inside : 0);
    if (score <= (ends[to] as number)) continue;
    ends[to] = score;
    endsFrom[to] = from;
  }
}

/** The best path through a lattice; empty where none reaches its end. */
export function bestPath(lattice: Lattice, scores: Scores, ways = bestWays(lattice, scores)): Step[] {
  const { cuts, states, stateAt } = lattice;
  const steps: Step[] = [];
  let to = cuts.length - 1;
  let state = indexOfLargest(ways.ends.subarray(to * states, (to + 1) * states));
  const above = stateAt[FURNITURE] as number;
  while (to > 0 && state !== above) {
    const way = ways.endsFrom[to * states + state] as number;
    if (way < 0) break;
    const from = Math.floor(way / states);
    const begun = way % states;
    const label = labelOf(lattice, state);
    const [before, after] = [begun - (stateAt[label] as number), state - (stateAt[label] as number)];
    steps.push({ from, to, label, before, after });
    state = ways.startsFrom[way] as number;
    to = from;
  }
  return steps.reverse();
}

function labelOf({ stateAt }: Lattice, state: number): number {
  let label = 0;
  while (label + 1 < LABEL_COUNT && (stateAt[label + 1] as number) <= state) label += 1;
  return label;
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** For messages and traces. */
export function labelName(label: number): string {
  return LABELS[label] as string;
}
