import { BoundedCache } from "../../lexicon/bounded-cache.ts";
import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { DocumentWords } from "../document-words.ts";
import { isUpper, uncapitalised } from "../letters.ts";
import { type Variant, variantsOf } from "./confusions.ts";
import { strokeVariantsOf } from "./strokes.ts";

/** The word that was most probably printed. */
export interface Correction {
  readonly word: string;
  /** How well its frequency and length pay for the confusions, in natural log units. */
  readonly score: number;
  readonly confidence: number;
}

/** The best must beat the second by this much (natural log units), or nothing is corrected. */
const MARGIN = 2;
/** Corrections of a lower score are no corrections: an unknown word is more often a name than a misreading. */
const LOWEST_SCORE = 2.7;
/** What one unit of unlikeness costs, and what each letter that agrees is worth, both in natural log units. */
const COST_WEIGHT = 1.5;
const LETTER_WORTH = 0.5;
const MOST_LETTERS = 14;
/** A second confusion in one word is the rarer the shorter the word. */
const SHORTEST_FOR_TWO = 7;
const LONGEST_FOR_TWO = 18;
/** Only the likeliest confusions come in twos. */
const LIKELY_COST = 1;
const COST_OF_TWO = 3;
/** Letters of a compound that is no chance find. */
const LONG_COMPOUND = 9;
/** Confusions this dear make no compounds. */
const COST_OF_UNLIKELY = 2.5;
/** The document's own word counts as often seen as this many in the corpus. */
const DOCUMENT_WEIGHT = 20;
/** Millions of words in the corpus counted. */
const GENERAL_WEIGHT = 4;

/**
 * The noisy channel: of the words one or two confusions away, the one whose own frequency best pays for the
 * confusions. Targets are words of the dictionary, names, and built compounds the document uses.
 */
export function likeliestWord(read: string, lexicon: Lexicon, words: DocumentWords): Correction | null {
  const near = candidatesAmong(read, "once", lexicon, words);
  if (near.length > 0 || read.length < SHORTEST_FOR_TWO || read.length > LONGEST_FOR_TWO) return clearWinner(near);
  return clearWinner(candidatesAmong(read, "twice", lexicon, words));
}

type Times = "once" | "twice";

function variantsBy(read: string, times: Times): readonly Variant[] {
  if (read.length <= 3) return variantsOf(read).filter(isCertainLittleWord);
  if (times === "once") return [...variantsOf(read), ...strokeVariantsOf(read)];
  const likely = (word: string): Variant[] => variantsOf(word).filter(({ cost }) => cost === LIKELY_COST);
  return likely(read).flatMap((first) => likely(first.word).map(({ word }) => ({ word, cost: COST_OF_TWO })));
}

/** Of three letters only the little words are sure enough: "dle", "lst", "wlr". */
function isCertainLittleWord({ word, cost }: Variant): boolean {
  return cost === 1 && word.length >= 3 && FUNCTION_WORDS.has(uncapitalised(word));
}

interface Candidate {
  readonly word: string;
  readonly score: number;
}

/** The known words among the variants of what was read, the best first. */
function candidatesAmong(read: string, times: Times, lexicon: Lexicon, words: DocumentWords): Candidate[] {
  return targetsOf(read, times, lexicon)
    .map((target) => ({ ...target, score: weightOf(target.word, lexicon, words) - COST_WEIGHT * target.cost }))
    .filter(({ score }) => score >= LOWEST_SCORE)
    .filter(({ word, isKnown }) => isKnown() || ((words.get(word) ?? 0) >= 2 && lexicon.isCompound(word)))
    .map(({ word, score }) => ({ word, score }))
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
}

interface Target extends Variant {
  /** Known by itself; else only where the document uses it. Asked of the few that score, as it takes long to find. */
  readonly isKnown: () => boolean;
}

/** What the lexicon says of a word's variants is the same in every document, and takes long to find. */
const targets = new WeakMap<Lexicon, BoundedCache<readonly Target[]>>();
/** Entries; about 4 MB when full. */
const CACHE_SIZE = 10_000;

function targetsOf(read: string, times: Times, lexicon: Lexicon): readonly Target[] {
  const cache = targets.get(lexicon) ?? new BoundedCache(CACHE_SIZE);
  targets.set(lexicon, cache);
  return cache.getOrCompute(`${times} ${read}`, () => {
    const costs = new Map<string, number>();
    for (const { word, cost } of variantsBy(read, times)) costs.set(word, Math.min(cost, costs.get(word) ?? cost));
    return [...costs]
      .filter(([word]) => !isOnlySmaller(word, read, lexicon))
      .map(([word, cost]) => ({ word, cost, isKnown: once(() => isTarget(read, word, cost, lexicon)) }));
  });
}

function once(find: () => boolean): () => boolean {
  let found: boolean | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

/**
 * A built compound is a target only where the document uses it, or where it is long and only strokes were misread:
 * much that is misread can be parted into words.
 */
function isTarget(read: string, word: string, cost: number, lexicon: Lexicon): boolean {
  if (lexicon.countOf(word) >= 2 && (isUpper(word) || lexicon.isWord(word))) return true;
  if (losesEnding(read, word)) return false;
  const isWord = lexicon.isWord(word);
  if (!isWord && (word.length < LONG_COMPOUND || cost >= COST_OF_UNLIKELY)) return false;
  if (STREET.test(word) && (!isWord || lexicon.isCompound(word))) return false;
  return isWord || lexicon.isCompound(word);
}

/** What words are derived by; who reads one where none was printed reads a rare word for a common ending. */
const ENDINGS = /ung|keit|heit|schaft|lich|tion|isch/g;

function losesEnding(read: string, word: string): boolean {
  return (word.match(ENDINGS)?.length ?? 0) < (read.match(ENDINGS)?.length ?? 0);
}

/** Streets are called after what no dictionary holds: "Geisingstraße". */
const STREET = /(?:straße|weg|platz|allee|gasse|ring|ufer|berg|dorf|hof|park|siedlung)(?:e?s|e)?$/;

/** A noun that begins with I is not a small word of parts that happen to fit. */
function isOnlySmaller(word: string, read: string, lexicon: Lexicon): boolean {
  return word === uncapitalised(read) && lexicon.countOf(word) < 2;
}

function clearWinner([first, second]: readonly Candidate[]): Correction | null {
  if (first === undefined) return null;
  const lead = first.score - (second?.score ?? -Infinity);
  return lead < MARGIN ? null : { ...first, confidence: Math.min(0.98, 0.98 - Math.exp(-lead) / 2) };
}

function weightOf(word: string, lexicon: Lexicon, words: DocumentWords): number {
  const count = Math.max(lexicon.countOf(word), GENERAL_WEIGHT * lexicon.perMillion(word));
  const frequency = Math.log(0.5 + count + DOCUMENT_WEIGHT * (words.get(word) ?? 0));
  return frequency + LETTER_WORTH * Math.min(word.length, MOST_LETTERS);
}
