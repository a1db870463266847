import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import type { Facts } from "../facts.ts";
import { type WordAt, wordsOf } from "../letters.ts";
import { type DocumentNoise, documentNoiseOf, STROKES } from "./document-noise.ts";
import { logCountOf } from "./log-count.ts";

/** The odds must be so many to one, in natural log units, that another word was printed. */
const LEAST_ODDS = 0.5;
const SHORTEST = 3;
/** A sentence or line begins here, or a quotation or list: a capital is no misreading. */
const AT_BEGINNING = /(?:^|[.!?:;„“"»(\n\f\t•*-]|\d\)?)\s*$/u;

/**
 * In a document whose strokes are misread throughout, words that are none the less words are doubted as well: "Zelt"
 * for "Zeit", "Ais" for "Als", "Internationale" within a sentence. Bayes decides: how common either word is, and how
 * often the document has the one letter for the other. A clean document has no such pattern, and nothing is changed.
 */
export function findNoisyWords(traced: TracedText, { lexicon, isGerman }: Facts): Edit[] {
  const noise = documentNoiseOf(traced, lexicon);
  if (!isGerman || !noise.isNoisy) return [];
  return wordsOf(traced).flatMap((word): Edit[] => {
    const after = likelierWord(word, traced.text, lexicon, noise);
    if (after === null) return [];
    return [{ rule: "confusion", start: word.start, end: word.end, after, confidence: 0.8 }];
  });
}

function likelierWord(word: WordAt, text: string, lexicon: Lexicon, noise: DocumentNoise): string | null {
  if (word.text.length < SHORTEST) return null;
  let best: { word: string; odds: number } | null = null;
  for (let at = 0; at < word.text.length; at++) {
    if (!STROKES.includes(word.text.charAt(at))) continue;
    for (const printed of ["i", "l"]) {
      const rate = noise.logRate(word.text.charAt(at), printed);
      if (rate === -Infinity || (at === 0 && isAtBeginning(text, word.start))) continue;
      const variant = word.text.slice(0, at) + printed + word.text.slice(at + 1);
      const odds = rate + logCountOf(variant, lexicon) - logCountOf(word.text, lexicon);
      if (odds >= LEAST_ODDS && odds > (best?.odds ?? 0)) best = { word: variant, odds };
    }
  }
  return best?.word ?? null;
}

function isAtBeginning(text: string, at: number): boolean {
  return AT_BEGINNING.test(text.slice(Math.max(0, at - 4), at));
}
