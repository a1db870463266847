import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import type { Facts } from "../facts.ts";
import { wordsOf } from "../letters.ts";
import { variantsOf } from "./confusions.ts";

/** A known word is doubted only where another is so many times as common, and fits. */
const LEAST_RATIO = 30;

/**
 * After a comma stands a relative pronoun far sooner than an adjective of its shape: "Stellen, weiche frei sind".
 * The only known words that are ever changed for their letters.
 */
export function findLittleWords(traced: TracedText, { lexicon }: Facts): Edit[] {
  return wordsOf(traced).flatMap(({ text: word, start, end }): Edit[] => {
    if (word.length < 5 || !/, $/.test(traced.text.slice(Math.max(0, start - 2), start))) return [];
    const likelier = variantsOf(word).find(
      (variant) =>
        variant.cost === 1 &&
        FUNCTION_WORDS.has(variant.word) &&
        !FUNCTION_WORDS.has(word) &&
        lexicon.perMillion(variant.word) >= LEAST_RATIO * Math.max(1, lexicon.perMillion(word)),
    );
    return likelier === undefined ? [] : [{ rule: "confusion", start, end, after: likelier.word, confidence: 0.8 }];
  });
}
