import type { Line } from "../model/page.ts";

/** A word as German writes it: letters in one case after the first, hyphens between; or a number, or a date. */
const WELL_FORMED = /^(?:\p{L}\p{Ll}*(?:[-*:/]\p{L}\p{Ll}*)*|\p{Lu}{2,}|\d+(?:[.,:/]\d+)*)$/u;

/** What stands before words and after them: quotation marks, brackets, stops. */
const BEFORE = "„“”‚‘’\"'(»«§";
const AFTER = "“”‘’\"').,;:!?»«%-";

/**
 * How well some lines were read, 0 to 1: the share of its characters in words that are shaped like words. Noise is not:
 * it has capitals and digits within words, symbols and lone letters. 0 where there is no text.
 */
export function legibilityOf(lines: readonly Line[]): number {
  let all = 0;
  let wellFormed = 0;
  for (const word of lines.flatMap((line) => line.text.split(/\s+/u))) {
    all += word.length;
    if (isWellFormed(word)) wellFormed += word.length;
  }
  return all === 0 ? 0 : wellFormed / all;
}

/** Whether a word with the marks about it is shaped like one, of more than a letter. */
export function isWellFormed(word: string): boolean {
  const bare = withoutMarks(word);
  return bare.length > 1 && WELL_FORMED.test(bare);
}

/** In linear time, however many marks there are. */
function withoutMarks(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && BEFORE.includes(word.charAt(start))) start++;
  while (end > start && AFTER.includes(word.charAt(end - 1))) end--;
  return word.slice(start, end);
}

/** Number of letters and digits. */
export function letterCountOf(lines: readonly Line[]): number {
  return lines.reduce((count, line) => count + (line.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}
