import { diffIndices } from "node-diff3";

/** Words of one text that gave way to words of another; either may be none. */
export interface WordChange {
  readonly from: string;
  readonly to: string;
  /** The words kept before and after it, as many as were asked for. */
  readonly before: string;
  readonly after: string;
}

/** What differs between two texts, word by word, with some words about it. */
export function wordChanges(old: string, now: string, context: number): WordChange[] {
  const [left, right] = [wordsIn(old), wordsIn(now)];
  return diffIndices(left, right).map(({ buffer1: [from, length], buffer2: [at, count] }) => ({
    from: left.slice(from, from + length).join(" "),
    to: right.slice(at, at + count).join(" "),
    before: left.slice(Math.max(0, from - context), from).join(" "),
    after: left.slice(from + length, from + length + context).join(" "),
  }));
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}
