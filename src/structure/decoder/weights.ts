import type { Calibration } from "../calibrate.ts";
import { LABEL_COUNT, mayFollow } from "./labels.ts";
import type { ClassifierWeights } from "./piece-classifier.ts";
import { SEGMENT_FEATURES } from "./segment-features.ts";

/** Names of the decoder's features and where their weights stand. */
export interface FeatureNames {
  readonly boundary: ReadonlyMap<string, number>;
}

/** Everything fitted. */
export interface LetterWeights {
  readonly classifier: ClassifierWeights;
  readonly names: FeatureNames;
  readonly decoder: Float64Array;
  readonly calibration: Calibration;
}

/** Index of each pair of labels that may follow each other, by before × LABEL_COUNT + after; -1 for those that may not. */
export const PAIR_INDEX = new Int16Array(LABEL_COUNT * LABEL_COUNT).fill(-1);
/** The pairs themselves, by their index. */
export const PAIRS: (readonly [number, number])[] = [];
for (let a = 0; a < LABEL_COUNT; a++) {
  for (let b = 0; b < LABEL_COUNT; b++) {
    if (!mayFollow(a, b)) continue;
    PAIR_INDEX[a * LABEL_COUNT + b] = PAIRS.length;
    PAIRS.push([a, b]);
  }
}

/** What numbers say of a segment, given the last clause's number. */
export const NUMBER_FEATURES = [
  "first",
  "next",
  "same",
  "restart",
  "skip",
  "back",
  "letter",
  "none-first",
  "none-later",
  "next-inside",
  "next-inside-opens",
  "next-inside-asks",
  "costly",
  "late-first",
] as const;
export type NumberFeature = (typeof NUMBER_FEATURES)[number];

/** Offsets of the sections of the decoder's weights. */
export interface Sections {
  readonly pair: number;
  readonly start: number;
  readonly segment: number;
  readonly number: number;
  /** Weight of the classifier's log-probability of the own label. */
  readonly emission: number;
  /** Bias of a piece within a segment of a label. */
  readonly piece: number;
  /** Bias of page furniture within a segment of a label. */
  readonly furniture: number;
  /** Weight of the log-odds of furniture against the segment's label. */
  readonly contrast: number;
  /** Weight of a segment's mean log-probability of its label, by the root of its size. */
  readonly mean: number;
  /** A page mark, a line without a word: furniture by their looks. */
  readonly looks: number;
  readonly size: number;
}

export function sectionsOf(names: FeatureNames): Sections {
  const pair = 0;
  const start = pair + names.boundary.size * PAIRS.length;
  const segment = start + names.boundary.size * LABEL_COUNT;
  const number = segment + SEGMENT_FEATURES.length * LABEL_COUNT;
  const emission = number + NUMBER_FEATURES.length * LABEL_COUNT;
  const piece = emission + LABEL_COUNT;
  const furniture = piece + LABEL_COUNT;
  const contrast = furniture + LABEL_COUNT;
  const mean = contrast + LABEL_COUNT;
  const looks = mean + LABEL_COUNT;
  return { pair, start, segment, number, emission, piece, furniture, contrast, mean, looks, size: looks + 2 };
}
