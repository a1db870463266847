import { BoundedCache } from "../../lexicon/bounded-cache.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { capitalised, isUpper } from "../letters.ts";
import { variantsOf } from "./confusions.ts";
import { strokeVariantsOf } from "./strokes.ts";

/** How well a word is known: in a list, only by the dictionary's rules or as built of parts, or not at all. */
export type Standing = "listed" | "built" | "unknown";
/** What was misread for what: only upright strokes, or other letters of one shape. */
type Likeness = "strokes" | "shape";

/** A word that may have been printed in place of the one read. */
export interface Spelling {
  readonly word: string;
  readonly standing: Standing;
  readonly likeness: Likeness;
  /** How many times likelier its letters are in German than those read, in natural log units. */
  readonly odds: number;
  /** How likely its letters are, each on average, in natural log units. */
  readonly fluency: number;
}

/** Confusions dearer than this are too many for the letters alone to tell which it was. */
const DEAREST = 2;
/** In shorter words ("Fäll-") one letter is too much of the whole. */
const SHORTEST_SHAPE = 5;
/** An I within is hardly ever printed, but in "AnwohnerInnen": so much less likely, in natural log units. */
const STRAY_CAPITAL = /^\p{Lu}I\p{Ll}|\p{L}I(?!n)\p{Ll}/u;
const COST_OF_CAPITAL = 11;
/** Entries; about 3 MB when full. */
const CACHE_SIZE = 10_000;

const spellings = new WeakMap<Lexicon, BoundedCache<readonly Spelling[]>>();

/** All words of more likely letters that look like the one read, the likeliest first. */
export function likelierSpellings(read: string, lexicon: Lexicon): readonly Spelling[] {
  const cache = spellings.get(lexicon) ?? new BoundedCache(CACHE_SIZE);
  spellings.set(lexicon, cache);
  return cache.getOrCompute(read, () => spellingsOf(read, lexicon));
}

function spellingsOf(read: string, lexicon: Lexicon): Spelling[] {
  const likenesses = new Map<string, Likeness>();
  for (const { word } of strokeVariantsOf(read)) likenesses.set(word, "strokes");
  for (const { word, cost } of variantsOf(read)) {
    if (read.length >= SHORTEST_SHAPE && cost <= DEAREST && !likenesses.has(word)) likenesses.set(word, "shape");
  }
  const asRead = lexicon.spellingLikeness(read) - (STRAY_CAPITAL.test(read) ? COST_OF_CAPITAL : 0);
  return [...likenesses]
    .filter(([word]) => !STRAY_CAPITAL.test(word) && (isUpper(word) === isUpper(read) || read.startsWith("l")))
    .map(([word, likeness]) => {
      const likelihood = lexicon.spellingLikeness(word);
      return { word, likeness, odds: likelihood - asRead, fluency: likelihood / (word.length + 1) };
    })
    .filter(({ odds }) => odds > 0)
    .map((spelling) => ({ ...spelling, standing: standingOf(spelling.word, lexicon) }))
    .sort((a, b) => b.odds - a.odds || (a.word < b.word ? -1 : 1));
}

export function standingOf(word: string, lexicon: Lexicon): Standing {
  if (lexicon.countOf(word) > 0 || lexicon.perMillion(word) > 0 || lexicon.isName(word)) return "listed";
  if (isCalledAfterPlace(word, lexicon)) return "listed";
  return lexicon.isWord(word) || lexicon.isCompound(word) ? "built" : "unknown";
}

const SHORTEST_PLACE = 3;
const SHORTEST_NOUN = 3;

/** Built of a name of the gazetteer and a noun: "Elbweg", "Leubenpark". */
function isCalledAfterPlace(word: string, lexicon: Lexicon): boolean {
  for (let at = SHORTEST_PLACE; at <= word.length - SHORTEST_NOUN; at++) {
    if (lexicon.isName(word.slice(0, at)) && lexicon.isWord(capitalised(word.slice(at)))) return true;
  }
  return false;
}
