import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { DocumentWords } from "../document-words.ts";
import { uncapitalised } from "../letters.ts";
import { type Variant, variantsOf } from "./confusions.ts";

/** The word that was most probably printed. */
export interface Correction {
  readonly word: string;
  /** How well its frequency and length pay for the confusions, in natural log units. */
  readonly score: number;
  readonly confidence: number;
}

/** The best must beat the second by this much (natural log units), or nothing is corrected. */
const MARGIN = 2;
/** Corrections of a lower score are no corrections: an unknown word is more often a name than a misreading. */
const LOWEST_SCORE = 2.7;
/** What one unit of unlikeness costs, and what each letter that agrees is worth, both in natural log units. */
const COST_WEIGHT = 1.5;
const LETTER_WORTH = 0.5;
const MOST_LETTERS = 14;
/** A second confusion in one word is the rarer the shorter the word. */
const SHORTEST_FOR_TWO = 7;
const LONGEST_FOR_TWO = 18;
/** Only the likeliest confusions come in twos. */
const LIKELY_COST = 1;
const COST_OF_TWO = 3;
/** The document's own word counts as often seen as this many in the corpus. */
const DOCUMENT_WEIGHT = 20;
/** Millions of words in the corpus counted. */
const GENERAL_WEIGHT = 4;

/**
 * The noisy channel: of the words one or two confusions away, the one whose own frequency best pays for the
 * confusions. Targets are words of the dictionary, names, and built compounds the document uses.
 */
export function likeliestWord(read: string, lexicon: Lexicon, words: DocumentWords): Correction | null {
  const single = read.length > 3 ? variantsOf(read) : variantsOf(read).filter(isCertainLittleWord);
  const near = candidatesAmong(single, lexicon, words);
  if (near.length > 0 || read.length < SHORTEST_FOR_TWO || read.length > LONGEST_FOR_TWO) return clearWinner(near);
  const likely = single.filter(({ cost }) => cost === LIKELY_COST);
  const twice = likely.flatMap((first) =>
    variantsOf(first.word)
      .filter(({ cost }) => cost === LIKELY_COST)
      .map(({ word }) => ({ word, cost: COST_OF_TWO })),
  );
  return clearWinner(candidatesAmong(twice, lexicon, words));
}

/** Of three letters only the little words are sure enough: "dle", "lst", "wlr". */
function isCertainLittleWord({ word, cost }: Variant): boolean {
  return cost === 1 && word.length >= 3 && FUNCTION_WORDS.has(uncapitalised(word));
}

interface Candidate {
  readonly word: string;
  readonly score: number;
}

/** The known words among the variants, the best first. */
function candidatesAmong(variants: readonly Variant[], lexicon: Lexicon, words: DocumentWords): Candidate[] {
  const costs = new Map<string, number>();
  for (const { word, cost } of variants) costs.set(word, Math.min(cost, costs.get(word) ?? cost));
  return [...costs]
    .filter(([word]) => isTarget(word, lexicon, words))
    .map(([word, cost]) => ({ word, score: weightOf(word, lexicon, words) - COST_WEIGHT * cost }))
    .filter(({ score }) => score >= LOWEST_SCORE)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
}

/** A built compound is a target only where the document uses it: much that is misread can be parted into words. */
function isTarget(word: string, lexicon: Lexicon, words: DocumentWords): boolean {
  return lexicon.isWord(word) || ((words.get(word) ?? 0) >= 2 && lexicon.isCompound(word));
}

function clearWinner([first, second]: readonly Candidate[]): Correction | null {
  if (first === undefined) return null;
  const lead = first.score - (second?.score ?? -Infinity);
  return lead < MARGIN ? null : { ...first, confidence: Math.min(0.98, 0.98 - Math.exp(-lead) / 2) };
}

function weightOf(word: string, lexicon: Lexicon, words: DocumentWords): number {
  const count = Math.max(lexicon.countOf(word), GENERAL_WEIGHT * lexicon.perMillion(word));
  const frequency = Math.log(0.5 + count + DOCUMENT_WEIGHT * (words.get(word) ?? 0));
  return frequency + LETTER_WORTH * Math.min(word.length, MOST_LETTERS);
}
