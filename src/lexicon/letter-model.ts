import type { LineTable } from "./line-table.ts";

/** Letters in the longest run counted. */
export const LONGEST_NGRAM = 5;
/** Kinds of letters, for one never seen. */
const ALPHABET = 60;
/** Counts are kept by powers of the root of two, one sign each. */
const FIRST_LEVEL = "0".charCodeAt(0);

/** The sign that stands for a count of one or more. */
export function levelOf(count: number): string {
  return String.fromCharCode(FIRST_LEVEL + Math.round(2 * Math.log2(count)));
}

interface Followers {
  readonly counts: ReadonlyMap<string, number>;
  /** What all letters seen next count together. */
  readonly total: number;
}

/**
 * How German words, and the names among them, are spelled: each letter by the four before it. Where those were seen
 * seldom, fewer are asked (Witten and Bell's interpolation), so that no run of letters is impossible.
 */
export class LetterModel {
  readonly #contexts: LineTable;
  readonly #followers = new Map<string, Followers | null>();

  /**
   * `contexts`: a line for each run of up to four letters, "^" and "$" being a word's ends: the run, a tab, and each
   * letter seen next with the sign of its count.
   */
  constructor(contexts: LineTable) {
    this.#contexts = contexts;
  }

  /** The natural log of the probability of a word's letters, whatever their case. */
  logLikelihood(word: string): number {
    const letters = `^${word.toLowerCase()}$`;
    let sum = 0;
    for (let at = 1; at < letters.length; at++) sum += Math.log(this.#probability(letters, at));
    return sum;
  }

  #probability(letters: string, at: number): number {
    let probability = 1 / ALPHABET;
    for (let length = 0; length < LONGEST_NGRAM && length <= at; length++) {
      const followers = this.#followersOf(letters.slice(at - length, at));
      if (followers === null) break;
      const kinds = followers.counts.size;
      const count = followers.counts.get(letters.charAt(at)) ?? 0;
      probability = (count + kinds * probability) / (followers.total + kinds);
    }
    return probability;
  }

  #followersOf(context: string): Followers | null {
    const known = this.#followers.get(context);
    if (known !== undefined) return known;
    const line = this.#contexts.get(context);
    if (line === undefined) return null;
    const followers = parseFollowers(line);
    this.#followers.set(context, followers);
    return followers;
  }
}

function parseFollowers(line: string): Followers {
  const counts = new Map<string, number>();
  let total = 0;
  for (let at = 0; at + 1 < line.length; at += 2) {
    const count = 2 ** ((line.charCodeAt(at + 1) - FIRST_LEVEL) / 2);
    counts.set(line.charAt(at), count);
    total += count;
  }
  return { counts, total };
}
