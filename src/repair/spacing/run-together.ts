import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { capitalised, isAllUpper, isUpper, uncapitalised, type WordAt, wordsOf } from "../letters.ts";

/** A compound this long is no chance find. */
const LONG_COMPOUND = 10;
/** Longer runs of letters are no words. */
const LONGEST_RUN = 60;

/**
 * Two words read as one. Only what no lexicon knows is parted:
 * - at a capital within: "fürTJG", "DresdenKleinzschachwitz", but not "AnwohnerInnen" nor a brand;
 * - after a noun's first part: "Parkund Grünanlagen" is "Park- und Grünanlagen";
 * - at an article or the like: "dergesamte", "Verkaufeines".
 */
export function findRunTogether(traced: TracedText, { lexicon, isGerman }: Facts): Edit[] {
  if (!isGerman) return [];
  const { text } = traced;
  const inDocument = documentWordsOf(traced);
  return wordsOf(traced).flatMap((word) => {
    const isMeant = word.text.length > LONGEST_RUN || (inDocument.get(word.text) ?? 0) > 1;
    if (isMeant || lexicon.isWord(word.text) || lexicon.countOf(word.text) > 1) return [];
    if (text[word.start - 1] === "-" || lexicon.isWord(capitalised(word.text))) return [];
    return atCapital(word, lexicon) ?? atSuspendedHyphen(word, text, lexicon) ?? atLittleWord(word, lexicon) ?? [];
  });
}

function edit(word: WordAt, after: string, confidence: number): Edit[] {
  return [{ rule: "spacing", start: word.start, end: word.end, after, confidence }];
}

function atCapital(word: WordAt, lexicon: Lexicon): Edit[] | null {
  const inner = /^(\p{Lu}?\p{Ll}+)(\p{Lu}\p{L}+)$/u.exec(word.text);
  if (inner === null) return null;
  const [, left = "", right = ""] = inner;
  if (/^I(?:n|nnen)$|^In\p{Ll}/u.test(right) || /\p{Ll}\p{Lu}/u.test(right)) return null;
  if (lexicon.isName(left) && lexicon.isName(right)) return edit(word, `${left}-${right}`, 0.9);
  if (!isUpper(left)) return FUNCTION_WORDS.has(left) ? edit(word, `${left} ${right}`, 0.95) : null;
  const isBrand = lexicon.isWord(`${left}${right.toLowerCase()}`) || isAllUpper(right) || right.length < 5;
  return isBrand || left.length < 4 ? null : edit(word, `${left} ${right}`, 0.85);
}

/** "Parkund", "Bedarfsoder" before a capital: the suspended hyphen and its space are lost. */
function atSuspendedHyphen(word: WordAt, text: string, lexicon: Lexicon): Edit[] | null {
  const match = /^(\p{Lu}\p{Ll}{2,})(und|oder|bzw)$/u.exec(word.text);
  const follows = text.slice(word.end, word.end + 2);
  if (match === null || !/^ \p{Lu}$/u.test(follows)) return null;
  const [, first = "", conjunction = ""] = match;
  const isFirstPart = lexicon.isWord(first) || lexicon.isWord(first.replace(/s$/, ""));
  return isFirstPart ? edit(word, `${first}- ${conjunction}`, 0.9) : null;
}

function atLittleWord(word: WordAt, lexicon: Lexicon): Edit[] | null {
  if (lexicon.isCompound(word.text)) return null;
  const splits = [...splitsOf(word.text, lexicon)];
  const [only] = splits;
  return splits.length === 1 && only !== undefined ? edit(word, only, 0.85) : null;
}

/** The ways to part a word in an article or the like and a well-known word. */
function* splitsOf(word: string, lexicon: Lexicon): Generator<string> {
  for (let at = 2; at <= word.length - 2; at++) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    const isAfter = SEPARABLE.has(uncapitalised(left)) && right.length >= 4 && isWellKnown(right, lexicon);
    const isBefore = SEPARABLE.has(right) && left.length >= 4 && isWellKnown(left, lexicon);
    if (isAfter || isBefore) yield `${left} ${right}`;
  }
}

function isWellKnown(word: string, lexicon: Lexicon): boolean {
  const isCommon = lexicon.countOf(word) >= 3 || lexicon.perMillion(word) >= 2;
  return lexicon.isWord(word) ? isCommon : word.length >= LONG_COMPOUND && lexicon.isCompound(word);
}

/** Function words of three letters or more that do not begin or end German words ("in", "an", "zu" do). */
const SEPARABLE = new Set(
  (
    "der die das den dem des ein eine einen einem einer eines und oder für von mit bei nach zum zur vom beim " +
    "ist sind wird werden wurde wurden dass durch gegen sowie seine seiner ihre ihrer diese dieser dieses diesem"
  ).split(" "),
);
