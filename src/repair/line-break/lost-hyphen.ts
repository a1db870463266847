import type { Edit } from "../../model/edit.ts";
import type { DocumentWords } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { isAllUpper, isUpper } from "../letters.ts";
import { joinProbability } from "./join-model.ts";
import type { LineEnd } from "./line-ends.ts";

/** A line this short beside its neighbours is no running text: "Dirk Hilbert" over "chen Grüßen". */
const SHORTEST_FILL = 0.6;
/** Over a blank line or page mark the two lines are less sure to belong together. */
const LIKELY = 0.5;
const LIKELY_OVER_GAP = 0.7;
/** A letter before or after a word may be part of it only with these beside it. */
const WORD_EDGES = /^[\s/(„“"'‚»*,.;:!?)”’«-]?$/;

/**
 * A line that ends in letters and goes on small in the next: "Landeshaupt/stadt", "ge/prüft" are one word,
 * "aus/dem" are two. Nouns begin with a capital in German, so before a capital nothing was broken.
 */
export function lostHyphenEdit(end: LineEnd, words: DocumentWords, { lexicon }: Facts): Edit | null {
  const { left, right } = end;
  if (end.fill < SHORTEST_FILL || isUpper(right.text) || isAllUpper(left.text)) return null;
  if (!WORD_EDGES.test(end.before) || !WORD_EDGES.test(end.after)) return null;
  const probability = joinProbability({ left: left.text, right: right.text }, lexicon, words);
  if (probability < (end.linesBetween > 0 ? LIKELY_OVER_GAP : LIKELY)) return null;
  return {
    rule: "line-break",
    start: left.start,
    end: right.end,
    after: left.text + right.text,
    confidence: probability,
  };
}
