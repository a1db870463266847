import { LABEL_COUNT, labelIndex } from "../../../src/structure/decoder/labels.ts";
import { type ClassifierWeights, logSoftmax } from "../../../src/structure/decoder/piece-classifier.ts";
import { type Feature, pieceFeatures } from "../../../src/structure/decoder/piece-features.ts";
import type { PieceFacts } from "../../../src/structure/facts/piece-facts.ts";
import type { TrueLabel } from "./label-pieces.ts";
import { randomFrom, shuffled } from "./random.ts";

export interface LabelledLetter {
  readonly id: string;
  /** Letters on one paper are in one group. */
  readonly paper: string;
  readonly facts: readonly PieceFacts[];
  readonly truth: readonly TrueLabel[];
  /** Words that are names in this letter: in no feature. */
  readonly names: ReadonlySet<string>;
}

const EPOCHS = 8;
const RATE = 0.25;
const L2 = 2e-4;
/** Words on fewer papers get no weight. */
const FEWEST_PAPERS = 5;

/** Multinomial logistic regression over single pieces, by AdaGrad with averaged weights. */
export function fitClassifier(letters: readonly LabelledLetter[]): ClassifierWeights {
  const words = commonWords(letters);
  const isWord = (word: string): boolean => words.has(word);
  const counts = new Map<string, number>();
  const samples = letters.flatMap(({ facts, truth }) =>
    facts.map((_, at) => {
      const features = pieceFeatures(facts, at, isWord);
      for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1);
      return { features, label: labelIndex((truth[at] as TrueLabel).label) };
    }),
  );
  const names = [...counts]
    .filter(([, count]) => count >= 4)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const compiled = samples.map(({ features, label }) => ({ features: compile(features, index), label }));
  const weights = new Float64Array(names.length * LABEL_COUNT);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const average = new Float64Array(weights.length);
  const random = randomFrom(7);
  let rounds = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const sample of shuffled(compiled, random)) step(sample, weights, squares);
    if (epoch >= EPOCHS / 2) {
      rounds += 1;
      for (let i = 0; i < weights.length; i++) average[i] = (average[i] as number) + (weights[i] as number);
    }
  }
  for (let i = 0; i < average.length; i++) average[i] = (average[i] as number) / rounds;
  return {
    rows: new Map(names.map((name, i) => [name, average.subarray(i * LABEL_COUNT, (i + 1) * LABEL_COUNT)])),
    words,
  };
}

interface Sample {
  readonly features: readonly (readonly [row: number, value: number])[];
  readonly label: number;
}

function compile(features: readonly Feature[], index: ReadonlyMap<string, number>): Sample["features"] {
  return features.flatMap(([name, value]) => {
    const row = index.get(name);
    return row === undefined ? [] : [[row, value] as const];
  });
}

function step({ features, label }: Sample, weights: Float64Array, squares: Float64Array): void {
  const scores = new Float64Array(LABEL_COUNT);
  for (const [row, value] of features) {
    for (let b = 0; b < LABEL_COUNT; b++)
      scores[b] = (scores[b] as number) + value * (weights[row * LABEL_COUNT + b] as number);
  }
  logSoftmax(scores);
  for (const [row, value] of features) {
    for (let b = 0; b < LABEL_COUNT; b++) {
      const i = row * LABEL_COUNT + b;
      const gradient = value * (Math.exp(scores[b] as number) - (b === label ? 1 : 0)) + L2 * (weights[i] as number);
      squares[i] = (squares[i] as number) + gradient * gradient;
      weights[i] = (weights[i] as number) - (RATE * gradient) / Math.sqrt(squares[i] as number);
    }
  }
}

/** Shorter names begin too many words. */
const SHORTEST_WITHIN = 6;

function commonWords(letters: readonly LabelledLetter[]): Set<string> {
  const papers = new Map<string, Set<string>>();
  const names = new Set(letters.flatMap((letter) => [...letter.names]));
  for (const { facts, paper } of letters) {
    for (const word of new Set(facts.flatMap((fact) => fact.words))) {
      if (!papers.has(word)) papers.set(word, new Set());
      papers.get(word)?.add(paper);
    }
  }
  const long = [...names].filter((name) => name.length >= SHORTEST_WITHIN);
  // A scanner runs a name's words together.
  const runTogether = (word: string): boolean =>
    long.some((name) => word.length > name.length && word.startsWith(name));
  return new Set(
    [...papers]
      .filter(([word, on]) => on.size >= FEWEST_PAPERS && !names.has(word) && !runTogether(word))
      .map(([word]) => word)
      .sort(),
  );
}
