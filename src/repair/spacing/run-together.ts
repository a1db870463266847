import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { capitalised, isAllUpper, isUpper, uncapitalised, type WordAt, wordsOf } from "../letters.ts";
import { LONGEST_RUN, onlyTwoWordsOf, twoWordsOf } from "../two-words.ts";

/** A compound this long is no chance find. */
const LONG_COMPOUND = 9;
/** Times that a noun is counted which is part of names as well: "Stadt". */
const COMMON_NOUN = 50;

/**
 * Two words read as one. Only what no lexicon knows is parted:
 * - at a capital within: "fürTJG", "kommunalerAufgaben", "EUKriterien", but not "AnwohnerInnen" nor a brand;
 * - after a noun's first part: "Parkund Grünanlagen" is "Park- und Grünanlagen";
 * - at an article or the like: "dergesamte", "Verkaufeines", "Aufdieser";
 * - before a verb: "Konzeptverfolgt"; see `twoWordsOf`.
 */
export function findRunTogether(traced: TracedText, { lexicon, isGerman }: Facts): Edit[] {
  if (!isGerman) return [];
  const { text } = traced;
  const inDocument = documentWordsOf(traced);
  return wordsOf(traced).flatMap((word) => {
    const isMeant = word.text.length > LONGEST_RUN || (inDocument.get(word.text) ?? 0) > 1;
    if (isMeant || lexicon.isWord(word.text) || lexicon.countOf(word.text) > 1) return [];
    const isAfterHyphen = text[word.start - 1] === "-";
    const parts = isAfterHyphen ? atCapitalAfterHyphen(word, lexicon) : atCapitalIn(word, lexicon);
    if (parts !== null || lexicon.isWord(capitalised(word.text))) return parts ?? [];
    return atSuspendedHyphen(word, text, lexicon) ?? betweenWords(word, traced, lexicon) ?? [];
  });
}

/** Words made whole over a line's end are hardly parted again. */
function wasJoined({ start, end }: WordAt, traced: TracedText): boolean {
  const raw = traced.rawRange(start, end);
  return raw !== null && /\n/.test(traced.read.raw.slice(raw.start, raw.end));
}

function edit(word: WordAt, after: string, confidence: number): Edit[] {
  return [{ rule: "spacing", start: word.start, end: word.end, after, confidence }];
}

function atCapitalIn(word: WordAt, lexicon: Lexicon): Edit[] | null {
  return afterAcronym(word, lexicon) ?? atCapital(word, lexicon);
}

function atCapital(word: WordAt, lexicon: Lexicon): Edit[] | null {
  const inner = /^(\p{Lu}?\p{Ll}+)(\p{Lu}\p{L}+)$/u.exec(word.text);
  if (inner === null) return null;
  const [, left = "", right = ""] = inner;
  if (/^I(?:n|nnen)$|^In\p{Ll}/u.test(right) || /\p{Ll}\p{Lu}/u.test(right)) return null;
  if (FUNCTION_WORDS.has(uncapitalised(left)) && !isAllUpper(right) && isNoun(right, lexicon))
    return edit(word, `${left} ${right}`, 0.95);
  const areNames = lexicon.isName(left) && lexicon.isName(right) && lexicon.countOf(left) < COMMON_NOUN;
  if (areNames) return edit(word, `${left}-${right}`, 0.9);
  if (!isUpper(left)) return afterSmallWord(left, right, lexicon) ? edit(word, `${left} ${right}`, 0.95) : null;
  const isBrand = lexicon.isWord(`${left}${right.toLowerCase()}`) || isAllUpper(right) || right.length < 5;
  return isBrand || left.length < 4 ? null : edit(word, `${left} ${right}`, 0.85);
}

/** "fürTJG" after a little word, "kommunalerAufgaben" after any other before a noun; also "isteineMöglichkeit". */
function afterSmallWord(left: string, right: string, lexicon: Lexicon): boolean {
  if (FUNCTION_WORDS.has(left)) return true;
  if (right.length < 4 || !isNoun(right, lexicon)) return false;
  return (
    (left.length >= 4 && lexicon.isWord(left)) ||
    twoWordsOf(left, { isJoined: false, isWhole: false, goesOn: false }, lexicon).length === 1
  );
}

/** A hyphen belongs between an abbreviation and a noun (Duden, K 26): "EUKriterien", "ESFFörderung". */
function afterAcronym(word: WordAt, lexicon: Lexicon): Edit[] | null {
  const [, left = "", right = ""] = /^(\p{Lu}{2,8})(\p{Lu}\p{Ll}{4,})$/u.exec(word.text) ?? [];
  return right !== "" && isNoun(right, lexicon) ? edit(word, `${left}-${right}`, 0.9) : null;
}

/** Where one hyphen was read, another was lost: "Ende-zuEnde-verschlüsselt", "DE-MailGesetz". */
function atCapitalAfterHyphen(word: WordAt, lexicon: Lexicon): Edit[] | null {
  const [, left = "", right = ""] = /^(\p{L}\p{Ll}+)(\p{Lu}\p{Ll}{3,})$/u.exec(word.text) ?? [];
  if (right === "" || /^Innen/.test(right) || !isNoun(right, lexicon)) return null;
  return edit(word, `${left}-${right}`, 0.9);
}

function isNoun(word: string, lexicon: Lexicon): boolean {
  return lexicon.isWord(word) || (word.length >= LONG_COMPOUND && lexicon.isCompound(word));
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

function betweenWords(word: WordAt, traced: TracedText, lexicon: Lexicon): Edit[] | null {
  const after = traced.text.slice(word.end, word.end + 2);
  if (after.startsWith("-")) return null;
  const participle = lexicon.isCompound(word.text) ? notAndParticiple(word.text, lexicon) : null;
  if (participle !== null) return edit(word, participle, 0.8);
  if (lexicon.isCompound(word.text)) return null;
  const only = onlyTwoWordsOf(word.text, after, wasJoined(word, traced), lexicon);
  return only === null ? null : edit(word, only, 0.85);
}

/** A participle that bears no ending stands in the predicate, and "not" apart from it: "wird nicht gebildet". */
function notAndParticiple(word: string, lexicon: Lexicon): string | null {
  const participle = /^[Nn]icht(\p{Ll}{2}\p{L}{3,}(?:t|en))$/u.exec(word)?.[1];
  if (participle === undefined || !/^(?:ge|ver|er|be|ent|vor|an|auf|aus|ein)/.test(participle)) return null;
  return lexicon.countOf(participle) >= 3 ? `${word.slice(0, 5)} ${participle}` : null;
}
