import type { Lexicon } from "../../lexicon/lexicon.ts";
import { capitalised, uncapitalised } from "../letters.ts";

/** How common a word is taken to be that no list counts: one of the dictionary, and one only built of parts. */
const COUNT_OF_WORD = 0.5;
const COUNT_OF_COMPOUND = 0.02;
/** Millions of words in the corpus counted. */
const GENERAL_WEIGHT = 4;

/** How common a form is, its case included, in natural log units; -Infinity for none known. */
export function logCountOf(word: string, lexicon: Lexicon): number {
  const counted = lexicon.countOf(word);
  const small = uncapitalised(word);
  const isMostlyOther = lexicon.countOf(small === word ? capitalised(word) : small) > counted;
  const general = isMostlyOther ? 0 : GENERAL_WEIGHT * lexicon.perMillion(word);
  const count = Math.max(counted, general);
  if (count > 0) return Math.log(count + COUNT_OF_WORD);
  if (lexicon.isWord(word)) return Math.log(COUNT_OF_WORD);
  return lexicon.isCompound(word) ? Math.log(COUNT_OF_COMPOUND) : -Infinity;
}
