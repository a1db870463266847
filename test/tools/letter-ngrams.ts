import { readCounts } from "../../src/lexicon/data-files.ts";
import { LONGEST_NGRAM, levelOf } from "../../src/lexicon/letter-model.ts";

/** Millions of words in the corpus counted, as `general-words.txt.gz` counts by the million. */
const GENERAL_WEIGHT = 4;
/** What follows four letters that were seen less often is as well told from three. */
const FEWEST_OF_FOUR = 12;

/** The words and names of the shipped lists, small, and how often each was counted. */
export async function spelledWords(): Promise<Map<string, number>> {
  const words = new Map<string, number>();
  const add = (word: string, count: number): void => {
    words.set(word, Math.max(count, words.get(word) ?? 0));
  };
  // Capitals within are abbreviations and names of programs.
  for (const [word, count] of await readCounts("word-counts")) {
    if (/^\p{L}\p{Ll}+$/u.test(word)) add(word.toLowerCase(), count);
  }
  for (const [word, count] of await readCounts("general-words")) add(word, GENERAL_WEIGHT * count);
  return words;
}

/** The table of a `LetterModel`: a common word counts a little more than a rare one, by the logarithm. */
export function letterTable(words: Iterable<readonly [word: string, count: number]>): string {
  const contexts = new Map<string, Map<string, number>>();
  for (const [word, count] of words) {
    const letters = `^${word}$`;
    const weight = 1 + Math.round(Math.log(count));
    for (let at = 1; at < letters.length; at++) {
      for (let length = 0; length < LONGEST_NGRAM && length <= at; length++) {
        const context = letters.slice(at - length, at);
        const followers = contexts.get(context) ?? new Map<string, number>();
        contexts.set(context, followers);
        followers.set(letters.charAt(at), (followers.get(letters.charAt(at)) ?? 0) + weight);
      }
    }
  }
  return [...contexts]
    .filter(([context, followers]) => context.length < LONGEST_NGRAM - 1 || sum(followers) >= FEWEST_OF_FOUR)
    .sort(byKey)
    .map(([context, followers]) => `${context}\t${[...followers].sort(byKey).map(pair).join("")}\n`)
    .join("");
}

function sum(followers: ReadonlyMap<string, number>): number {
  return [...followers.values()].reduce((total, count) => total + count, 0);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function pair([letter, count]: readonly [string, number]): string {
  return letter + levelOf(count);
}
