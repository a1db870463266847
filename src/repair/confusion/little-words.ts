import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import type { Facts } from "../facts.ts";
import { wordsOf } from "../letters.ts";
import { variantsOf } from "./confusions.ts";

/** A known word is doubted only where another is so many times as common, and fits. */
const LEAST_RATIO = 30;

/** No German word begins with an l before such a letter: the stroke is a capital I. */
const STROKE = /^l[bcdfghkmnprstvwxz]\p{Ll}*$/u;
/** "lt.", "lfd. Nr.": abbreviations that begin so. */
const ABBREVIATIONS = new Set(["lt", "lfd", "ltd", "lbs"]);
/** Where a sentence or a line's own text begins. */
const BEGINNING = /(?:^|[\n.!?:;„“"•–)]\s{0,2}|\d[.,)] )$/u;

/** "lm Stadtbezirk", "lst das so?", "lhre Anfrage": shorter than what is looked at as a misread word. */
function strokesForI(traced: TracedText, { lexicon }: Facts): Edit[] {
  return wordsOf(traced).flatMap(({ text: word, start }): Edit[] => {
    if (!STROKE.test(word) || ABBREVIATIONS.has(word) || lexicon.isWord(word)) return [];
    const [small, large] = [`i${word.slice(1)}`, `I${word.slice(1)}`];
    const isLittle = FUNCTION_WORDS.has(small);
    if (!isLittle && !lexicon.isWord(large) && !lexicon.isWord(small)) return [];
    const begins = BEGINNING.test(traced.text.slice(Math.max(0, start - 4), start));
    const after = isLittle && !begins ? "i" : "I";
    return [{ rule: "confusion", start, end: start + 1, after, confidence: 0.95 }];
  });
}

/** Little words of one or two strokes too many or too few. */
export function findLittleWords(traced: TracedText, facts: Facts): Edit[] {
  return facts.isGerman ? [...strokesForI(traced, facts), ...likelierPronouns(traced, facts)] : [];
}

/**
 * After a comma stands a relative pronoun far sooner than an adjective of its shape: "Stellen, weiche frei sind".
 * The only known words that are ever changed for their letters.
 */
function likelierPronouns(traced: TracedText, { lexicon }: Facts): Edit[] {
  return wordsOf(traced).flatMap(({ text: word, start, end }): Edit[] => {
    if (word.length < 5 || !/, $/.test(traced.text.slice(Math.max(0, start - 2), start))) return [];
    const likelier = variantsOf(word).find(
      (variant) =>
        variant.cost === 1 &&
        FUNCTION_WORDS.has(variant.word) &&
        !FUNCTION_WORDS.has(word) &&
        lexicon.perMillion(variant.word) >= LEAST_RATIO * Math.max(1, lexicon.perMillion(word)),
    );
    return likelier === undefined ? [] : [{ rule: "confusion", start, end, after: likelier.word, confidence: 0.8 }];
  });
}
