import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { hasInnerCapital, isUpper, wordsOf } from "../letters.ts";
import { skeletonOf } from "./skeleton.ts";

const SHORTEST = 5;
/** A word that stands so often is its author's own; less often, both may be the same misreading. */
const LEAST_READ_BETTER = 3;

/**
 * A word unknown to all lists that the document itself reads better elsewhere: where "Kranzlerhofes" stands
 * three times, a single "Kranzierhofes" is the same name. Only strong confusions part the two.
 */
export function findDocumentNames(traced: TracedText, { lexicon }: Facts): Edit[] {
  const words = documentWordsOf(traced);
  const index = new Map<string, string | null>();
  for (const [word, count] of words) {
    if (count < LEAST_READ_BETTER || word.length < SHORTEST) continue;
    const skeleton = skeletonOf(word);
    index.set(skeleton, index.has(skeleton) ? null : word);
  }
  return wordsOf(traced).flatMap(({ text: word, start, end }) => {
    if (word.length < SHORTEST || (words.get(word) ?? 0) > 1 || hasInnerCapital(word)) return [];
    if (index.size === 0 || lexicon.isKnown(word)) return [];
    const better = index.get(skeletonOf(word)) ?? null;
    if (better === null || better.toUpperCase() === word.toUpperCase() || isUpper(better) !== isUpper(word)) return [];
    return [{ rule: "document", start, end, after: better, confidence: 0.8 }];
  });
}
