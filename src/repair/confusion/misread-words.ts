import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { capitalised, isAllUpper } from "../letters.ts";
import { readingConfidence } from "../reading-confidence.ts";
import { documentNoiseOf } from "./document-noise.ts";
import { likeliestWord } from "./noisy-channel.ts";

/** Letters, and among them signs that OCR reads for letters: "a|s", "Gese1lschaft". */
const TOKEN = /[\p{L}\p{M}\d|!]+/gu;
const LETTERS_ONLY = /^[\p{L}\p{M}]+$/u;
/** One or two signs among letters ("Gese1lschaft"), or one before small letters ("5tadt"). */
const WITH_SIGNS = /^(?:[\p{L}\p{M}]{1,30}[\d|!]{1,2}[\p{L}\p{M}]{1,30}|[0158|!]\p{Ll}{2,30})$/u;
/** Capitals within are meant ("BinnenI"), but for I and B, which OCR reads for l and ß. */
const INNER_CAPITAL = /\p{L}(?![IB])\p{Lu}|\p{L}I(?:n|nnen)$/u;
const SHORTEST = 3;
const LONGEST = 40;
/** Set where no correction of clean council papers is wrong and most injected noise is corrected. */
const LEAST_SCORE = 3.7;
const LEAST_SCORE_IN_DOUBT = 2.9;
/** So much less is enough in a document that is misread throughout. */
const EASE_IN_NOISE = 1;
/** Below this the engine's confidence in a word is doubt. */
const DOUBTED = 0.6;
/** Distinct unknown words that are looked at in one text: bounds the time for hostile ones. */
const MOST_LOOKED_AT = 3000;

/**
 * Words that the lexicon rejects and a likely misreading explains: "Beschiuss", "Flintergrund", "erfüilt".
 * A word built of known parts is the author's own and stays, so do abbreviations and inner capitals; a noun
 * written small is the tail of a broken word.
 */
export function findMisreadWords(traced: TracedText, facts: Facts): Edit[] {
  if (!facts.isGerman) return [];
  const { text } = traced;
  const tokens = Array.from(text.matchAll(TOKEN));
  const suspects = tokens.filter((token) => isSuspect(token[0], facts) && !isFragment(text, token));
  const words = documentWordsOf(traced);
  const ease = documentNoiseOf(traced, facts.lexicon).isNoisy ? EASE_IN_NOISE : 0;
  const corrections = new Map<string, ReturnType<typeof likeliestWord>>();
  return suspects.flatMap((token): Edit[] => {
    const word = token[0];
    if (!corrections.has(word)) {
      if (corrections.size >= MOST_LOOKED_AT) return [];
      corrections.set(word, likeliestWord(word, facts.lexicon, words));
    }
    const correction = corrections.get(word) ?? null;
    if (correction === null || (words.get(word) ?? 0) > 2) return [];
    const { index: start } = token;
    const end = start + word.length;
    if (correction.score < leastScore(traced, start, end) - ease) return [];
    return [{ rule: "confusion", start, end, after: correction.word, confidence: correction.confidence }];
  });
}

/** What a correction must score: less where the engine itself was in doubt. */
function leastScore(text: TracedText, start: number, end: number): number {
  const confidence = readingConfidence(text, start, end);
  return confidence !== null && confidence < DOUBTED ? LEAST_SCORE_IN_DOUBT : LEAST_SCORE;
}

function isSuspect(word: string, { lexicon }: Facts): boolean {
  if (word.length < SHORTEST || word.length > LONGEST || isAllUpper(word)) return false;
  if (!LETTERS_ONLY.test(word) && !WITH_SIGNS.test(word)) return false;
  if (lexicon.perMillion(word) > 0 || lexicon.countOf(word) >= 2 || INNER_CAPITAL.test(word)) return false;
  return !lexicon.isWord(word) && !lexicon.isWord(capitalised(word)) && !lexicon.isCompound(word);
}

/** Part of a word that was broken or has a hyphen: what it is a part of is not known. */
function isFragment(text: string, token: RegExpExecArray): boolean {
  const before = text.charAt(token.index - 1);
  const after = text.charAt(token.index + token[0].length);
  const isLastPart = before === "-" && /[\p{L}\d]/u.test(text.charAt(token.index - 2));
  return (
    (!isLastPart && /[-@_./\\^]/.test(before)) ||
    /[-@_/\\^]/.test(after) ||
    (after === "." && /\p{L}/u.test(text.charAt(token.index + token[0].length + 1)))
  );
}
