import { FUNCTION_WORDS } from "../lexicon/function-words.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Edit } from "../model/edit.ts";
import type { TracedText } from "../text/traced-text.ts";
import type { Facts } from "./facts.ts";
import { isUpper, uncapitalised, type WordAt, wordsOf } from "./letters.ts";

/** Letters whose large and small shapes differ in size only, and I, which OCR reads for a small i or l. */
const ALIKE = new Set("CIJKOPSUVWXZ");
/** What stands before a word within a sentence: letters or a comma, and one space. */
const WITHIN_SENTENCE = /[\p{L}\d,)] $/u;
/** "a) Wenn ja", "1) Sind": a sentence begins. */
const ENUMERATOR = /(?:^|[^\p{L}\d])(?:\p{L}|\d{1,2})\) $/u;
/** Nouns of their own: "auf Wegen", "das Nein und das Ja". */
const NOUNS_TOO = new Set("wegen trotz nichts sein ich ja pro paar unter samt seien sehr vor waren".split(" "));
/** "v. a.", "u. a.", "o. g.", "z. B.", "z. T." within a sentence. */
const ABBREVIATIONS =
  /(?<=[\p{Ll},)] )(?:[VU](?=\. ?a\. )|O(?=\. ?g\. )|Z(?=\. ?[BT]\. ))|(?<=\d )V(?=\. ?H\. )|(?<=T\. ?)V(?=\. ?\d)/gu;
/** "Ist" is a noun of its own beside these: "Soll und Ist", "das Ist". */
const BEFORE_NOUN = /(?:^|[^\p{L}])(?:[Dd]as|[Dd]em|[Dd]er|[Dd]es|Soll|Plan|Soll-? und|Plan-? und|zum|vom|im) $/u;
/** Questions are nouns after an article: "über das Wie und das Wann". */
const QUESTIONS = new Set("wie was wo warum wieso".split(" "));
const AFTER_ARTICLE = /(?:^|[^\p{L}])(?:das|dem|des|ein|vom|zum|beim) $/u;
/** A street's name begins with a large letter, whatever word it is: "das Grundstück Zur Mühle 3" (Duden, K 161). "Im Mai 2019" is none. */
const STREET_NUMBER = /^ \p{Lu}[\p{L}-]+ \d{1,3}(?!\d)/u;
/** "… Der Beschlusspunkt / Ist erfüllt.": after a full line that no stop ends, as no question begins within a sentence. */
const FULL_LINE = /[^\n]{45}\p{L}\n$/u;
/** The noun "Junge" needs an article: without one, before such a noun, it is the adjective. */
const AFTER_ADJECTIVE = /^ (?:Menschen|Leute|Erwachsene|Familien|Frauen|Männer|Eltern|Mütter|Väter|Talente)(?!\p{L})/u;

/**
 * Function words are written small within a sentence (Duden, K 73 ff.): "dass In Zusammenarbeit", "Der Beschluss
 * Ist erfüllt". Only letters of one shape are misread so; headings in capitals and names are left.
 */
export function findLetterCase(traced: TracedText, { lexicon }: Facts): Edit[] {
  const { text } = traced;
  const small = (word: string, start: number): Edit => ({
    rule: "case",
    start,
    end: start + word.length,
    after: uncapitalised(word),
    confidence: 0.9,
  });
  return [
    ...wordsOf(traced)
      .filter((word) => isMisreadCapital(word, text) || isMisreadStroke(word, text, lexicon))
      .map(({ text: word, start }) => small(word, start)),
    ...Array.from(text.matchAll(ABBREVIATIONS), (match) => small(match[0], match.index)),
  ];
}

/** Times a word is counted, and how many times oftener small than large, though sentences begin with it as well. */
const FEWEST_COUNTED = 10;
const RARER_LARGE = 4;
const AFTER_SMALL_WORD =
  /(?:^|[^\p{L}])(?:(?!(?:das|dem|des|ein|beim|zum|vom|im|am|die|der|den|eine|einer)[ ,])\p{Ll}{2,}),? $/u;

/** An I or J for a small i or j in words that are hardly ever nouns: "den Auftrag, Jährlich zu berichten". */
function isMisreadStroke({ text: word, start }: WordAt, text: string, lexicon: Lexicon): boolean {
  if (!/^[IJ]\p{Ll}{4,}$/u.test(word) || !AFTER_SMALL_WORD.test(text.slice(Math.max(0, start - 20), start)))
    return false;
  const small = lexicon.countOf(uncapitalised(word));
  return small >= FEWEST_COUNTED && small >= RARER_LARGE * lexicon.countOf(word);
}

function isMisreadCapital({ text: word, start, end }: WordAt, text: string): boolean {
  if (!isUpper(word) || !ALIKE.has(word.charAt(0)) || word.length < 2) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 20);
  const isWithin = WITHIN_SENTENCE.test(before) || (word === "Ist" && FULL_LINE.test(text.slice(0, start)));
  if (!isWithin || ENUMERATOR.test(before) || STREET_NUMBER.test(after)) return false;
  if (word === "Junge") return AFTER_ADJECTIVE.test(after);
  if (!/^[IJ]/.test(word) && !/\p{L} $/u.test(before)) return false;
  const small = uncapitalised(word);
  if (!FUNCTION_WORDS.has(small) || NOUNS_TOO.has(small) || !/^[ \n]\p{L}|^,? /u.test(after)) return false;
  if (QUESTIONS.has(small) && AFTER_ARTICLE.test(before)) return false;
  return word !== "Ist" || !BEFORE_NOUN.test(before);
}
