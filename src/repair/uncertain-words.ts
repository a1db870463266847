import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { RuleName } from "../model/edit.ts";
import { lineAt } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";
import { variantsOf } from "./confusion/confusions.ts";
import { isUnlikelySpelling } from "./confusion/unlikely-spelling.ts";
import { documentWordsOf } from "./document-words.ts";
import { hasInnerCapital, isAllUpper, isUpper } from "./letters.ts";
import { readingConfidence } from "./reading-confidence.ts";

/** A word of the repaired text that a person should look at; offsets are UTF-16, half-open. */
export interface Doubt {
  readonly start: number;
  readonly end: number;
  readonly reason: "word-uncertain";
}

/** Below this the engine's confidence in a word is doubt. */
const DOUBTED = 0.6;
/** Shorter words that look misread are as often names and abbreviations. */
const SHORTEST_SMALL = 5;
const SHORTEST_LARGE = 7;
/** What the document says so often is its author's own word. */
const OFTEN = 3;
/** A word that one confusion away is counted so often may well be that one. */
const COMMON = 3;
/** Distinct words that are looked at in one text: bounds the time for hostile ones. */
const MOST_LOOKED_AT = 3000;

/** Letters, and the signs that noise throws among them; no part of an address or of a word with a star or slash. */
const TOKEN =
  /(?<![\p{L}\p{M}\d@._/\\*:-])[\p{L}\p{M}~^|=¦¬€\u00a1-\u00bf\u201a\u2039\u0152-\u0192]{4,60}(?![\p{L}\p{M}\d@_/\\*:-]|\.[\p{L}\d])/gu;
const LETTERS = /^[\p{L}\p{M}]+$/u;
/** UTF-8 read as another code ("fÃ¼r", "StraÃŸe"), or a sign among letters ("verwend~t"). */
const BROKEN = /Ã[\u0080-\u00bf\u0152-\u0192\u2018-\u203a]|â€|\p{L}[~^|=¦¬]\p{L}/u;
/** Letters that German never has so beside each other. */
const NEVER_WRITTEN =
  /ii(?!$)|uu|vv|jj|yy|q(?!u)|(\p{L})\1\1|[äöü]{2}|^l[bcdfghkmnprstvwxz]|^[bcdfgkt]t|^p[tbdgkm]|^r[bcdfgklmnpstvwz]/iu;
/** Streets, places and those who live there are called as no dictionary knows. */
const LIKE_NAME = /(?:straße|weg|platz|allee|gasse|hof|park|dorf|berg|itz|burg|feld|graben|ufer)(?:er?|e?s)?$|er$/u;

/**
 * Words that are in no list, no compound and no name, were not mended, and look misread: by their letters, by a
 * common word that one confusion makes of them, or because the engine doubted them. In order, whatever the text was
 * read from. Measured on clean letters, at most one in twenty has such a word.
 */
export function doubtsIn(text: TracedText, lexicon: Lexicon): Doubt[] {
  const inDocument = documentWordsOf(text);
  const mendedBy = mendersIn(text);
  const looked = new Map<string, boolean>();
  const looksMisread = (word: string): boolean => {
    const known = looked.get(word);
    if (known !== undefined || looked.size >= MOST_LOOKED_AT) return known ?? false;
    const found = isLikeMisread(word, lexicon);
    looked.set(word, found);
    return found;
  };
  return Array.from(text.text.matchAll(TOKEN)).flatMap(({ 0: word, index: start }): Doubt[] => {
    const end = start + word.length;
    const doubt: Doubt = { start, end, reason: "word-uncertain" };
    if (!LETTERS.test(word)) return BROKEN.test(word) ? [doubt] : [];
    if (isKnown(word, lexicon)) return [];
    const menders = mendedBy(start, end);
    // A name that no list knows was mended by its letters alone: likely right, and for a person to say.
    if (menders.includes("confusion")) return [doubt];
    if ((inDocument.get(word) ?? 0) >= OFTEN || menders.length > 0) return [];
    const isAbbreviation = /^\.(?! \p{Lu}|\s*$)/u.test(text.text.slice(end, end + 3)) && isUpper(word);
    if (!isAbbreviation && looksMisread(word)) return [doubt];
    const confidence = readingConfidence(text, start, end);
    return confidence !== null && confidence < DOUBTED ? [doubt] : [];
  });
}

/** Known, or the genitive of what is: "eines Fünftels". */
function isKnown(word: string, lexicon: Lexicon): boolean {
  return lexicon.isKnown(word) || (word.endsWith("s") && lexicon.isKnown(word.slice(0, -1)));
}

function isLikeMisread(word: string, lexicon: Lexicon): boolean {
  if (BROKEN.test(word)) return true;
  if (isUnlikelySpelling(word, lexicon)) return true;
  if (word.length < (isUpper(word) ? SHORTEST_LARGE : SHORTEST_SMALL)) return false;
  if (hasInnerCapital(word) || isAllUpper(word)) return false;
  if (NEVER_WRITTEN.test(word)) return true;
  if (isUpper(word) && LIKE_NAME.test(word)) return false;
  return variantsOf(word).some((variant) => isCommon(variant.word, lexicon));
}

function isCommon(word: string, lexicon: Lexicon): boolean {
  return lexicon.countOf(word) >= COMMON || lexicon.perMillion(word) > 0 || lexicon.isWord(word);
}

/** The rules that changed a part of the text, but for those that joined lines; asked in reading order. */
function mendersIn(text: TracedText): (start: number, end: number) => readonly RuleName[] {
  let index = 0;
  let offset = 0;
  return (start, end) => {
    let segment = text.segments[index];
    while (segment !== undefined && offset + segment.text.length <= start) {
      offset += segment.text.length;
      index += 1;
      segment = text.segments[index];
    }
    const rules: RuleName[] = [];
    let at = offset;
    for (let next = index; at < end; next++) {
      const part = text.segments[next];
      if (part === undefined) break;
      if (part.kind === "edited" && part.text !== "") rules.push(...part.rules.filter((rule) => rule !== "line-break"));
      at += part.text.length;
    }
    return rules;
  };
}

/** The doubts as findings, each on its page. */
export function uncertainWords(doubts: readonly Doubt[], text: TracedText): Diagnostic[] {
  return doubts.map(({ start, end }) => {
    const raw = text.rawRange(start, end);
    const page = raw === null ? undefined : lineAt(text.read, raw.start)?.page.number;
    const message = `"${text.text.slice(start, end)}" is in no word list and may be misread.`;
    const finding = { severity: "info", stage: "repair", code: "word-uncertain", message } as const;
    return page === undefined ? finding : { ...finding, page };
  });
}
