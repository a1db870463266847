// Damages clean text as OCR does, repairs it, and tells how much came back.
// usage: node test/tools/inject-noise.ts RATE FILE…     RATE: share of words damaged, as 0.01
// Seeded: the same files and rate give the same damage. Words of three letters or more are damaged once each.
import { readFileSync } from "node:fs";
import { type Lexicon, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { repair } from "../../src/repair/repair.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";

/** What was printed, and what is read for it. */
const DAMAGES: readonly (readonly [kind: string, printed: RegExp, read: string])[] = [
  ["l/i", /l/g, "i"],
  ["l/I", /l/g, "I"],
  ["l/1", /l/g, "1"],
  ["i/l", /i/g, "l"],
  ["li/h", /li/g, "h"],
  ["h/li", /h/g, "li"],
  ["rn/m", /rn/g, "m"],
  ["m/rn", /m/g, "rn"],
  ["ü/ii", /ü/g, "ii"],
  ["ß/B", /ß/g, "B"],
  ["0/O", /0/g, "O"],
  ["S/5", /S/g, "5"],
  ["H/Fl", /H/g, "Fl"],
  ["w/vv", /w/g, "vv"],
  ["d/cl", /d/g, "cl"],
  ["case", /^i(?=[a-zäöü]+$)/g, "I"],
];
/** A lost space is one damage in so many, as it is in real memos. */
const LOST_SPACE_EVERY = 12;

interface Damaged {
  readonly text: string;
  /** By the number of the word (parted by white space) in the clean text. */
  readonly kinds: ReadonlyMap<number, string>;
}

const [rate, ...files] = process.argv.slice(2);
if (rate === undefined || files.length === 0) throw new Error("usage: inject-noise.ts RATE FILE…");
/** SHOW=1 prints every miss. */
const { SHOW } = process.env;
const lexicon = await loadLexicon();
const totals = new Map<string, { damaged: number; restored: number }>();
let words = 0;
let madeWrong = 0;
files.forEach((file, index) => {
  score(readFileSync(file, "utf8"), index, lexicon);
});
print();

/** A small linear congruential generator (Numerical Recipes): numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function score(raw: string, seed: number, lexiconUsed: Lexicon): void {
  // The text as repaired is the truth: what repair does to clean text is measured elsewhere.
  const truth = repaired(raw, lexiconUsed);
  const clean = truth.match(/\S+/g) ?? [];
  const damaged = damage(truth, Number(rate), generator(seed + 1));
  const got = repaired(damaged.text, lexiconUsed).match(/\S+/g) ?? [];
  words += clean.length;
  const right = matched(clean, got);
  clean.forEach((_word, index) => {
    const kind = damaged.kinds.get(index);
    if (kind === undefined) {
      if (right.has(index) || isGlued(damaged, index)) return;
      madeWrong += 1;
      if (SHOW) process.stdout.write(`wrong: ${clean.slice(index - 2, index + 3).join(" ")}\n`);
      return;
    }
    if (SHOW && !right.has(index)) process.stdout.write(`missed ${kind}: ${clean[index]}\n`);
    const total = totals.get(kind) ?? { damaged: 0, restored: 0 };
    totals.set(kind, { damaged: total.damaged + 1, restored: total.restored + Number(right.has(index)) });
  });
}

/** The word after a lost space went with the one before it. */
function isGlued(damaged: Damaged, index: number): boolean {
  return damaged.kinds.get(index - 1) === "lost space";
}

function repaired(text: string, lexiconUsed: Lexicon): string {
  return repair(readTextOf(pagesOfPlainText(text)), lexiconUsed, { correct: true, minConfidence: 0 }).text.text;
}

function damage(text: string, share: number, random: () => number): Damaged {
  const kinds = new Map<number, string>();
  let number = -1;
  let losesSpace = false;
  const damagedText = text.replace(/(\S+)(\s*)/g, (_whole, word: string, space: string) => {
    number += 1;
    const isTaken = losesSpace;
    losesSpace = false;
    if (isTaken || random() >= share || !/\p{L}{3}|\d{3}/u.test(word)) return word + space;
    if (space === " " && random() < 1 / LOST_SPACE_EVERY && /\p{L}$/u.test(word)) {
      kinds.set(number, "lost space");
      losesSpace = true;
      return word;
    }
    const options = DAMAGES.filter(([, printed]) => word.search(printed) >= 0);
    const choice = options[Math.floor(random() * options.length)];
    if (choice === undefined) return word + space;
    kinds.set(number, choice[0]);
    return damagedWord(word, choice, random) + space;
  });
  return { text: damagedText, kinds };
}

function damagedWord(word: string, [, printed, read]: (typeof DAMAGES)[number], random: () => number): string {
  const places = [...word.matchAll(printed)];
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return word;
  return word.slice(0, place.index) + read + word.slice(place.index + place[0].length);
}

/** The clean words that stand in the result, by a greedy alignment that looks a few words ahead. */
function matched(clean: readonly string[], got: readonly string[]): Set<number> {
  const right = new Set<number>();
  let at = 0;
  clean.forEach((word, index) => {
    const ahead = got.slice(at, at + 6).indexOf(word);
    if (ahead < 0) return;
    if (ahead > 0 && clean.slice(index + 1, index + 1 + ahead).some((next, skip) => got[at + skip] === next)) return;
    right.add(index);
    at += ahead + 1;
  });
  return right;
}

function print(): void {
  const all = [...totals.values()];
  const sum = (key: "damaged" | "restored"): number => all.reduce((total, entry) => total + entry[key], 0);
  const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  for (const [kind, { damaged, restored }] of [...totals].sort()) {
    process.stdout.write(`${kind.padEnd(12)} ${percent(restored, damaged)} of ${damaged}\n`);
  }
  process.stdout.write(`restored ${percent(sum("restored"), sum("damaged"))} of ${sum("damaged")}\n`);
  process.stdout.write(`made wrong otherwise ${percent(madeWrong, words)} of ${words} words\n`);
}
