import { LABEL_COUNT, labelIndex } from "../../../src/structure/decoder/labels.ts";
import {
  clipped,
  type Lattice,
  latticeOf,
  meanOf,
  numberFeatures,
  type Step,
  WIDEST,
} from "../../../src/structure/decoder/lattice.ts";
import { marginals } from "../../../src/structure/decoder/marginals.ts";
import { furnitureOdds, type Scores, scoresOf, stepsFrom } from "../../../src/structure/decoder/scores.ts";
import { boundaryFeatures, type LetterView, mayBegin } from "../../../src/structure/decoder/segment-features.ts";
import {
  type FeatureNames,
  PAIR_INDEX,
  PAIRS,
  type Sections,
  sectionsOf,
} from "../../../src/structure/decoder/weights.ts";
import type { PieceFacts } from "../../../src/structure/facts/piece-facts.ts";
import { type Gold, goldOf } from "./gold.ts";
import type { TrueLabel } from "./label-pieces.ts";
import { randomFrom, shuffled } from "./random.ts";

export interface Sample {
  readonly id: string;
  readonly view: LetterView;
  readonly truth: readonly TrueLabel[];
}

const FURNITURE = labelIndex("furniture");

/** Chosen on the development letters by the surprise of letters not fitted on. */
const EPOCHS = 9;
const RATE = 0.2;
const L2 = 0.001;

/** Fits the decoder by conditional log-likelihood: AdaGrad over letters, weights averaged over the later epochs. */
export function fitDecoder(
  samples: readonly Sample[],
  log?: (line: string) => void,
): { names: FeatureNames; weights: Float64Array } {
  const names = namesIn(samples);
  const at = sectionsOf(names);
  const prepared: { lattice: Lattice; gold: Gold }[] = [];
  for (const { id, view, truth } of samples) {
    const lattice = latticeOf(view, names);
    const gold = goldOf(lattice, truth);
    if ("problem" in gold) log?.(`${id}: ${gold.problem}`);
    else if (isTorn(truth)) log?.(`${id}: torn`);
    else prepared.push({ lattice, gold });
  }
  const weights = new Float64Array(at.size);
  weights.fill(0.5, at.emission, at.emission + LABEL_COUNT);
  weights.fill(0.5, at.contrast, at.contrast + LABEL_COUNT);
  const squares = new Float64Array(at.size).fill(1e-2);
  const average = new Float64Array(at.size);
  const gradient = new Float64Array(at.size);
  const random = randomFrom(11);
  let rounds = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let loss = 0;
    for (const { lattice, gold } of shuffled(prepared, random)) {
      gradient.fill(0);
      loss += gradientOf(lattice, gold, weights, at, gradient);
      for (let i = 0; i < at.size; i++) {
        const g = (gradient[i] as number) + L2 * (weights[i] as number);
        if (g === 0) continue;
        squares[i] = (squares[i] as number) + g * g;
        weights[i] = (weights[i] as number) - (RATE * g) / Math.sqrt(squares[i] as number);
      }
    }
    if (epoch >= EPOCHS / 2) {
      rounds += 1;
      for (let i = 0; i < at.size; i++) average[i] = (average[i] as number) + (weights[i] as number);
    }
    log?.(`epoch ${epoch}: loss ${(loss / prepared.length).toFixed(3)}`);
  }
  for (let i = 0; i < at.size; i++) average[i] = (average[i] as number) / rounds;
  return { names, weights: average };
}

/** More than a third of the body stands in no leaf: the text layer is in pieces, or the truth is of another text. */
function isTorn(truth: readonly TrueLabel[]): boolean {
  const body = truth.flatMap(({ leaf }, at) => (/^\d/.test(leaf) ? [at] : []));
  const [first, last] = [body[0] ?? 0, body.at(-1) ?? 0];
  return body.length < (2 / 3) * (last - first + 1);
}

/** Features seen in three letters or more. */
function namesIn(samples: readonly Sample[]): FeatureNames {
  const boundary = new Map<string, number>();
  const count = (map: Map<string, number>, seen: Iterable<string>): void => {
    for (const name of seen) map.set(name, (map.get(name) ?? 0) + 1);
  };
  for (const { view } of samples) {
    const size = view.facts.length;
    const inBoundary = new Set<string>();
    for (let k = 0; k < size; k++)
      if (mayBegin(view, k)) for (const name of boundaryFeatures(view, k)) inBoundary.add(name);
    count(boundary, inBoundary);
  }
  const indexed = (map: Map<string, number>): Map<string, number> =>
    new Map(
      [...map]
        .filter(([, n]) => n >= 3)
        .map(([name]) => name)
        .sort()
        .map((name, i) => [name, i]),
    );
  return { boundary: indexed(boundary) };
}

/** How surprising the true path is, in nats. */
export function surpriseOf(lattice: Lattice, gold: Gold, weights: Float64Array, at: Sections): number {
  return gradientOf(lattice, gold, weights, at, new Float64Array(at.size));
}

/** Adds the gradient of the negative log-likelihood; returns that. */
export function gradientOf(
  lattice: Lattice,
  gold: Gold,
  weights: Float64Array,
  at: Sections,
  gradient: Float64Array,
): number {
  const scores = scoresOf(lattice, weights, at);
  const all = marginals(lattice, scores);
  const mass = new Float64Array((lattice.size + 1) * LABEL_COUNT);
  all.eachStep((step, p) => {
    addStep(lattice, step, p, at, gradient);
    addMass(lattice, step, p, mass);
  });
  all.eachBoundary((c, pair, p) => {
    addBoundary(lattice, c, pair, p, at, gradient);
    // Furniture above the first segment.
    if (PAIRS[pair]?.[0] === FURNITURE)
      for (let k = 0; k < (lattice.cuts[c] as number); k++) addFurniture(lattice, k, FURNITURE, p, at, gradient);
  });
  addPieces(lattice, scores, mass, at, gradient);
  return all.logZ - addGold(lattice, gold, scores, at, gradient);
}

function addStep(
  lattice: Lattice,
  { from, to, label, before }: Step,
  p: number,
  at: Sections,
  gradient: Float64Array,
): void {
  const segment = from * WIDEST + to - from - 1;
  for (let r = lattice.rowsAt[segment] as number; r < (lattice.rowsAt[segment + 1] as number); r++) {
    const i = at.segment + (lattice.rows[r] as number) * LABEL_COUNT + label;
    gradient[i] = (gradient[i] as number) + p;
  }
  gradient[at.mean + label] =
    (gradient[at.mean + label] as number) +
    p * meanOf(lattice, lattice.cuts[from] as number, lattice.cuts[to] as number, label);
  if (!isBodyStep(label)) return;
  numberFeatures(lattice, label, lattice.cuts[from] as number, lattice.cuts[to] as number, before, (feature) => {
    const i = at.number + feature * LABEL_COUNT + label;
    gradient[i] = (gradient[i] as number) + p;
  });
}

const BODY = new Set(
  ["label", "answerReference", "leadIn", "clause", "response", "nextReview"].map((l) => labelIndex(l as "label")),
);
const isBodyStep = (label: number): boolean => BODY.has(label);

/** First pieces count at once; the others as a difference, summed up later. */
function addMass(lattice: Lattice, { from, to, label }: Step, p: number, mass: Float64Array): void {
  const first = lattice.cuts[from] as number;
  const end = lattice.cuts[to] as number;
  FIRSTS[first * LABEL_COUNT + label] = (FIRSTS[first * LABEL_COUNT + label] ?? 0) + p;
  mass[(first + 1) * LABEL_COUNT + label] = (mass[(first + 1) * LABEL_COUNT + label] as number) + p;
  mass[end * LABEL_COUNT + label] = (mass[end * LABEL_COUNT + label] as number) - p;
}

/** Probability that a piece is a segment's first, by piece × label; emptied after each letter. */
let FIRSTS: number[] = [];

function addPieces(lattice: Lattice, scores: Scores, mass: Float64Array, at: Sections, gradient: Float64Array): void {
  const running = new Float64Array(LABEL_COUNT);
  for (let k = 0; k < lattice.size; k++) {
    for (let b = 0; b < LABEL_COUNT; b++) {
      running[b] = (running[b] as number) + (mass[k * LABEL_COUNT + b] as number);
      const first = FIRSTS[k * LABEL_COUNT + b] ?? 0;
      const within = Math.max(0, running[b] as number);
      const dirt = scores.furniture[k * LABEL_COUNT + b] as number;
      const content = first + within * (1 - dirt);
      if (content > 1e-9) addContent(lattice, k, b, content, at, gradient);
      if (within * dirt > 1e-9) addFurniture(lattice, k, b, within * dirt, at, gradient);
    }
  }
  FIRSTS = [];
}

function addContent(lattice: Lattice, k: number, b: number, p: number, at: Sections, gradient: Float64Array): void {
  const log = clipped((lattice.view.sureness[k] as Float64Array)[b] as number);
  gradient[at.emission + b] = (gradient[at.emission + b] as number) + p * log;
  gradient[at.piece + b] = (gradient[at.piece + b] as number) + p;
}

function addFurniture(lattice: Lattice, k: number, b: number, p: number, at: Sections, gradient: Float64Array): void {
  const odds = furnitureOdds(lattice.view.sureness[k] as Float64Array, b);
  const { isPageMark, looksEmpty } = lattice.view.facts[k] as PieceFacts;
  gradient[at.contrast + b] = (gradient[at.contrast + b] as number) + p * odds;
  gradient[at.furniture + b] = (gradient[at.furniture + b] as number) + p;
  if (isPageMark) gradient[at.looks] = (gradient[at.looks] as number) + p;
  if (looksEmpty) gradient[at.looks + 1] = (gradient[at.looks + 1] as number) + p;
}

function addBoundary(lattice: Lattice, c: number, pair: number, p: number, at: Sections, gradient: Float64Array): void {
  const b = (PAIRS[pair] as readonly [number, number])[1];
  for (const row of lattice.boundary[c] as Int32Array) {
    const i = at.pair + row * PAIRS.length + pair;
    gradient[i] = (gradient[i] as number) + p;
    const s = at.start + row * LABEL_COUNT + b;
    gradient[s] = (gradient[s] as number) + p;
  }
}

/** A step's score but for what its pieces and numbers score. */
function segmentScore(lattice: Lattice, scores: Scores, { from, to, label }: Step): number {
  const [first, end] = [lattice.cuts[from] as number, lattice.cuts[to] as number];
  const pieces =
    (scores.content[first * LABEL_COUNT + label] as number) +
    (scores.sums[end * LABEL_COUNT + label] as number) -
    (scores.sums[(first + 1) * LABEL_COUNT + label] as number);
  return (scores.steps[stepsFrom(lattice, scores, from, label) + to - from - 1] as number) - pieces;
}

/** Takes the true path's features off the gradient; returns its score. */
function addGold(lattice: Lattice, gold: Gold, scores: Scores, at: Sections, gradient: Float64Array): number {
  let score = 0;
  let before = FURNITURE;
  const head = lattice.cuts[gold.steps[0]?.from ?? 0] as number;
  for (let k = 0; k < head; k++) {
    addFurniture(lattice, k, FURNITURE, -1, at, gradient);
    score +=
      (scores.sums[(k + 1) * LABEL_COUNT + FURNITURE] as number) - (scores.sums[k * LABEL_COUNT + FURNITURE] as number);
  }
  for (const step of gold.steps) {
    const { from, to, label } = step;
    const pair = PAIR_INDEX[before * LABEL_COUNT + label] as number;
    addBoundary(lattice, from, pair, -1, at, gradient);
    addStep(lattice, step, -1, at, gradient);
    score += scores.pair[from * PAIRS.length + pair] as number;
    score += segmentScore(lattice, scores, step);
    if (isBodyStep(label)) {
      numberFeatures(
        lattice,
        label,
        lattice.cuts[from] as number,
        lattice.cuts[to] as number,
        step.before,
        (feature) => {
          score += scores.number[feature * LABEL_COUNT + label] as number;
        },
      );
    }
    for (let k = lattice.cuts[from] as number; k < (lattice.cuts[to] as number); k++) {
      const own = scores.content[k * LABEL_COUNT + label] as number;
      const dirt = Math.log(scores.furniture[k * LABEL_COUNT + label] as number);
      const both =
        (scores.sums[(k + 1) * LABEL_COUNT + label] as number) - (scores.sums[k * LABEL_COUNT + label] as number);
      const isFirst = k === lattice.cuts[from];
      if (gold.isFurniture[k] === true && !isFirst) {
        addFurniture(lattice, k, label, -1, at, gradient);
        score += dirt + both;
      } else {
        addContent(lattice, k, label, -1, at, gradient);
        score += own;
      }
    }
    before = label;
  }
  return score;
}
