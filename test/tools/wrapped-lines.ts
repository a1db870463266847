import { createRequire } from "node:module";
import type { GermanDoc } from "./german-docs.ts";

/** A line end of re-wrapped text whose hyphen was lost; `isJoin` is the truth. */
export interface WrappedEnd {
  readonly left: string;
  readonly right: string;
  readonly isJoin: boolean;
}

const require = createRequire(import.meta.url);
const { hyphenateSync } = require("hyphen/de-1996") as {
  hyphenateSync: (text: string, options: { hyphenChar: string; minWordLength: number }) => string;
};

/** Widths in characters: narrow ones break more words. */
const WIDTHS = [48, 66, 84];
const SOFT = "\u00ad";
const syllableCache = new Map<string, readonly string[]>();

/** Where running text breaks when it is set by a real hyphenator; only ends that could be either are given. */
export function* wrappedEnds(doc: GermanDoc): Generator<WrappedEnd> {
  for (const paragraph of doc.paragraphs) {
    if (paragraph.length < 60) continue;
    for (const width of WIDTHS) yield* endsAt(paragraph.split(" "), width);
  }
}

function* endsAt(words: readonly string[], width: number): Generator<WrappedEnd> {
  let used = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (used + word.length <= width || used === 0) {
      used += word.length + 1;
      continue;
    }
    const cut = lastCut(word, width - used - 1);
    const end =
      cut === 0 ? candidate(words[index - 1] ?? "", word, false) : candidate(word.slice(0, cut), word.slice(cut), true);
    if (end !== null) yield end;
    used = word.length - cut + 1;
  }
}

/** Where a word is cut so that its first part fits; 0 where none does. */
function lastCut(word: string, room: number): number {
  let cut = 0;
  let at = 0;
  for (const syllable of syllablesOf(word).slice(0, -1)) {
    at += syllable.length;
    if (at <= room) cut = at;
  }
  return cut;
}

function syllablesOf(word: string): readonly string[] {
  const known = syllableCache.get(word);
  if (known !== undefined) return known;
  const syllables = hyphenateSync(word, { hyphenChar: SOFT, minWordLength: 4 }).split(SOFT);
  syllableCache.set(word, syllables);
  return syllables;
}

function candidate(left: string, right: string, isJoin: boolean): WrappedEnd | null {
  const before = /\p{L}+$/u.exec(left)?.[0];
  const after = /^\p{Ll}\p{L}*/u.exec(right)?.[0];
  return before === undefined || after === undefined ? null : { left: before, right: after, isJoin };
}
