import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Edit } from "../../model/edit.ts";
import type { DocumentWords } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { capitalised, isAllUpper, isUpper } from "../letters.ts";
import type { LineEnd } from "./line-ends.ts";
import { lostHyphenEdit } from "./lost-hyphen.ts";

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
  if (FUNCTION_WORDS.has(right.text) && lexicon.isWord(left.text) && !lexicon.isKnown(whole)) return null;
  const edit = (after: string, confidence: number): Edit => ({
    rule: "line-break",
    start: left.start,
    end: right.end,
    after,
    confidence,
  });
  if (isAllUpper(left.text) && isAllUpper(right.text) && isWordInCapitals(whole, lexicon)) return edit(whole, 0.9);
  const beforeReform = wholeWithCk(left.text, right.text);
  if (beforeReform !== null && !lexicon.isWord(whole) && lexicon.isKnown(beforeReform)) return edit(beforeReform, 0.97);
  if (end.linesBetween > 0 && isUpper(right.text) && !isUpper(left.text)) return null;
  const isRealHyphen = isUpper(right.text) || isAbbreviation(left.text);
  return isRealHyphen ? edit(`${left.text}-${right.text}`, 0.98) : edit(whole, 0.99);
}

/**
 * A dash, a stroke or a hyphen with a speck: read for a hyphen only where the word is known whole, or a broken word
 * is likely all the same, as a dash may be meant.
 */
export function misreadHyphenEdit(end: LineEnd, words: DocumentWords, facts: Facts): Edit | null {
  const { left, right } = end;
  if (isUpper(right.text) || left.text.length < 2) return null;
  const isWhole = facts.lexicon.isKnown(left.text + right.text);
  const areWords = facts.lexicon.isWord(left.text) && facts.lexicon.isWord(right.text);
  if (isWhole && !areWords) return visibleHyphenEdit(end, facts);
  return lostHyphenEdit({ ...end, hyphen: "none" }, words, facts);
}

/** Until 1996 "ck" was parted as "k-k": "Druk-/ker" is "Drucker". */
function wholeWithCk(left: string, right: string): string | null {
  return left.endsWith("k") && right.startsWith("k") ? `${left.slice(0, -1)}c${right}` : null;
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
