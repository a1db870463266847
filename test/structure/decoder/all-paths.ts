import { isBody, LABEL_COUNT, LONGEST, labelIndex, mayFollow } from "../../../src/structure/decoder/labels.ts";
import { PAGE_MARK } from "../../../src/structure/decoder/scores.ts";
import { boundaryFeatures, mayBegin, segmentFeatures } from "../../../src/structure/decoder/segment-features.ts";
import { NUMBER_FEATURES, type NumberFeature, PAIRS } from "../../../src/structure/decoder/weights.ts";
import type { PieceFacts } from "../../../src/structure/facts/piece-facts.ts";
import type { SmallLetter } from "./small-letters.ts";

/** A segment of a path: first piece, the piece after its last one, label, the last clause's number before it. */
export interface PathStep {
  readonly from: number;
  readonly to: number;
  readonly label: number;
  readonly before: number;
}

/** What going through every path of a letter finds, page furniture tried both ways in each. */
export interface AllPaths {
  readonly count: number;
  readonly logZ: number;
  /** Probability by `stepKey`. */
  readonly steps: ReadonlyMap<string, number>;
  /** Probability by piece, label before and after: "0 22 14". */
  readonly boundaries: ReadonlyMap<string, number>;
  /** Probability by piece and label that the piece is page furniture within a segment of the label. */
  readonly furniture: ReadonlyMap<string, number>;
  readonly best: readonly PathStep[];
  /** The share of the second-best path in the best one. */
  readonly second: number;
}

export function stepKey({ from, to, label, before }: PathStep): string {
  return `${from} ${to} ${label} ${before}`;
}

const FURNITURE = labelIndex("furniture");
const CLAUSE = labelIndex("clause");

/** Scores the model's definition path by path: no sums are shared, nothing is left out. */
export function allPaths({ view, names, weights, at }: SmallLetter): AllPaths {
  const { facts, sureness } = view;
  const size = facts.length;
  const w = (offset: number): number => weights[offset] as number;
  const sure = (k: number, b: number): number => Math.max(-8, (sureness[k] as Float64Array)[b] as number);
  const fact = (k: number): PieceFacts => facts[k] as PieceFacts;

  const content = (k: number, b: number): number => w(at.emission + b) * sure(k, b) + w(at.piece + b);
  const furniture = (k: number, b: number): number => {
    const odds = sure(k, FURNITURE) - (b === FURNITURE ? 0 : sure(k, b));
    const looks = (fact(k).isPageMark ? w(at.looks) + PAGE_MARK : 0) + (fact(k).looksEmpty ? w(at.looks + 1) : 0);
    return w(at.contrast + b) * odds + w(at.furniture + b) + looks;
  };
  const boundary = (k: number, a: number, b: number): number => {
    const pair = PAIRS.findIndex(([x, y]) => x === a && y === b);
    return total(
      boundaryFeatures(view, k).map((name) => {
        const row = names.boundary.get(name) as number;
        return w(at.pair + row * PAIRS.length + pair) + w(at.start + row * LABEL_COUNT + b);
      }),
    );
  };
  const ordinalOf = (k: number): number => {
    const marker = fact(k).counting;
    return marker === null || marker.kind === "letter" || marker.ordinal > 30 ? 0 : marker.ordinal;
  };
  const numbered = (from: number, to: number, b: number, last: number): { score: number; after: number } => {
    if (!isBody(b)) return { score: 0, after: 0 };
    const found: NumberFeature[] = [];
    const own = ordinalOf(from);
    const after = b === CLAUSE && own > 0 ? own : last;
    if (b === CLAUSE) {
      found.push(clauseNumber(own, last, fact(from).counting !== null));
      if (own > 0 && (fact(from).counting?.cost ?? 0) > 0) found.push("costly");
    } else if (own > 0 && own === last + 1) found.push("next");
    const inside = facts.findIndex((_, k) => k > from && ordinalOf(k) === after + 1);
    if (inside >= 0 && inside < to) {
      found.push("next-inside");
      if (fact(inside).opens) found.push("next-inside-opens");
      if (fact(inside).ending === "question") found.push("next-inside-asks");
    }
    return { score: total(found.map((name) => w(at.number + NUMBER_FEATURES.indexOf(name) * LABEL_COUNT + b))), after };
  };
  const whole = (from: number, to: number, b: number): number => {
    const rows = segmentFeatures(view, from, to).map((row) => w(at.segment + row * LABEL_COUNT + b));
    let logs = 0;
    for (let k = from; k < to; k++) logs += Math.max(sure(k, b), sure(k, FURNITURE));
    return total(rows) + (w(at.mean + b) * logs) / Math.sqrt(to - from);
  };

  const cuts = facts.flatMap((_, k) => (mayBegin(view, k) ? [k] : []));
  const ends = [...cuts.slice(1), size];
  const scored = new Map<string, number>();
  const known = (key: string, score: () => number): number => {
    const found = scored.get(key) ?? score();
    scored.set(key, found);
    return found;
  };
  const numbers = new Map<string, ReturnType<typeof numbered>>();

  let count = 0;
  let mass = 0;
  const steps = new Map<string, number>();
  const boundaries = new Map<string, number>();
  const dirt = new Map<string, number>();
  let best: { steps: PathStep[]; mass: number } = { steps: [], mass: 0 };
  let second = 0;

  /** A whole segmentation: every choice of furniture within it is a path of its own. */
  const finish = (path: readonly PathStep[], score: number): void => {
    const free = path.flatMap(({ from, to, label }) =>
      Array.from({ length: to - from - 1 }, (_, i) => [from + 1 + i, label] as const),
    );
    let own = 0;
    for (let choice = 0; choice < 2 ** free.length; choice++) {
      let sum = score;
      free.forEach(([k, b], i) => {
        sum += isSet(choice, i) ? furniture(k, b) : content(k, b);
      });
      const share = Math.exp(sum);
      count += 1;
      own += share;
      free.forEach(([k, b], i) => {
        if (isSet(choice, i)) add(dirt, `${k} ${b}`, share);
      });
    }
    mass += own;
    path.forEach((step, i) => {
      add(steps, stepKey(step), own);
      add(boundaries, `${step.from} ${path[i - 1]?.label ?? FURNITURE} ${step.label}`, own);
    });
    if (own > best.mass) [second, best] = [best.mass, { steps: [...path], mass: own }];
    else second = Math.max(second, own);
  };
  const extend = (path: readonly PathStep[], from: number, a: number, last: number, score: number): void => {
    if (from === size) {
      finish(path, score);
      return;
    }
    for (let b = 0; b < LABEL_COUNT; b++) {
      if (!mayFollow(a, b)) continue;
      const before = isBody(b) ? last : 0;
      for (const to of ends) {
        if (to <= from || to - from > (LONGEST[b] as number)) continue;
        const key = `${from} ${to} ${b} ${before}`;
        const number = numbers.get(key) ?? numbered(from, to, b, before);
        numbers.set(key, number);
        const own =
          known(`b ${from} ${a} ${b}`, () => boundary(from, a, b)) +
          known(`s ${from} ${to} ${b}`, () => content(from, b) + whole(from, to, b)) +
          number.score;
        extend([...path, { from, to, label: b, before }], to, b, number.after, score + own);
      }
    }
  };
  let above = 0;
  for (let k = 0; k <= size; k++) {
    if (cuts.includes(k)) extend([], k, FURNITURE, 0, above);
    if (k < size) above += furniture(k, FURNITURE);
  }
  const shares = (map: Map<string, number>): Map<string, number> =>
    new Map([...map].map(([key, share]) => [key, share / mass]));
  return {
    count,
    logZ: Math.log(mass),
    steps: shares(steps),
    boundaries: shares(boundaries),
    furniture: shares(dirt),
    best: best.steps,
    second: second / best.mass,
  };
}

function clauseNumber(own: number, last: number, hasMarker: boolean): NumberFeature {
  if (own === 0 && hasMarker) return "letter";
  if (own === 0) return last === 0 ? "none-first" : "none-later";
  if (own === last + 1) return last === 0 ? "first" : "next";
  if (own === last) return "same";
  if (own === 1) return "restart";
  if (last === 0) return "late-first";
  return own > last ? "skip" : "back";
}

function isSet(choice: number, bit: number): boolean {
  return Math.floor(choice / 2 ** bit) % 2 === 1;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function add(map: Map<string, number>, key: string, share: number): void {
  map.set(key, (map.get(key) ?? 0) + share);
}
