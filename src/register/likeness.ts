import type { Word } from "./words.ts";

/** How often each word stands in the clauses of a paper: one that is in all of them tells none from another. */
export interface Rarity {
  weightOf(word: Word): number;
  /** Whether it stands in one of several clauses only. */
  isTelling(word: Word): boolean;
}

/** @param clauses the words of each clause that the paper is known to have */
export function rarityAmong(clauses: readonly (readonly Word[])[]): Rarity {
  const holders = new Map<string, number>();
  for (const words of clauses) {
    for (const key of new Set(words.map((word) => word.key))) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  const count = Math.max(1, clauses.length);
  return {
    weightOf: ({ key, weight }) => weight * Math.log2(1 + count / (holders.get(key) ?? 1)),
    isTelling: ({ key }) => count > 1 && holders.get(key) === 1,
  };
}

/** A clause's words, where each stands, and which of them other clauses have explained already. */
export interface Bag {
  readonly words: readonly Word[];
  readonly used: Uint8Array;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function bagOf(words: readonly Word[]): Bag {
  const places = new Map<string, number[]>();
  for (const [at, { key }] of words.entries()) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  return { words, used: new Uint8Array(words.length), places };
}

/** Words that two clauses have in common, as indices of either, and what they say of the two. */
export interface Overlap {
  readonly pairs: readonly (readonly [number, number])[];
  /** Share of each clause's weight, of the words not explained yet, that stands in the other, 0 to 1. */
  readonly left: number;
  readonly right: number;
  /** The greater share of the particulars of either that stands in the other; null where neither has any. */
  readonly particulars: number | null;
  /** The same of numbers; null where one of the two has none. */
  readonly numbers: number | null;
  /** Whether some words of either are explained already, so that shares are of what is left. */
  readonly isOfRest: boolean;
  /** Whether both texts, explained or not, name numbers, and none that the other names. */
  readonly hasOtherNumbers: boolean;
  /** Share of the particulars in common that stand beside the same ones in both; null where there are not two. */
  readonly neighbours: number | null;
  /** How many particulars are in common, and how many of them stand in no other clause of the paper. */
  readonly common: number;
  readonly telling: number;
  /** How many particulars are missing in the other clause, of that clause that misses fewer. */
  readonly missing: number;
  /** In how many places other particulars stand between the same words: the same order for another place. */
  readonly replaced: number;
}

/** What is in common of the words not explained yet. Time grows with the number of words. */
export function overlapOf(left: Bag, right: Bag, rarity: Rarity): Overlap {
  const partners = new Int32Array(left.words.length).fill(-1);
  const taken = new Uint8Array(right.used);
  pairEqual(left, right, partners, taken);
  pairInflected(left, right, partners, taken);
  const pairs = pairsIn(partners);
  const own = sharesOf(left, (at) => partners[at] !== -1, rarity);
  const its = sharesOf(right, (at) => taken[at] === 1, rarity);
  const common = pairs.map(([at]) => left.words[at]).filter((word) => word?.isParticular === true);
  return {
    pairs,
    common: common.length,
    telling: common.filter((word) => word !== undefined && rarity.isTelling(word)).length,
    missing: Math.min(countParticulars(left), countParticulars(right)) - common.length,
    left: own.all ?? 0,
    right: its.all ?? 0,
    particulars: greater(own.particulars, its.particulars),
    numbers: own.numbers === null || its.numbers === null ? null : Math.max(own.numbers, its.numbers),
    replaced: countReplaced(pairs, left.words, right.words),
    isOfRest: left.used.includes(1) || right.used.includes(1),
    hasOtherNumbers: haveOtherNumbers(left, right),
    neighbours: neighboursAmong(pairs, left.words, right.words),
  };
}

function haveOtherNumbers(left: Bag, right: Bag): boolean {
  const numbers = left.words.filter(({ isNumber }) => isNumber);
  const areBoth = numbers.length > 0 && right.words.some(({ isNumber }) => isNumber);
  return areBoth && !numbers.some(({ key }) => right.places.has(key));
}

function countParticulars({ words, used }: Bag): number {
  return words.filter(({ isParticular }, at) => isParticular && used[at] !== 1).length;
}

function greater(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function pairsIn(partners: Int32Array): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [at, partner] of partners.entries()) if (partner !== -1) pairs.push([at, partner]);
  return pairs;
}

function sharesOf({ words, used }: Bag, isCommon: (at: number) => boolean, rarity: Rarity) {
  const sums = { all: [0, 0], particulars: [0, 0], numbers: [0, 0] };
  for (const [at, word] of words.entries()) {
    if (used[at] === 1) continue;
    const weight = rarity.weightOf(word);
    const counted = [
      sums.all,
      ...(word.isParticular ? [sums.particulars] : []),
      ...(word.isNumber ? [sums.numbers] : []),
    ];
    for (const sum of counted) {
      sum[1] = (sum[1] ?? 0) + weight;
      if (isCommon(at)) sum[0] = (sum[0] ?? 0) + weight;
    }
  }
  const share = ([found = 0, all = 0]: readonly number[]): number | null => (all === 0 ? null : found / all);
  return { all: share(sums.all), particulars: share(sums.particulars), numbers: share(sums.numbers) };
}

/** Pairs the words that stand once in both; then the others, each with the one that is nearest to its neighbours'. */
function pairEqual(left: Bag, right: Bag, partners: Int32Array, taken: Uint8Array): void {
  for (const [at, { key }] of left.words.entries()) {
    const [place, more] = right.places.get(key) ?? [];
    if (place === undefined || more !== undefined || left.places.get(key)?.length !== 1) continue;
    if (left.used[at] === 1 || taken[place] === 1) continue;
    partners[at] = place;
    taken[place] = 1;
  }
  const shifts = shiftsOf(partners);
  for (const [at, { key }] of left.words.entries()) {
    if (left.used[at] === 1 || partners[at] !== -1) continue;
    const place = nearestFree(right.places.get(key) ?? [], at + (shifts[at] ?? 0), taken);
    if (place === -1) continue;
    partners[at] = place;
    taken[place] = 1;
  }
}

/** For each word how far the nearest paired word's partner is shifted against it. */
function shiftsOf(partners: Int32Array): Int32Array {
  const shifts = new Int32Array(partners.length);
  const distances = new Float64Array(partners.length).fill(Number.POSITIVE_INFINITY);
  for (const step of [1, -1]) {
    let nearest = -1;
    for (let at = step === 1 ? 0 : partners.length - 1; at >= 0 && at < partners.length; at += step) {
      if (partners[at] !== -1) nearest = at;
      const distance = Math.abs(at - nearest);
      if (nearest === -1 || distance >= (distances[at] ?? 0)) continue;
      distances[at] = distance;
      shifts[at] = (partners[nearest] ?? 0) - nearest;
    }
  }
  return shifts;
}

/** Places of one word that are looked at: a text that repeats one word must not cost its square. */
const MOST_PLACES = 64;

function nearestFree(places: readonly number[], expected: number, taken: Uint8Array): number {
  let best = -1;
  for (const place of places.slice(0, MOST_PLACES)) {
    if (taken[place] === 1) continue;
    if (best === -1 || Math.abs(place - expected) < Math.abs(best - expected)) best = place;
  }
  return best;
}

/** Letters that an inflected word has in common with its stem at least, and their share of the shorter of the two. */
const STEM = { letters: 5, share: 0.8 } as const;

/** Words left over that differ in their ending only: "Anwohner", "Anwohnerinnen". */
function pairInflected(left: Bag, right: Bag, partners: Int32Array, taken: Uint8Array): void {
  const stems = new Map<string, number>();
  for (const [at, word] of right.words.entries()) {
    if (isStemmed(word) && taken[at] !== 1) stems.set(word.key.slice(0, STEM.letters), at);
  }
  if (stems.size === 0) return;
  for (const [at, word] of left.words.entries()) {
    if (!isStemmed(word) || left.used[at] === 1 || partners[at] !== -1) continue;
    const stem = word.key.slice(0, STEM.letters);
    const place = stems.get(stem);
    if (place === undefined || !isSameStem(word.key, right.words[place]?.key ?? "")) continue;
    stems.delete(stem);
    partners[at] = place;
    taken[place] = 1;
  }
}

function isStemmed({ key, isNumber }: Word): boolean {
  return key.length >= STEM.letters && !isNumber;
}

function isSameStem(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  return same >= STEM.share * shorter;
}

/** How many particulars may stand between two that are still neighbours. */
const BETWEEN = 1;

/**
 * Of the particulars in common, two in a row on one side: how often they are neighbours on the other too. The words
 * of another order are found in a long clause as well, but each in another part of it.
 */
function neighboursAmong(
  pairs: readonly (readonly [number, number])[],
  left: readonly Word[],
  right: readonly Word[],
): number | null {
  const ranks = ranksOf(right);
  const common = pairs.filter(([at]) => left[at]?.isParticular === true).map(([, at]) => ranks[at] ?? 0);
  if (common.length < 2) return null;
  let near = 0;
  for (let at = 1; at < common.length; at++) {
    if (Math.abs((common[at] ?? 0) - (common[at - 1] ?? 0)) <= BETWEEN + 1) near += 1;
  }
  return near / (common.length - 1);
}

/** The how manieth particular each word is. */
function ranksOf(words: readonly Word[]): Int32Array {
  const ranks = new Int32Array(words.length);
  let rank = 0;
  for (const [at, { isParticular }] of words.entries()) {
    ranks[at] = rank;
    if (isParticular) rank += 1;
  }
  return ranks;
}

/** Words that may be replaced in one place at most: more is another wording. */
const LONGEST_REPLACED = 3;

function countReplaced(
  pairs: readonly (readonly [number, number])[],
  left: readonly Word[],
  right: readonly Word[],
): number {
  let replaced = 0;
  for (const [index, [at, place]] of pairs.entries()) {
    const [nextAt, nextPlace] = pairs[index + 1] ?? [at, place];
    const gaps = [nextAt - at - 1, nextPlace - place - 1];
    if (gaps.some((gap) => gap < 1 || gap > LONGEST_REPLACED)) continue;
    const own = left.slice(at + 1, nextAt).some(({ isParticular }) => isParticular);
    if (own && right.slice(place + 1, nextPlace).some(({ isParticular }) => isParticular)) replaced += 1;
  }
  return replaced;
}
