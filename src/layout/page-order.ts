import type { Page } from "../model/page.ts";

/** "Seite 2 von 3", "Blatt 2", "- 2 -" as a line of its own. */
const NUMBERED =
  /^(?:(?:Seite|Blatt) {0,2}(\d{1,3})(?: {0,2}(?:von|\/) {0,2}(\d{1,3}))?|[-–—] {0,2}(\d{1,3}) {0,2}[-–—])$/u;

/** Among so many lines from a page's top and foot its number stands. */
const OUTER_LINES = 3;

interface PrintedNumber {
  readonly number: number;
  readonly of: number | null;
}

/**
 * Pages that say "Seite 2 von 3" in another order than they lie, letter by letter put in order; the same list where
 * all are. Blank pages stay where they are.
 */
export function inPrintedOrder(pages: readonly Page[]): readonly Page[] {
  const printed = pages.filter((page) => page.lines.length > 0);
  const numbers = printed.map(numberOf);
  const ordered: Page[] = [];
  for (let at = 0; at < printed.length; ) {
    const length = lengthOfLetter(numbers.slice(at), at === 0 ? printed.length : 0);
    const letter = printed
      .slice(at, at + length)
      .map((page, index) => ({ page, number: numbers[at + index]?.number ?? 1 }));
    ordered.push(...letter.sort((a, b) => a.number - b.number).map(({ page }) => page));
    at += length;
  }
  if (ordered.every((page, index) => page === printed[index])) return pages;
  let next = 0;
  return pages.map((page) => (page.lines.length > 0 ? (ordered[next++] ?? page) : page));
}

/**
 * How many pages from the first on are a letter whose numbers are those from 1 on, each once; 1 where they are not.
 * @param all number of pages, if these are all of a file: then the last number need not be told, nor the first page's
 */
function lengthOfLetter(numbers: readonly (PrintedNumber | null)[], all: number): number {
  const count = numbers[0]?.of ?? numbers[1]?.of ?? all;
  const letter = numbers.slice(0, count);
  const isWhole = letter.length === count && letter.every((number) => (number?.of ?? count) === count);
  const told = new Set(letter.map((number) => number?.number ?? 1));
  const isEach = told.size === count && letter.every((number) => (number?.number ?? 1) <= count);
  return count > 1 && isWhole && isEach ? count : 1;
}

function numberOf({ lines }: Page): PrintedNumber | null {
  const outer = [...lines.slice(0, OUTER_LINES), ...lines.slice(-OUTER_LINES)];
  for (const { text } of outer) {
    const match = NUMBERED.exec(text.trim());
    if (match !== null)
      return { number: Number(match[1] ?? match[3]), of: match[2] === undefined ? null : Number(match[2]) };
  }
  return null;
}
