import { LABEL_COUNT } from "../../../src/structure/decoder/labels.ts";
import { type Lattice, latticeOf } from "../../../src/structure/decoder/lattice.ts";
import { logSoftmax } from "../../../src/structure/decoder/piece-classifier.ts";
import {
  boundaryFeatures,
  type LetterView,
  mayBegin,
  viewOf,
} from "../../../src/structure/decoder/segment-features.ts";
import { type FeatureNames, type Sections, sectionsOf } from "../../../src/structure/decoder/weights.ts";
import { randomFrom } from "../../tools/fit/random.ts";
import { factsOfText } from "../facts-of.ts";

/** A letter of few lines under weights drawn from a seed, small enough to go through all its paths. */
export interface SmallLetter {
  readonly view: LetterView;
  readonly names: FeatureNames;
  readonly lattice: Lattice;
  readonly weights: Float64Array;
  readonly at: Sections;
}

/** Weights are drawn between minus and plus this. */
const SPREAD = 0.6;

export function smallLetter(text: string, seed: number): SmallLetter {
  const random = randomFrom(seed);
  const facts = factsOfText(text);
  const sureness = facts.map(() => logSoftmax(Float64Array.from({ length: LABEL_COUNT }, () => 4 * random())));
  const view = viewOf(facts, sureness);
  const seen = facts.flatMap((_, at) => (mayBegin(view, at) ? boundaryFeatures(view, at) : []));
  const names = { boundary: new Map([...new Set(seen)].sort().map((name, row) => [name, row])) };
  const at = sectionsOf(names);
  const weights = Float64Array.from({ length: at.size }, () => SPREAD * (2 * random() - 1));
  return { view, names, lattice: latticeOf(view, names), weights, at };
}

/**
 * Together they hold numbers in and out of order, letters, quotations, page marks and lines without a word.
 * None has more than four places to begin at: with five there are ten times as many paths.
 */
export const SMALL_TEXTS: Readonly<Record<string, string>> = {
  "two clauses": "1. „Wege bauen.“\nGebaut.\n2. „Bänke stellen?“\nGestellt.",
  "numbers skipped, doubled and begun anew": "1. Wege\n3. Bänke\n3. Bäume\n1. Neu",
  "a number inside": "„Der Rat bittet\n1. um Wege\n2. „Bänke?\nErledigt",
  "a page mark and a line without a word": "Der Weg\n- 2 -\nist lang.\n. ,\nGut.",
  "page furniture first": "- 1 -\n~ ~\n1. Wege\nGebaut.",
  "letters under a number": "2. Wege\na) Bänke\n1. Neu",
  "a misread number": "l. Wege\nGebaut.\n2. Bänke",
  "words that go on":
    "Der Rat der Stadt bittet um\nWege, die in allen Teilen und\nin den Parks bis Mai gebaut,\nund um Bänke. 3. Was nun?",
};
