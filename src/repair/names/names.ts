import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import type { Facts } from "../facts.ts";
import { hasInnerCapital, isUpper, wordsOf } from "../letters.ts";
import { skeletonOf } from "./skeleton.ts";

/** Shorter names are too like other words. */
const SHORTEST_NAME = 5;

/** The gazetteer by skeleton; null where two names share one. Built once for each lexicon. */
const indices = new WeakMap<Lexicon, ReadonlyMap<string, string | null>>();

/** Names misread by strong confusions only, known from the gazetteer or the user's own words. */
export function findNames(traced: TracedText, { lexicon }: Facts): Edit[] {
  const index = indexOf(lexicon);
  return wordsOf(traced).flatMap(({ text: word, start, end }) => {
    if (word.length < SHORTEST_NAME || !isUpper(word) || hasInnerCapital(word)) return [];
    if (lexicon.isKnown(word)) return [];
    const name = index.get(skeletonOf(word));
    if (name === undefined || name === null || name === word || name.toUpperCase() === word) return [];
    if (/^\/-|^[*:_]\p{Ll}/u.test(traced.text.slice(end, end + 2))) return [];
    return [{ rule: "gazetteer", start, end, after: name, confidence: 0.98 }];
  });
}

function indexOf(lexicon: Lexicon): ReadonlyMap<string, string | null> {
  const known = indices.get(lexicon);
  if (known !== undefined) return known;
  const index = new Map<string, string | null>();
  for (const name of lexicon.names) {
    if (name.length < SHORTEST_NAME) continue;
    const skeleton = skeletonOf(name);
    index.set(skeleton, index.has(skeleton) ? null : name);
  }
  indices.set(lexicon, index);
  return index;
}
