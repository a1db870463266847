import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import type { Facts } from "../facts.ts";
import { uncapitalised } from "../letters.ts";
import { isInAddress } from "./marks.ts";

/** A number, or the end of one, and the word run together with it. */
const NUMBER_AND_WORD = /(?<=\d)(\p{Ll}{2,30})(?![\p{L}\d])/gu;
const NUMBER_AND_UNIT = /(?<=\d)(?:Euro|EUR|Prozent|Uhr|Mio|Mrd|VZÄ|Einwohner|Plätze|Stellen|Millionen)(?![\p{L}\d])/gu;
/** What stands before a number that is one: no letter as in "B97" or "QuerFeld1". */
const NUMBER = /(?:^|[^\p{L}\d_])[\d.,/]{1,20}$/u;
/** Numbers make words of these: "80er", "2fach", "3jährig", "15prozentig", "8tägige", "3mal", "1stel", "60plus". */
const FORMS_ONE_WORD = /^(?:er|ern|fach\p{L}*|mal\p{L}*|ste[lnrms]?|ten?s?|plus|\p{L}*ig(?:e[mnrs]?)?)$/u;
/** Letters that number houses, clauses and units: "18bis", "km", "ha". */
const UNITS = new Set("km kg ha cm mm qm kw kwh mg ml ff bis a b c d m t h".split(" "));
const SHORTEST_WORD = 4;

/** A little word or a word that a number belongs to, run together with it: "den15. Mai", "Stand30.09.2014". */
const WORD_AND_NUMBER = /(?<![\p{L}\d/._-])(\p{L}{2,30})(?=\d)/gu;
const TAKES_NUMBER =
  /^(?:Stand|Anlage|Punkt|Ziffer|Absatz|Seite|Nummer|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/;
/** "Emerich-Ambros-Ufer59", "Hauptstraße12". */
const STREET_AND_NUMBER =
  /(?<=\p{Ll}(?:straße|weg|platz|allee|gasse|ring)|-(?:Straße|Weg|Platz|Allee|Ufer|Ring))(?=\d{1,3}(?!\d))/gu;
/** "18.Dezember", "90Pieschen", "610Angebote". */
const NUMBER_AND_NOUN = /(?<=\d\.?)(\p{Lu}\p{Ll}{2,30})(?![\p{L}\d])/gu;

/** "1und 2", "Nr. 13/97vom 27. März", "der Ziffer 1genannten", "100EUR". */
export function findSpacesBesideNumbers({ text }: TracedText, { lexicon }: Facts): Edit[] {
  const isWord = (word: string): boolean => {
    if (FORMS_ONE_WORD.test(word)) return false;
    if (FUNCTION_WORDS.has(word)) return true;
    if (word.length < SHORTEST_WORD) return false;
    return lexicon.isWord(word);
  };
  const words = Array.from(text.matchAll(NUMBER_AND_WORD)).filter(
    ({ 1: word = "" }) => isWord(word) && !UNITS.has(word),
  );
  const nouns = Array.from(text.matchAll(NUMBER_AND_NOUN)).filter(({ 1: noun = "", index }) =>
    isNounAfter(noun, text.charAt(index - 1), lexicon),
  );
  const before = Array.from(text.matchAll(WORD_AND_NUMBER)).filter(({ 0: word }) => takesNumber(word));
  const ends = [
    ...before.map(({ 0: word, index }) => index + word.length),
    ...Array.from(text.matchAll(STREET_AND_NUMBER), ({ index }) => index),
  ].filter((index) => !isInAddress(text, index));
  return [...afterNumber(text, [...words, ...nouns, ...text.matchAll(NUMBER_AND_UNIT)]), ...ends].map((index) => ({
    rule: "spacing",
    start: index,
    end: index,
    after: " ",
    confidence: 0.9,
  }));
}

function afterNumber(text: string, found: readonly RegExpExecArray[]): number[] {
  return found
    .filter(({ index }) => !isInAddress(text, index) && NUMBER.test(text.slice(Math.max(0, index - 24), index)))
    .map(({ index }) => index);
}

/** A month after its day, or a noun after a count. */
function isNounAfter(noun: string, before: string, lexicon: Lexicon): boolean {
  if (before === ".") return TAKES_NUMBER.test(noun) && lexicon.isWord(noun);
  return noun.length >= SHORTEST_WORD && (lexicon.isName(noun) || lexicon.isWord(noun));
}

function takesNumber(word: string): boolean {
  return FUNCTION_WORDS.has(uncapitalised(word)) || TAKES_NUMBER.test(word);
}
