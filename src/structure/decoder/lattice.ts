import type { PieceFacts } from "../facts/piece-facts.ts";
import { isBody, LABEL_COUNT, LABELS, LONGEST, labelIndex } from "./labels.ts";
import { boundaryFeatures, type LetterView, mayBegin, segmentFeatures } from "./segment-features.ts";
import { type FeatureNames, NUMBER_FEATURES, type NumberFeature } from "./weights.ts";

const FURNITURE = labelIndex("furniture");
const CLAUSE = labelIndex("clause");
const NUMBER = Object.fromEntries(NUMBER_FEATURES.map((name, i) => [name, i])) as Record<NumberFeature, number>;

/** The letter as the decoder computes with it: everything but the weights. Tables are flat: this is where the time goes. */
export interface Lattice {
  readonly view: LetterView;
  readonly size: number;
  /** Pieces that a segment may begin with, in order; then the letter's end. */
  readonly cuts: Int32Array;
  /** Rows of boundary features at each cut. */
  readonly boundary: readonly Int32Array[];
  /** Rows of segment features, segment after segment. */
  readonly rows: Int16Array;
  /** Where a segment's rows begin, by cut × WIDEST + cuts it reaches over - 1; the next segment's are their end. */
  readonly rowsAt: Int32Array;
  /** Where the steps stand that begin at a cut with a label, nearest end first: cut × LABEL_COUNT + label; the next are their end. */
  readonly stepsAt: Int32Array;
  /** Index of a label's first state; labels of the body have a state for each of `ordinals`, in their order. */
  readonly stateAt: Int32Array;
  /** How many states there are at a cut. */
  readonly states: number;
  /** Clause numbers that occur, by their index; 0 is "none yet". */
  readonly ordinals: readonly number[];
  /** Index in `ordinals` of a piece's number; 0 for none. */
  readonly ordinalAt: Int16Array;
  /** Piece at or after which the next number after `ordinals[l]` stands, by piece × ordinals + l; the letter's size for none. */
  readonly nextAt: Int32Array;
  /** Sums over the first pieces of a label's log-probability, or furniture's where that is greater: piece × LABEL_COUNT, from 0. */
  readonly own: Float64Array;
}

/** Cuts that a segment reaches over at most: what bounds the time for a letter of many short lines. */
export const WIDEST = 70;

export function latticeOf(view: LetterView, names: FeatureNames): Lattice {
  const { facts } = view;
  const size = facts.length;
  const starts: number[] = [];
  for (let at = 0; at < size; at++) if (mayBegin(view, at)) starts.push(at);
  const boundary = starts.map((at) =>
    Int32Array.from(boundaryFeatures(view, at).flatMap((name) => names.boundary.get(name) ?? [])),
  );
  const cuts = Int32Array.from([...starts, size]);
  const numbers = ordinalsOf(facts);
  return {
    view,
    size,
    cuts,
    boundary,
    ...segmentRows(view, cuts),
    stepsAt: stepsOf(cuts),
    ...statesOf(numbers.ordinals.length),
    ...numbers,
    own: ownOf(view),
  };
}

function segmentRows(view: LetterView, cuts: Int32Array): Pick<Lattice, "rows" | "rowsAt"> {
  const last = cuts.length - 1;
  const rows: number[] = [];
  const rowsAt = new Int32Array(last * WIDEST + 1);
  for (let c = 0; c < last; c++) {
    for (let w = 0; w < WIDEST; w++) {
      const d = c + w + 1;
      if (d <= last) segmentFeatures(view, cuts[c] as number, cuts[d] as number, rows);
      rowsAt[c * WIDEST + w + 1] = rows.length;
    }
  }
  return { rows: Int16Array.from(rows), rowsAt };
}

function stepsOf(cuts: Int32Array): Int32Array {
  const last = cuts.length - 1;
  const stepsAt = new Int32Array(last * LABEL_COUNT + 1);
  let count = 0;
  for (let c = 0; c < last; c++) {
    const from = cuts[c] as number;
    for (let b = 0; b < LABEL_COUNT; b++) {
      stepsAt[c * LABEL_COUNT + b] = count;
      if (b === FURNITURE) continue;
      const end = Math.min(last, c + WIDEST);
      for (let d = c + 1; d <= end && (cuts[d] as number) - from <= (LONGEST[b] as number); d++) count += 1;
    }
  }
  stepsAt[last * LABEL_COUNT] = count;
  return stepsAt;
}

function statesOf(ordinals: number): Pick<Lattice, "stateAt" | "states"> {
  const stateAt = new Int32Array(LABEL_COUNT);
  let states = 0;
  LABELS.forEach((_, b) => {
    stateAt[b] = states;
    states += isBody(b) ? ordinals : 1;
  });
  return { stateAt, states };
}

function ownOf({ sureness }: LetterView): Float64Array {
  const size = sureness.length;
  const sums = new Float64Array(LABEL_COUNT * (size + 1));
  for (let k = 0; k < size; k++) {
    const row = sureness[k] as Float64Array;
    const furniture = row[FURNITURE] as number;
    for (let b = 0; b < LABEL_COUNT; b++) {
      const log = clipped(Math.max(row[b] as number, furniture));
      sums[(k + 1) * LABEL_COUNT + b] = (sums[k * LABEL_COUNT + b] as number) + log;
    }
  }
  return sums;
}

function ordinalsOf(facts: readonly PieceFacts[]): Pick<Lattice, "ordinals" | "ordinalAt" | "nextAt"> {
  const counted = facts.map(({ counting }) => (counting === null || counting.kind === "letter" ? 0 : counting.ordinal));
  const ordinals = [0, ...new Set(counted.filter((ordinal) => ordinal > 0 && ordinal <= 30))].sort((a, b) => a - b);
  const index = new Map(ordinals.map((ordinal, i) => [ordinal, i]));
  const ordinalAt = Int16Array.from(counted, (ordinal) => index.get(ordinal) ?? 0);
  const count = ordinals.length;
  const nextAt = new Int32Array((facts.length + 1) * count).fill(facts.length);
  for (let at = facts.length - 1; at >= 0; at--) {
    for (let l = 0; l < count; l++) {
      const isNext = counted[at] === (ordinals[l] as number) + 1;
      nextAt[at * count + l] = isNext ? at : (nextAt[(at + 1) * count + l] as number);
    }
  }
  return { ordinals, ordinalAt, nextAt };
}

/** The number features of a segment; calls back with each. `l` and the result are indices in `ordinals`. */
export function numberFeatures(
  lattice: Lattice,
  label: number,
  from: number,
  to: number,
  l: number,
  visit: (feature: number) => void,
): number {
  const { ordinals, ordinalAt, nextAt, view } = lattice;
  let after = l;
  const fact = view.facts[from] as PieceFacts;
  const own = ordinalAt[from] as number;
  if (label === CLAUSE) {
    const last = ordinals[l] as number;
    const ordinal = ordinals[own] as number;
    if (own > 0) {
      after = own;
      if (ordinal === last + 1) visit(last === 0 ? NUMBER.first : NUMBER.next);
      else if (ordinal === last) visit(NUMBER.same);
      else if (ordinal === 1) visit(NUMBER.restart);
      else if (last === 0) visit(NUMBER["late-first"]);
      else visit(ordinal > last ? NUMBER.skip : NUMBER.back);
      if ((fact.counting?.cost ?? 0) > 0) visit(NUMBER.costly);
    } else if (fact.counting !== null) visit(NUMBER.letter);
    else visit(last === 0 ? NUMBER["none-first"] : NUMBER["none-later"]);
  } else if (own > 0 && ordinals[own] === (ordinals[l] as number) + 1) visit(NUMBER.next);
  const next = nextAt[(from + 1) * ordinals.length + after] as number;
  if (next < to) {
    visit(NUMBER["next-inside"]);
    const inside = view.facts[next] as PieceFacts;
    if (inside.opens) visit(NUMBER["next-inside-opens"]);
    if (inside.ending === "question") visit(NUMBER["next-inside-asks"]);
  }
  return after;
}

/**
 * The mean log-probability of a label over a segment's pieces, page furniture counted as such, times the root of its
 * size: what many lines say together is more than what one says, and less than their sum.
 */
export function meanOf({ own }: Lattice, from: number, to: number, b: number): number {
  const sum = (own[to * LABEL_COUNT + b] as number) - (own[from * LABEL_COUNT + b] as number);
  return sum / Math.sqrt(to - from);
}

/** The classifier's log-probabilities say no more below this: about one in three thousand. */
const LEAST_LOG = -8;

export function clipped(log: number): number {
  return Math.max(LEAST_LOG, log);
}

/** One segment that the decoder considers. */
export interface Step {
  /** Index in `cuts` of its first piece, and of the piece after it. */
  readonly from: number;
  readonly to: number;
  readonly label: number;
  /** Indices in `ordinals` of the last clause's number before and after it. */
  readonly before: number;
  readonly after: number;
}
