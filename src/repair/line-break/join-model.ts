import type { BreakContext } from "../../lexicon/letter-patterns.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { DocumentWords } from "../document-words.ts";
import { JOIN_FEATURES, joinFeatures } from "./join-features.ts";
import { JOIN_BIAS, JOIN_WEIGHTS } from "./join-weights.ts";

const WEIGHTS = JOIN_FEATURES.map((name) => JOIN_WEIGHTS[name]);

/**
 * How probable it is that a word was broken here and its hyphen lost: a logistic model that weighs
 * the lexicon, word counts, the document's own words and the letters around the break.
 */
export function joinProbability(place: BreakContext, lexicon: Lexicon, words: DocumentWords): number {
  const features = joinFeatures(place, lexicon, words);
  const score = features.reduce((sum, value, index) => sum + value * (WEIGHTS[index] ?? 0), JOIN_BIAS);
  return 1 / (1 + Math.exp(-score));
}
