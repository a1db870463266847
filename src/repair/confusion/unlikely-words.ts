import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { type DocumentWords, documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { capitalised, isAllUpper } from "../letters.ts";
import { likelierSpellings, type Spelling, type Standing, standingOf } from "./likelier-spelling.ts";

const TOKEN = /(?<![\p{L}\p{M}\d])[\p{L}\p{M}]{4,40}(?![\p{L}\p{M}\d])/gu;
/** A capital within, but an I, is meant: of such words only strokes are doubted. */
const INNER_CAPITAL = /\p{L}(?!I)\p{Lu}/u;
/** Blanks part an address from what stands beside it. */
const CHUNK_BEFORE = /\S{0,80}$/u;
const CHUNK_AFTER = /^\S{0,80}/u;
const ADDRESS = /[@\\_]|:\/\/|\p{L}\.\p{Ll}{2}|^www\./iu;

/**
 * Odds, in natural log units, at which a word is taken for misread, by how well it and the likelier one are known.
 * Of rare words held out, whole, some one in a hundred unknown ones has an unknown likelier one above 7.0, and one in
 * a thousand a listed one above 6.8 (`test/tools/fit-spelling-odds.ts`); set so that clean letters hardly change.
 */
const LEAST_ODDS: Readonly<Record<Exclude<Standing, "listed">, Readonly<Record<string, number>>>> = {
  unknown: {
    "listed strokes": 1,
    "built strokes": 10,
    "unknown strokes": 9,
    "listed shape": 12.5,
    "built shape": 17,
  },
  built: { "listed strokes": 2.5, "listed shape": 15 },
};
/** What is not even itself spelled as German is no better reading: noise for noise. */
const LEAST_FLUENCY = -3.6;
/** The likelier word that the document has elsewhere needs no more than to be likelier. */
const LEAST_IN_DOCUMENT = 2;
/** What a listed or built word is ahead of one unknown, where several look like the one read. */
const AHEAD: Readonly<Record<Standing, number>> = { listed: 4, built: 2, unknown: 0 };
/** The best must be so much ahead of the second. */
const MARGIN = 1.5;
/** What the document says so often is its author's own word. */
const OFTEN = 3;
/** Distinct words that are looked at in one text: bounds the time for hostile ones. */
const MOST_LOOKED_AT = 2000;

/**
 * Words in no list whose letters German hardly ever has so beside each other, where a word of the same look has
 * likelier ones: "Trlebner" for "Triebner", also in part of a word with hyphens. Names are mended so that no list knows.
 */
export function findUnlikelyWords(traced: TracedText, { lexicon, isGerman }: Facts): Edit[] {
  if (!isGerman) return [];
  const { text } = traced;
  const words = documentWordsOf(traced);
  const looked = new Map<string, Spelling | null>();
  return Array.from(text.matchAll(TOKEN)).flatMap(({ 0: word, index: start }): Edit[] => {
    const end = start + word.length;
    if (isAllUpper(word) || (words.get(word) ?? 0) >= OFTEN || isInAddress(text, start, end)) return [];
    if (!looked.has(word)) {
      if (looked.size >= MOST_LOOKED_AT) return [];
      looked.set(word, likelier(word, lexicon, words));
    }
    const better = looked.get(word) ?? null;
    return better === null ? [] : [{ rule: "confusion", start, end, after: better.word, confidence: 0.8 }];
  });
}

function likelier(word: string, lexicon: Lexicon, words: DocumentWords): Spelling | null {
  const standing = standingOf(word, lexicon);
  if (standing === "listed" || lexicon.isWord(word) || lexicon.isWord(capitalised(word))) return null;
  const isMeant = INNER_CAPITAL.test(word);
  const [first, second] = likelierSpellings(word, lexicon)
    .filter((spelling) => !isMeant || spelling.likeness === "strokes")
    .filter(({ standing: known, fluency }) => known !== "unknown" || fluency >= LEAST_FLUENCY)
    .filter((spelling) => spelling.odds >= leastOdds(standing, spelling, words))
    .map((spelling) => ({ spelling, rank: spelling.odds + AHEAD[spelling.standing] }))
    .sort((a, b) => b.rank - a.rank);
  if (first === undefined || first.rank - (second?.rank ?? -Infinity) < MARGIN) return null;
  return first.spelling;
}

function leastOdds(read: "built" | "unknown", { word, standing, likeness }: Spelling, words: DocumentWords): number {
  if (words.has(word)) return LEAST_IN_DOCUMENT;
  return LEAST_ODDS[read][`${standing} ${likeness}`] ?? Infinity;
}

function isInAddress(text: string, start: number, end: number): boolean {
  const before = CHUNK_BEFORE.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? "";
  const after = CHUNK_AFTER.exec(text.slice(end, end + 80))?.[0] ?? "";
  return ADDRESS.test(before + text.slice(start, end) + after);
}
