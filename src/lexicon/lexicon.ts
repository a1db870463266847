import { BoundedCache } from "./bounded-cache.ts";
import { isCompoundOf } from "./compounds.ts";
import { type Counts, CountTable } from "./count-table.ts";
import { openTable, readList } from "./data-files.ts";
import { LetterModel } from "./letter-model.ts";
import { type BreakContext, letterPatterns } from "./letter-patterns.ts";
import { loadSpelling, type Spelling } from "./spelling.ts";

/** What is known of German words and names; it knows no rule. */
export interface Lexicon {
  /** Spelled right as it stands, case included: in the dictionary, a name, or the user's own word. */
  isWord(word: string): boolean;
  /** Not in the dictionary, but built of known parts: weaker evidence than `isWord`. */
  isCompound(word: string): boolean;
  /** Seen anywhere: a word, a compound, a counted form or a common name. What is not is a suspect. */
  isKnown(word: string): boolean;
  /** A longer word counted begins so, by two letters or more: "Anord" of "Anordnung". */
  beginsWord(part: string): boolean;
  /** A longer word counted ends so, by two letters or more: "nung" of "Anordnung". */
  endsWord(part: string): boolean;
  /** How often the very form occurs in the German documentation counted; 0 for unseen. */
  countOf(word: string): number;
  /** How often a word or common personal name occurs in a million words of general German, whatever its case; 0 for unseen. */
  perMillion(word: string): number;
  /** How often two words stand apart there that could be one ("wie der"); 0 for unseen. */
  openPairCount(left: string, right: string): number;
  /** Log odds, from the letters alone, that a word goes on over a break: "Landeshaupt" + "stadt" against "aus" + "dem". */
  breakLikeness(place: BreakContext): number;
  /** The natural log of the probability of a word's letters in German words and names, whatever their case. */
  spellingLikeness(word: string): number;
  /** A name of the gazetteer or the user's own words, or a part of one between hyphens or spaces. */
  isName(word: string): boolean;
  /** All such names, for look-up by likeness. */
  readonly names: ReadonlySet<string>;
}

const PLACE_LISTS = ["places-dresden.txt", "places-neighbours.txt", "places-ukraine.txt"];
/** A noun is written large once at least for so many times that the same letters are small. */
const LEAST_LARGE = 12;
/** Entries; about 5 MB when full. */
const CACHE_SIZE = 50_000;

/**
 * The lexicon with the user's own words and names in it. The first call in a process loads the dictionary, the counts
 * and the names (some 50 ms), which all later lexicons share.
 */
export async function loadLexicon(options: { userWords?: readonly string[] } = {}): Promise<Lexicon> {
  loading ??= loadData();
  const { names, ...parts } = await loading.catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return lexiconOf({ ...parts, names: new Set([...names, ...(options.userWords ?? []).flatMap(withParts)]) });
}

type Parts = Parameters<typeof lexiconOf>[0];

let loading: Promise<Parts> | null = null;

async function loadData(): Promise<Parts> {
  const [spelling, words, general, openPairs, letterWeights, contexts, offices, ...places] = await Promise.all([
    loadSpelling(),
    openTable("word-counts"),
    openTable("general-words"),
    openTable("open-pairs"),
    openTable("letter-weights"),
    openTable("letter-model"),
    readList("offices.txt"),
    ...PLACE_LISTS.map(readList),
  ]);
  const names = new Set([...places.flat().flatMap(withInhabitants), ...offices].flatMap(withParts));
  return {
    spelling,
    counts: new CountTable(words),
    wordLines: () => words.text,
    general: new CountTable(general),
    openPairs: new CountTable(openPairs),
    letterWeights: new CountTable(letterWeights),
    letters: new LetterModel(contexts),
    names,
  };
}

/** A lexicon over given parts. */
export function lexiconOf(parts: {
  spelling: Pick<Spelling, "accepts" | "isStem">;
  counts: Counts;
  /** The keys of `counts`, a line each, followed by a tab. */
  wordLines: () => string;
  general: Counts;
  openPairs: Counts;
  letterWeights: Counts;
  letters: Pick<LetterModel, "logLikelihood">;
  names: ReadonlySet<string>;
}): Lexicon {
  const { spelling, counts, general, openPairs, letterWeights, letters, names } = parts;
  const compounds = new BoundedCache<boolean>(CACHE_SIZE);
  const isPart = (part: string): boolean => names.has(part) || spelling.accepts(part);
  // Any word may be written large at a sentence's start: one hardly seen so, but known small, is no noun,
  // unless it is a participle, as all of these can be nouns: "die Teilnehmenden".
  const isOftenLarge = (part: string): boolean =>
    LEAST_LARGE * (counts.get(part) ?? 0) >= Math.max(1, counts.get(part.toLowerCase()) ?? 0);
  const isNoun = (part: string): boolean =>
    isPart(part) && (isOftenLarge(part) || !isPart(part.toLowerCase()) || /\p{L}{3}ende[nrms]?$/u.test(part));
  const compoundParts = { isWord: isPart, isNoun, isStem: (part: string) => spelling.isStem(part) };
  const isCompound = (word: string): boolean => compounds.getOrCompute(word, () => isCompoundOf(word, compoundParts));
  const perMillion = (word: string): number => {
    const count = general.get(word.toLowerCase()) ?? 0;
    return count > 0 && hasOddCapital(word) ? 0 : count;
  };
  const longer = longerWordsOf(parts.wordLines);
  return {
    isWord: isPart,
    isCompound,
    isKnown: (word) => counts.has(word) || perMillion(word) > 0 || isPart(word) || isCompound(word),
    beginsWord: longer.beginWith,
    endsWord: longer.endWith,
    countOf: (word) => counts.get(word) ?? 0,
    perMillion,
    openPairCount: (left, right) => openPairs.get(`${left} ${right}`) ?? 0,
    breakLikeness: (place) =>
      letterPatterns(place).reduce((sum, pattern) => sum + (letterWeights.get(pattern) ?? 0), 0),
    spellingLikeness: (word) => letters.logLikelihood(word),
    isName: (word) => names.has(word),
    names,
  };
}

/** So many letters more than a part has the word that it is a part of. */
const LEAST_MORE = 2;

/** Questions to all words at once, put to one string of them: few letters have any, so it is made for the first. */
function longerWordsOf(lines: () => string): Record<"beginWith" | "endWith", (part: string) => boolean> {
  let made: string | undefined;
  const words = (): string => {
    made ??= `\n${lines()}`;
    return made;
  };
  const find = (sought: string, lengthAt: (index: number) => number): boolean => {
    for (let at = words().indexOf(sought); at >= 0; at = words().indexOf(sought, at + 1)) {
      if (lengthAt(at) >= sought.length - 1 + LEAST_MORE) return true;
    }
    return false;
  };
  return {
    beginWith: (part) => find(`\n${part}`, (at) => words().indexOf("\t", at + 1) - at - 1),
    endWith: (part) => find(`${part}\t`, (at) => at + part.length - words().lastIndexOf("\n", at) - 1),
  };
}

/** "GroBe" is no "grobe"; words in capitals throughout are their own. */
function hasOddCapital(word: string): boolean {
  return word.slice(1) !== word.slice(1).toLowerCase() && word !== word.toUpperCase();
}

/** "Leubnitz-Neuostra" and "Grünes Gewölbe" are names whole and in part. */
function withParts(name: string): string[] {
  const parts = name.split(/[ -]/).filter((part) => part.length >= 3);
  return parts.length > 1 ? [name, ...parts] : [name];
}

/** Who lives there, and what is called after it: "Leubener". Only of names that nothing but the ending is added to. */
function withInhabitants(place: string): string[] {
  return /^\p{L}{4,}(?:[bdfgkmprstz]|en)$/u.test(place) ? [place, `${place}er`] : [place];
}
