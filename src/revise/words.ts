import { diff3Merge } from "node-diff3";

/** A merged text; not clean where both sides changed the same words, and ours stand. */
export interface Merged<T> {
  readonly value: T;
  readonly isClean: boolean;
}

/** A word and where it stands; offsets UTF-16, half-open. */
export interface PlacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text: what stands between white space. */
export function wordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Words and the white space between them; a single space goes without saying, so that words moved stay the same. */
export function tokensOf(text: string): string[] {
  return text.match(/\S+|\s+/gu)?.filter((token) => token !== " ") ?? [];
}

/** The inverse of `tokensOf`. */
export function textOf(tokens: readonly string[]): string {
  let text = "";
  let isAfterWord = false;
  for (const token of tokens) {
    const isWord = token.trim() !== "";
    text += isWord && isAfterWord ? ` ${token}` : token;
    isAfterWord = isWord;
  }
  return text.trim();
}

/** Takes both sides' changes of a base; where both changed the same place differently, ours stand. */
export function mergeTokens(base: string[], ours: string[], theirs: string[]): Merged<string[]> {
  const chunks = diff3Merge(ours, base, theirs, { excludeFalseConflicts: true });
  return {
    value: chunks.flatMap((chunk) => chunk.ok ?? chunk.conflict?.a ?? []),
    isClean: chunks.every((chunk) => chunk.conflict === undefined),
  };
}

export function mergeTexts(base: string, ours: string, theirs: string): Merged<string> {
  const { value, isClean } = mergeTokens(tokensOf(base), tokensOf(ours), tokensOf(theirs));
  return { value: textOf(value), isClean };
}
