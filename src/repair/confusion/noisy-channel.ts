import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { DocumentWords } from "../document-words.ts";
import { type Variant, variantsOf } from "./confusions.ts";

/** The word that was most probably printed. */
export interface Correction {
  readonly word: string;
  readonly confidence: number;
}

/** The best must beat the second by this much (natural log units), or nothing is corrected. */
const MARGIN = 2;
/** A second confusion in one word is the rarer the shorter the word. */
const SHORTEST_FOR_TWO = 7;
/** The document's own word counts as often seen as this many in the corpus. */
const DOCUMENT_WEIGHT = 20;

/**
 * The noisy channel: of the words one or two confusions away, the one whose own frequency best pays for the
 * confusions. Targets are words of the dictionary, the names or the document, never built compounds.
 */
export function likeliestWord(read: string, lexicon: Lexicon, words: DocumentWords): Correction | null {
  const single = variantsOf(read);
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

function best(variants: readonly Variant[], lexicon: Lexicon, words: DocumentWords): Correction | "none" | "tie" {
  const costs = new Map<string, number>();
  for (const { word, cost } of variants) costs.set(word, Math.min(cost, costs.get(word) ?? cost));
  const scored = [...costs]
    .filter(([word]) => lexicon.isWord(word) || (words.get(word) ?? 0) >= 2)
    .map(([word, cost]) => ({ word, score: weightOf(word, lexicon, words) - cost }))
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  const [first, second] = scored;
  if (first === undefined) return "none";
  const lead = first.score - (second?.score ?? -Infinity);
  return lead < MARGIN ? "tie" : { word: first.word, confidence: Math.min(0.98, 1 - Math.exp(-lead) / 2 - 0.02) };
}

function weightOf(word: string, lexicon: Lexicon, words: DocumentWords): number {
  return Math.log(0.5 + lexicon.countOf(word) + DOCUMENT_WEIGHT * (words.get(word) ?? 0));
}
