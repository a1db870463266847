import type { Edit } from "../../model/edit.ts";
import type { Facts } from "../facts.ts";
import { capitalised, isAllUpper, isUpper } from "../letters.ts";
import type { LineEnd } from "./line-ends.ts";

/**
 * A line that ends in a hyphen, by the rules of German hyphenation and hyphens (Duden K 1, K 26–32):
 * - before "und", "oder" … it stands for the part left out and stays: "Kultur-/und Tourismus";
 * - before a capital it is a real hyphen: "Baden-/Württemberg"; so after capitals: "TU-/weit";
 * - else it parts a word: "Kin-/dertagesbetreuung".
 */
export function visibleHyphenEdit(end: LineEnd, { lexicon }: Facts): Edit | null {
  const { left, right } = end;
  if (end.before === "-" && left.text.length === 1) return null;
  const whole = left.text + right.text;
  if (CONJUNCTIONS.has(right.text) && !lexicon.isWord(whole)) return null;
  const edit = (after: string, confidence: number): Edit => ({
    rule: "line-break",
    start: left.start,
    end: right.end,
    after,
    confidence,
  });
  if (isAllUpper(left.text) && isAllUpper(right.text) && isWordInCapitals(whole, lexicon)) return edit(whole, 0.9);
  const isRealHyphen = isUpper(right.text) || isAbbreviation(left.text);
  return isRealHyphen ? edit(`${left.text}-${right.text}`, 0.98) : edit(whole, 0.99);
}

/** Before these a hyphen at a line's end stands for a part left out. */
const CONJUNCTIONS = new Set(["und", "oder", "bzw", "sowie", "bis", "noch", "als", "wie", "statt", "u", "o"]);

/** "TU", "EU", "GVFG", "ÖPNV" and the like; a single capital too ("U-/bahn" is never broken after one letter). */
function isAbbreviation(word: string): boolean {
  return isAllUpper(word) || (word.length === 1 && isUpper(word));
}

function isWordInCapitals(word: string, lexicon: Facts["lexicon"]): boolean {
  return lexicon.isWord(capitalised(word.toLowerCase()));
}
