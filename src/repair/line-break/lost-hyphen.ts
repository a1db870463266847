import { INFLECTED_WORDS } from "../../lexicon/function-words.ts";
import type { Edit } from "../../model/edit.ts";
import type { DocumentWords } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { isAllUpper, isUpper } from "../letters.ts";
import { joinProbability } from "./join-model.ts";
import type { LineEnd } from "./line-ends.ts";

/** A line this short beside its neighbours is no running text: "Dirk Hilbert" over "chen Grüßen". */
const SHORTEST_FILL = 0.6;
const LIKELY = 0.5;
/** Where the lines may not belong together, over a blank line or page mark, or where a line is short. */
const LIKELY_OVER_GAP = 0.7;
const LIKELY_IN_SHORT_LINE = 0.98;
/** So also for a whole that is no word of its own, as "Leuben" + "schaften". */
const LIKELY_COMPOUND_OVER_GAP = 0.95;
/** A letter before or after a word may be part of it only with these beside it. */
const WORD_EDGES = /^[\s/(„“"'‚»*,.;:!?)”’«-]?$/;

/**
 * A line that ends in letters and goes on small in the next: "Landeshaupt/stadt", "ge/prüft" are one word,
 * "aus/dem" are two. Nouns begin with a capital in German, so before a capital nothing was broken.
 */
export function lostHyphenEdit(end: LineEnd, words: DocumentWords, { lexicon }: Facts): Edit | null {
  const { left, right } = end;
  if (isUpper(right.text) || isAllUpper(left.text)) return null;
  if (!WORD_EDGES.test(end.before) || !WORD_EDGES.test(end.after)) return null;
  const place = { left: left.text, right: right.text, previous: end.previous, next: end.next };
  const probability = joinProbability(place, lexicon, words);
  if (probability < leastProbability(end, lexicon)) return null;
  return {
    rule: "line-break",
    start: left.start,
    end: right.end,
    after: left.text + right.text,
    confidence: probability,
  };
}

function leastProbability(end: LineEnd, lexicon: Facts["lexicon"]): number {
  const isWord = lexicon.isWord(end.left.text + end.right.text);
  if (!isWord && INFLECTED_WORDS.has(end.left.text)) return 1;
  if (end.linesBetween === 0) return end.fill >= SHORTEST_FILL ? LIKELY : isWord ? LIKELY_IN_SHORT_LINE : 1;
  if (end.fill < SHORTEST_FILL) return 1;
  return isWord ? LIKELY_OVER_GAP : LIKELY_COMPOUND_OVER_GAP;
}
