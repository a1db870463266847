import { align } from "./align.ts";
import { comparable } from "./comparable-text.ts";

/** Words in a row that fared alike, white space between them included. */
export interface WordRun {
  readonly kind: "same" | "missing" | "unexpected";
  readonly text: string;
  /** 1-based pages; told for words that differ. */
  readonly pages: readonly number[];
}

/** Where a word stands: UTF-16 offsets into the text of one side, half-open. */
export interface WordPlace {
  readonly side: "expected" | "actual";
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * Two texts word by word. The runs that are no "unexpected" give the expected text, those that are no "missing" the
 * actual one: to the letter, or where `loosely`, as scores compare texts.
 */
export function wordRuns(
  expected: string,
  actual: string,
  loosely: boolean,
  pagesAt: (place: WordPlace) => readonly number[],
): WordRun[] {
  const [left, right] = [tokensOf(expected), tokensOf(actual)];
  const keys = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => (loosely ? comparable(text) : text));
  const runs: WordRun[] = [];
  for (const pair of align(keys(left), keys(right))) {
    const token = (pair.left === null ? right[pair.right ?? 0] : left[pair.left]) as Token;
    const kind = pair.left === null ? "unexpected" : pair.right === null ? "missing" : "same";
    const side = kind === "unexpected" ? "actual" : "expected";
    const place: WordPlace = { side, start: token.start, end: token.start + token.text.trimEnd().length };
    append(runs, { kind, text: token.text, pages: kind === "same" ? [] : pagesAt(place) });
  }
  return runs;
}

/** Words, each with the white space behind it; white space before the first is a token of its own. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/^\s+|\S+\s*/gu), (match) => ({ text: match[0], start: match.index }));
}

function append(runs: WordRun[], next: WordRun): void {
  const last = runs.at(-1);
  if (last?.kind !== next.kind) {
    runs.push(next);
    return;
  }
  const pages = [...new Set([...last.pages, ...next.pages])].sort((a, b) => a - b);
  runs[runs.length - 1] = { kind: last.kind, text: last.text + next.text, pages };
}
