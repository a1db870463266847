import { type Box, unionBox } from "../model/box.ts";
import type { Line, Word } from "../model/page.ts";

/** Fewer letters apart are initials, or answers by letters: "a b". */
const LEAST_LETTERS = 3;

/** So many letters are one word, however far apart; fewer are where they stand closer than words do: "a b c". */
const SURELY_ONE = 4;

/** Between letters of one word the white is no wider than this, in line heights. */
const WIDEST = 1;

/** Between words it is so many times as wide as between letters, beside letters of many widths. */
const CLEARLY_WIDER = 1.7;

/** Letters of one word stand closer than words by this factor. */
const CLOSER = 0.8;

const LETTER = /^\p{L}\p{M}*[.,;:!?]?$/u;

/** A line whose letter-spaced words ("n i c h t") are whole, told by the white between their letters. */
export function withSpacedWordsWhole(line: Line): Line {
  const { box } = line;
  if (box === null || !/(?:^| )\p{L} \p{L} \p{L}/u.test(line.text)) return line;
  const groups = groupsOf(line, box[3], wordGapOf(line));
  if (groups.length === line.words.length) return line;
  const words: Word[] = [];
  let text = "";
  for (const group of groups) {
    if (text !== "") text += " ";
    const start = text.length;
    text += group.map((word) => textOf(line, word)).join("");
    const whole: Box = unionBox(group.map((word) => word.box)) ?? [0, 0, 0, 0];
    words.push({ start, end: text.length, box: whole, confidence: Math.min(...group.map((word) => word.confidence)) });
  }
  return { ...line, text, words };
}

/** The line's words, those of one letter put together with what they belong to. */
function groupsOf(line: Line, height: number, wordGap: number): Word[][] {
  const groups: Word[][] = [];
  let run: Word[] = [];
  const close = (): void => {
    groups.push(...wordsIn(run, height, wordGap));
    run = [];
  };
  for (const word of line.words) {
    const isLetter = LETTER.test(textOf(line, word));
    const last = run.at(-1);
    if (!isLetter || (last !== undefined && gapBetween(last, word) > CLEARLY_WIDER * WIDEST * height)) close();
    if (isLetter) run.push(word);
    else groups.push([word]);
  }
  close();
  return groups;
}

/** Letters in a row, parted where the white is clearly wider than it mostly is. */
function wordsIn(letters: readonly Word[], height: number, wordGap: number): Word[][] {
  const apart = letters.map((letter) => [letter]);
  if (letters.length < LEAST_LETTERS) return apart;
  const gaps = letters.slice(1).map((letter, index) => gapBetween(letters[index] ?? letter, letter));
  const sorted = [...gaps].sort((a, b) => a - b);
  const usual = sorted[(sorted.length - 1) >> 1] ?? 0;
  if (usual > WIDEST * height || (letters.length < SURELY_ONE && usual >= CLOSER * wordGap)) return apart;
  const words: Word[][] = [];
  letters.forEach((letter, index) => {
    const gap = gaps[index - 1];
    if (gap === undefined || gap > CLEARLY_WIDER * usual) words.push([letter]);
    else words.at(-1)?.push(letter);
  });
  return words;
}

/** The least white between words of several letters; infinite where there are none. */
function wordGapOf(line: Line): number {
  const gaps = line.words.slice(1).flatMap((word, index) => {
    const before = line.words[index] ?? word;
    const isWide = [before, word].every((other) => other.end - other.start > 1);
    return isWide ? [gapBetween(before, word)] : [];
  });
  return Math.min(...gaps);
}

function gapBetween(before: Word, after: Word): number {
  return after.box[0] - (before.box[0] + before.box[2]);
}

function textOf(line: Line, word: Word): string {
  return line.text.slice(word.start, word.end);
}
