import { INFLECTED_WORDS } from "../../lexicon/function-words.ts";
import type { BreakContext } from "../../lexicon/letter-patterns.ts";
import type { Edit } from "../../model/edit.ts";
import type { DocumentWords } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { isAllUpper, isUpper, uncapitalised } from "../letters.ts";
import { joinProbability } from "./join-model.ts";
import type { LineEnd } from "./line-ends.ts";

/** A line this short beside its neighbours is no running text: "Dirk Hilbert" over "chen Grüßen". */
const SHORTEST_FILL = 0.6;
const LIKELY = 0.5;
const NOMINAL_PARTICIPLE = 0.9;
/** For a noun that grows into what nobody knows, as "Oberbürgermeister" + "kehr". */
const LIKELY_UNKNOWN = 0.97;
/** Letters of the rest of a word that may be another's; in a longer one a letter may be misread. */
const LONGEST_STRAY = 7;
/** Where the lines may not belong together, over a blank line or page mark, or where a line is short. */
const LIKELY_OVER_GAP = 0.7;
const LIKELY_IN_SHORT_LINE = 0.98;
/** So also for a whole that is no word of its own, as "Leuben" + "schaften". */
const LIKELY_COMPOUND_OVER_GAP = 0.95;
const LIKELY_UNKNOWN_OVER_GAP = 0.99;
/** A letter before or after a word may be part of it only with these beside it. */
const WORD_EDGES = /^[\s/(„“"'‚»*,.;:!?)”’«-]?$/;

/** "Bei|den übrigen Flächen": what begins a sentence so is two words; "beiden" is written small and follows an article. */
const PREPOSITION = /^(?:An|Auf|Aus|Bei|Für|In|Mit|Nach|Vor|Zu)$/;
const ARTICLE = /^(?:das|den|der|des|die)$/;

/**
 * A line that ends in letters and goes on small in the next: "Landeshaupt/stadt", "ge/prüft" are one word,
 * "aus/dem" are two. Nouns begin with a capital in German, so before a capital nothing was broken.
 */
export function lostHyphenEdit(end: LineEnd, words: DocumentWords, { lexicon, isGerman }: Facts): Edit | null {
  const { left, right } = end;
  if (!isGerman) return null;
  if (isUpper(right.text)) return beforeCapital(end, lexicon);
  if (isAllUpper(left.text)) return null;
  if (right.text.length === 1 && /[).]/.test(end.after)) return null;
  if (PREPOSITION.test(left.text) && ARTICLE.test(right.text)) return null;
  if (!WORD_EDGES.test(end.before) || !WORD_EDGES.test(end.after)) return null;
  const place = { left: left.text, right: right.text, previous: end.previous, next: end.next };
  const probability = Math.max(joinProbability(place, lexicon, words), participleProbability(place, lexicon));
  if (probability < leastProbability(end, lexicon)) return null;
  return {
    rule: "line-break",
    start: left.start,
    end: right.end,
    after: left.text + right.text,
    confidence: probability,
  };
}

/** What names of several parts are hyphened with, as "Hans-Oster-Straße" (Duden, K 162). */
const STREET = /^(?:Straße|Allee|Platz|Weg|Ring|Ufer|Park|Gasse|Brücke)$/;
const HYPHENED = /^-$/;

/** Names with a capital within ("Sächs / GemO"), and streets called after a person: all that is parted before a capital. */
function beforeCapital(end: LineEnd, { isName, isWord }: Facts["lexicon"]): Edit | null {
  const { left, right } = end;
  const edit = (after: string): Edit => ({
    rule: "line-break",
    start: left.start,
    end: right.end,
    after,
    confidence: 0.9,
  });
  if (end.linesBetween > 0) return null;
  if (isName(left.text + right.text) && !isWord(left.text)) return edit(left.text + right.text);
  const isHyphened = HYPHENED.test(end.before) && isUpper(left.text);
  return isHyphened && STREET.test(right.text) ? edit(`${left.text}-${right.text}`) : null;
}

const ARTICLES_OF_PERSONS = new Set(
  "die der den diese dieser diesen alle aller allen viele vielen einige einigen".split(" "),
);

/**
 * Participles stand for persons in the letters' even-handed style, and seldom in the texts the model was fitted on:
 * "mit den Anwohnen|den", "die Studieren|den". An infinitive as a noun would bear a neuter article: "das Betreiben der".
 */
function participleProbability({ left, right, previous }: BreakContext, lexicon: Facts["lexicon"]): number {
  const isInfinitive = isUpper(left) && /[er]n$/.test(left) && lexicon.isKnown(uncapitalised(left));
  const isParticiple = isInfinitive && /^de[nr]?$/.test(right) && lexicon.isKnown(left + right);
  return isParticiple && ARTICLES_OF_PERSONS.has(previous.toLowerCase()) ? NOMINAL_PARTICIPLE : 0;
}

function leastProbability(end: LineEnd, lexicon: Facts["lexicon"]): number {
  const whole = end.left.text + end.right.text;
  const isWord = lexicon.isWord(whole);
  if (!isWord && INFLECTED_WORDS.has(end.left.text)) return 1;
  if (end.fill < SHORTEST_FILL) return isWord && end.linesBetween === 0 ? LIKELY_IN_SHORT_LINE : 1;
  if (end.linesBetween === 0) return isOddCompound(end, lexicon) ? LIKELY_UNKNOWN : LIKELY;
  if (isWord) return LIKELY_OVER_GAP;
  if (lexicon.isName(end.left.text)) return 1;
  return lexicon.isCompound(whole) ? LIKELY_COMPOUND_OVER_GAP : LIKELY_UNKNOWN_OVER_GAP;
}

/** A noun that grows by a few letters into what nobody knows: a line of another column may have come between. */
function isOddCompound({ left, right }: LineEnd, lexicon: Facts["lexicon"]): boolean {
  const isShort = right.text.length <= LONGEST_STRAY;
  return isShort && isUpper(left.text) && lexicon.isWord(left.text) && !lexicon.isKnown(left.text + right.text);
}
