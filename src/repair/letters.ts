import { perText } from "./per-text.ts";

/** A run of letters in a text; offsets are UTF-16, half-open. */
export interface WordAt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}]+/gu;
const LETTER = /^[\p{L}\p{M}]$/u;

/** All runs of letters, in order. Linear in the text's length. */
export function wordsIn(text: string): WordAt[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** All runs of letters of a traced text, in order. */
export const wordsOf = perText<readonly WordAt[]>(wordsIn);

/** Letters of German lie in the basic plane: a lone surrogate is no letter. */
export function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}

export function isUpper(word: string): boolean {
  const first = word.slice(0, 1);
  return first !== first.toLowerCase();
}

export function isAllUpper(word: string): boolean {
  return word.length >= 2 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** The word as it would stand within a sentence: "Ge" of "Geprüft wird" as "ge". */
export function uncapitalised(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Whether capitals stand beside small letters within: "KONServatorium" and "AnwohnerInnen" are meant so. */
export function hasInnerCapital(word: string): boolean {
  return /\p{L}\p{Lu}/u.test(word) && !isAllUpper(word);
}
