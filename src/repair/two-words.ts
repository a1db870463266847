import { FUNCTION_WORDS } from "../lexicon/function-words.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { capitalised, isUpper, uncapitalised } from "./letters.ts";

/** A compound this long is no chance find. */
const LONG_COMPOUND = 9;
/** Times that a word has to be counted to be believed beside another, and beside one that is part of many others. */
const COMMON = 3;
const VERY_COMMON = 20;
const SHORTEST_WORD = 4;
const SHORTEST_VERB = 5;

/** What stands beside the run of letters. */
export interface Surroundings {
  /** The run was made whole over a line's end. */
  readonly isJoined: boolean;
  /** A space or a stop comes next on the line, so that the run is no piece of a broken word. */
  readonly isWhole: boolean;
  /** A space and a small letter or a digit come next. */
  readonly goesOn: boolean;
}

/**
 * The ways to part a run of letters that no lexicon knows into two words, one of them a little word or a verb. The
 * thresholds are measured: no word of clean council papers is parted, and most that are run together are.
 */
export function twoWordsOf(word: string, around: Surroundings, lexicon: Lexicon): string[] {
  const sure: string[] = [];
  const likely: string[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    if (areApart(left, right, around, lexicon)) sure.push(`${left} ${right}`);
    else if (around.isWhole && areLikelyApart(left, right, around, lexicon)) likely.push(`${left} ${right}`);
  }
  return sure.length > 0 ? sure : likely;
}

function areApart(left: string, right: string, around: Surroundings, lexicon: Lexicon): boolean {
  const isLeftLittle = FUNCTION_WORDS.has(uncapitalised(left));
  const isRightLittle = FUNCTION_WORDS.has(right);
  if (isLeftLittle && isRightLittle) return !around.isJoined && left.length + right.length >= 5;
  if (isLeftLittle && !BEGINS_WORDS.has(uncapitalised(left))) return isBelieved(right, lexicon);
  if (isRightLittle && !ENDS_WORDS.has(right)) return isBelieved(left, lexicon);
  return false;
}

/** Where a preposition begins or ends many words, or neither is a little word: only beside what is common. */
function areLikelyApart(left: string, right: string, around: Surroundings, lexicon: Lexicon): boolean {
  if (FUNCTION_WORDS.has(right) && PREPOSITIONS.has(right)) return around.goesOn && endsAsNoun(left, lexicon);
  if (PRONOUNS.has(right)) return VERBS.has(uncapitalised(left));
  if (FUNCTION_WORDS.has(left)) return lexicon.countOf(right) >= VERY_COMMON || isInfinitiveAfter(left, right, lexicon);
  if (isUpper(left)) return isVerb(right, lexicon) && isBelieved(left, lexicon);
  return !FUNCTION_WORDS.has(right) && isInflected(left, lexicon) && isVeryCommon(right, lexicon);
}

/** "zu veranlassen". */
function isInfinitiveAfter(left: string, right: string, lexicon: Lexicon): boolean {
  return left === "zu" && right.length >= 6 && /[er]n$/.test(right) && lexicon.isWord(right);
}

/** A noun before a preposition: "Stadtverwaltungzu", "Pendlerströmein"; "Leiterin" is one word. */
function endsAsNoun(left: string, lexicon: Lexicon): boolean {
  return (
    isUpper(left) && left.length >= 5 && /[^rt]$|(?:ität|heit|keit|schaft)$/.test(left) && isBelieved(left, lexicon)
  );
}

/** An adjective or verb with its ending, which begins no compound: "größere", "bedarf". */
function isInflected(word: string, lexicon: Lexicon): boolean {
  return (
    word.length >= 5 &&
    /(?:e|en|em|es|[^h]er|t)$/.test(word) &&
    !BEGINS_COMPOUNDS.test(word) &&
    isVeryCommon(word, lexicon)
  );
}

const BEGINS_COMPOUNDS =
  /^(?:weiter|wieder|unter|hinter|über|immer|voraus|zuletzt|selbst|erst|letzt|nicht|recht|sicher)/;

function isVeryCommon(word: string, lexicon: Lexicon): boolean {
  if (word.length < 5 || !lexicon.isWord(word)) return false;
  return lexicon.countOf(word) >= VERY_COMMON || (lexicon.perMillion(word) >= VERY_COMMON && lexicon.countOf(word) > 0);
}

/** A finite verb or adverb, no noun and no ending of compounds: "verfolgt", "bisher". */
function isVerb(word: string, lexicon: Lexicon): boolean {
  if (word.length < SHORTEST_VERB || PARTICIPLE.test(word) || isUpper(word)) return false;
  const count = Math.max(lexicon.countOf(word), lexicon.perMillion(word));
  return count >= VERY_COMMON && count >= 8 * lexicon.countOf(capitalised(word)) && lexicon.isWord(word);
}

/** Inflected as adjectives are, which end compounds: "pegelbezogene", "ortsunkundige". */
const PARTICIPLE =
  /^ge|bedingt$|basiert$|orientiert$|bestimmt$|finanziert$|e[mnrs]$|[^t]e$|sein$|samt$|weise$|lich$|isch$|haft$|los$|bar$|frei$|voll$|ig$/;

function isBelieved(word: string, lexicon: Lexicon): boolean {
  if (word.length < SHORTEST_WORD) return FUNCTION_WORDS.has(uncapitalised(word));
  if (lexicon.countOf(word) >= COMMON || lexicon.perMillion(word) >= 2) return lexicon.isWord(word);
  return word.length >= LONG_COMPOUND && (lexicon.isWord(word) || lexicon.isCompound(word));
}

/** Little words that other words begin with, too many to part them. */
const BEGINS_WORDS = new Set(
  (
    "ab alle allem allen aller alles als am an ans auf aus außer bei bis da dar durch ein er es für gegen hin hinter im immer in ins " +
    "je mit nach neben nicht ob ohne per pro samt sein so statt um und unter vor über wegen wer wie wieder will zu zum zur zwischen"
  ).split(" "),
);

/** Little words that other words end in. */
const ENDS_WORDS = new Set(
  (
    "ab alle allen aller alles als am an ans auf aus bei bis da deren falls ein er es im in ins je mit nach nun ob per pro samt sein sei so " +
    "statt um unter vor war was weg wer wie zu über los hin her seit gegen nichts seien seine seiner seinen seinem seines entsprechend gemäß"
  ).split(" "),
);

/** Prepositions that end words as well, but hardly a noun that a small word comes after. */
const PREPOSITIONS = new Set("zu für mit auf aus über unter in an um im am bis bei nach als".split(" "));

/** Pronouns that end other words, but no verb of these: "Gibtes", "kanner". */
const PRONOUNS = new Set(["es", "er", "sie", "man", "wir"]);
const VERBS = new Set(
  (
    "gibt gab hat hatte habe haben ist war sind waren wird wurde werden würde kann konnte können soll sollte sollen muss " +
    "musste müssen darf durfte dürfen will wollte handelt liegt steht stellt ergibt bedarf besteht wäre hätte sei dass wenn"
  ).split(" "),
);

/** Longer runs of letters are no words. */
export const LONGEST_RUN = 60;

/** The one way to part a word read as one, with a space; null for none or several. `after`: as of `arePartedAgain`. */
export function onlyTwoWordsOf(word: string, after: string, isJoined: boolean, lexicon: Lexicon): string | null {
  const isWhole = /^[ ,;.:?!)]/.test(after) && !isJoined;
  const goesOn = /^ [\p{Ll}\d]/u.test(after);
  const [only, ...others] = twoWordsOf(word, { isJoined, isWhole, goesOn }, lexicon);
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * Whether what is joined of two lines' ends would be parted right there if it were read on one line: two words then.
 * `after`: what comes next in the text, two characters.
 */
export function arePartedAgain(left: string, right: string, after: string, lexicon: Lexicon): boolean {
  const whole = left + right;
  if (whole.length > LONGEST_RUN || lexicon.countOf(whole) > 1 || after.startsWith("-")) return false;
  if (lexicon.isWord(whole) || lexicon.isWord(capitalised(whole)) || lexicon.isCompound(whole)) return false;
  return onlyTwoWordsOf(whole, after, false, lexicon) === `${left} ${right}`;
}
