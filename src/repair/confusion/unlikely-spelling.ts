import type { Lexicon } from "../../lexicon/lexicon.ts";
import { hasInnerCapital, isAllUpper } from "../letters.ts";
import { likelierSpellings, standingOf } from "./likelier-spelling.ts";

/**
 * Odds at which another spelling is so much likelier that the one read is doubted: lower than those at which it is
 * mended (`unlikely-words.ts`), as a look costs less than a wrong name.
 */
const LEAST_ODDS = { strokes: 5.5, shape: 14 } as const;
/** Longer words of less likely letters, each on average and in natural log units, are noise. */
const NOISE_FLUENCY = -4.3;
const SHORTEST_NOISE = 8;
const SHORTEST = 4;

/** Whether a word in no list has letters that German hardly ever has so beside each other, and may be misread. */
export function isUnlikelySpelling(word: string, lexicon: Lexicon): boolean {
  if (word.length < SHORTEST || hasInnerCapital(word) || isAllUpper(word)) return false;
  if (standingOf(word, lexicon) !== "unknown") return false;
  if (word.length >= SHORTEST_NOISE && lexicon.spellingLikeness(word) / (word.length + 1) < NOISE_FLUENCY) return true;
  return likelierSpellings(word, lexicon).some(({ likeness, odds }) => odds >= LEAST_ODDS[likeness]);
}
