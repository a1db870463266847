import type { PieceFacts } from "../facts/piece-facts.ts";
import { LABELS } from "./labels.ts";
import { type Feature, pieceFeatures } from "./piece-features.ts";

/** Weights of the classifier: a row of one weight per label for each feature. */
export interface ClassifierWeights {
  readonly rows: ReadonlyMap<string, ArrayLike<number>>;
  /** Words that features may name: seen on five papers or more, and no names. */
  readonly words: ReadonlySet<string>;
}

/** Log-probabilities of the labels of each piece taken by itself: a row per piece, a column per label. */
export function classifyPieces(facts: readonly PieceFacts[], weights: ClassifierWeights): Float64Array[] {
  return facts.map((_, at) =>
    logSoftmax(
      scoresOf(
        pieceFeatures(facts, at, (word) => weights.words.has(word)),
        weights.rows,
      ),
    ),
  );
}

function scoresOf(features: readonly Feature[], rows: ClassifierWeights["rows"]): Float64Array {
  const scores = new Float64Array(LABELS.length);
  for (const [name, value] of features) {
    const row = rows.get(name);
    if (row === undefined) continue;
    for (let label = 0; label < scores.length; label++)
      scores[label] = (scores[label] as number) + value * (row[label] as number);
  }
  return scores;
}

/** In place. */
export function logSoftmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - top);
  const log = top + Math.log(sum);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) - log;
  return scores;
}
