import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { DocumentWords } from "../document-words.ts";
import { uncapitalised } from "../letters.ts";
import { type Variant, variantsOf } from "./confusions.ts";

/** The word that was most probably printed. */
export interface Correction {
  readonly word: string;
  readonly confidence: number;
}

/** The best must beat the second by this much (natural log units), or nothing is corrected. */
const MARGIN = 2;
/** An unknown word is more often a name than a misreading: a correction must reach this score. */
const LEAST_SCORE = 3.7;
/** What one unit of unlikeness costs, and what each letter that agrees is worth, both in natural log units. */
const COST_WEIGHT = 1.5;
const LETTER_WORTH = 0.5;
const MOST_LETTERS = 14;
/** A second confusion in one word is the rarer the shorter the word. */
const SHORTEST_FOR_TWO = 7;
/** The document's own word counts as often seen as this many in the corpus. */
const DOCUMENT_WEIGHT = 20;
/** Millions of words in the corpus counted. */
const GENERAL_WEIGHT = 4;

/**
 * The noisy channel: of the words one or two confusions away, the one whose own frequency best pays for the
 * confusions. Targets are words of the dictionary, the names or the document, never built compounds.
 */
export function likeliestWord(read: string, lexicon: Lexicon, words: DocumentWords): Correction | null {
  const single = read.length > 3 ? variantsOf(read) : variantsOf(read).filter(isCertainLittleWord);
  const near = best(single, lexicon, words);
  if (near !== "none" || read.length < SHORTEST_FOR_TWO) return near === "none" || near === "tie" ? null : near;
  const twice = single.flatMap((first) =>
    variantsOf(first.word).map((second) => ({ word: second.word, cost: first.cost + second.cost + 1 })),
  );
  const far = best(
    twice.filter((variant) => variant.cost <= 4),
    lexicon,
    words,
  );
  return far === "none" || far === "tie" ? null : far;
}

/** Of three letters only the little words are sure enough: "dle", "lst", "wlr". */
function isCertainLittleWord({ word, cost }: Variant): boolean {
  return cost === 1 && word.length >= 3 && FUNCTION_WORDS.has(uncapitalised(word));
}

function best(variants: readonly Variant[], lexicon: Lexicon, words: DocumentWords): Correction | "none" | "tie" {
  const costs = new Map<string, number>();
  for (const { word, cost } of variants) costs.set(word, Math.min(cost, costs.get(word) ?? cost));
  const scored = [...costs]
    .filter(([word]) => lexicon.isWord(word) || (words.get(word) ?? 0) >= 2)
    .map(([word, cost]) => ({ word, score: weightOf(word, lexicon, words) - COST_WEIGHT * cost }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  const [first, second] = scored;
  if (first === undefined) return "none";
  const lead = first.score - (second?.score ?? -Infinity);
  return lead < MARGIN ? "tie" : { word: first.word, confidence: Math.min(0.98, 1 - Math.exp(-lead) / 2 - 0.02) };
}

function weightOf(word: string, lexicon: Lexicon, words: DocumentWords): number {
  const count = Math.max(lexicon.countOf(word), GENERAL_WEIGHT * lexicon.perMillion(word));
  const frequency = Math.log(0.5 + count + DOCUMENT_WEIGHT * (words.get(word) ?? 0));
  return frequency + LETTER_WORTH * Math.min(word.length, MOST_LETTERS);
}
