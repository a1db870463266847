import { align } from "../evaluate/align.ts";
import { editDistance } from "../evaluate/edit-distance.ts";
import type { PrintedClause } from "./letter.ts";
import type { Suggestion } from "./schema.ts";

/** A clause as one letter has it. */
export interface Reading {
  readonly letter: string;
  readonly clause: PrintedClause;
}

interface Token {
  readonly word: string;
  readonly offset: number;
}

interface Vote extends Token {
  readonly reading: Reading;
}

/**
 * Readings that a majority needs at least, how many of them must agree, and the letters of a word: shorter ones
 * differ by their case and number ("der", "des") more often than by the scan.
 */
const LEAST = { readings: 3, agreeing: 2, letters: 4 } as const;
/** Share of a word's letters that may be misread. */
const MISREAD_SHARE = 0.25;
/** Readings of one clause that are compared at most. */
const MOST_READINGS = 24;

/** Words that most letters read otherwise. Another wording is no other reading: the two must be nearly the same word. */
export function suggestionsIn(readings: readonly Reading[]): Suggestion[] {
  const compared = readings.slice(-MOST_READINGS);
  if (compared.length < LEAST.readings || new Set(compared.map(({ clause }) => clause.text)).size === 1) return [];
  const tokens = compared.map(({ clause }) => tokensOf(clause.text));
  const pivot = pivotOf(tokens);
  const columns: Vote[][] = (tokens[pivot] ?? []).map(() => []);
  for (const [index, list] of tokens.entries()) {
    const reading = compared[index] as Reading;
    for (const { left, right } of align(wordsIn(tokens[pivot] ?? []), wordsIn(list))) {
      if (left !== null && right !== null) columns[left]?.push({ ...(list[right] as Token), reading });
    }
    for (const [column, token] of replaced(tokens[pivot] ?? [], list)) columns[column]?.push({ ...token, reading });
  }
  return columns.flatMap(suggestionsOf);
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({ word: match[0], offset: match.index }));
}

function wordsIn(tokens: readonly Token[]): string[] {
  return tokens.map(({ word }) => word);
}

/** The reading that most others are the same as, the earliest of them. */
function pivotOf(tokens: readonly (readonly Token[])[]): number {
  const texts = tokens.map((list) => wordsIn(list).join(" "));
  const counts = texts.map((text) => texts.filter((other) => other === text).length);
  return counts.indexOf(Math.max(...counts));
}

/** Words that stand between the same neighbours as the pivot's, one for one. */
function* replaced(pivot: readonly Token[], other: readonly Token[]): Generator<[number, Token]> {
  let [left, right]: [number[], number[]] = [[], []];
  const pairs = [...align(wordsIn(pivot), wordsIn(other)), { left: null, right: null, isEnd: true }];
  for (const pair of pairs) {
    const isCommon = "isEnd" in pair || (pair.left !== null && pair.right !== null);
    if (!isCommon) {
      if (pair.left !== null) left.push(pair.left);
      if (pair.right !== null) right.push(pair.right);
      continue;
    }
    if (left.length === right.length) {
      for (const [at, column] of left.entries()) yield [column, other[right[at] ?? 0] as Token];
    }
    [left, right] = [[], []];
  }
}

function suggestionsOf(votes: readonly Vote[]): Suggestion[] {
  const counts = new Map<string, number>();
  for (const { word } of votes) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < LEAST.agreeing || best[1] * 2 <= votes.length) return [];
  const [suggested, agreeing] = best;
  const others = votes.filter(({ word }) => word === suggested).map(placeOf);
  return votes
    .filter(({ word }) => word !== suggested && isMisreading(word, suggested))
    .map((vote) => ({
      ...placeOf(vote),
      read: vote.word,
      suggested,
      votes: { suggested: agreeing, of: votes.length },
      others,
    }));
}

/** Whether one may be the other as a scan has it. A capital at the beginning is the author's. */
function isMisreading(read: string, suggested: string): boolean {
  const [a, b] = [lowerFirst(read), lowerFirst(suggested)];
  if (a === b) return false;
  if (/^\p{N}+$/u.test(a)) return a.length === b.length && editDistance([...a], [...b]) === 1;
  if (suggested.length < LEAST.letters) return false;
  const most = Math.max(1, Math.floor(suggested.length * MISREAD_SHARE));
  return Math.abs(a.length - b.length) <= most && editDistance([...a], [...b]) <= most;
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

function placeOf({ reading: { letter, clause }, offset }: Vote) {
  return { letter, at: clause.at, page: clause.page, offset, regions: [...clause.regions] };
}
