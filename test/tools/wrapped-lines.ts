import { createRequire } from "node:module";
import type { BreakContext } from "../../src/lexicon/letter-patterns.ts";
import type { GermanDoc } from "./german-docs.ts";

/** A line end of re-wrapped text whose hyphen was lost; `isJoin` is the truth. */
export interface WrappedEnd extends BreakContext {
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
    const [left, right] = cut === 0 ? [words[index - 1] ?? "", word] : [word.slice(0, cut), word.slice(cut)];
    const previous = words[cut === 0 ? index - 2 : index - 1] ?? "";
    const end = candidate({ left, right, previous, next: words[index + 1] ?? "" }, cut > 0);
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

/** The letters at the break and the words beside it, as `line-ends.ts` sees them; null for no letters. */
function candidate(place: BreakContext, isJoin: boolean): WrappedEnd | null {
  const left = /\p{L}+$/u.exec(place.left)?.[0];
  const right = /^\p{Ll}\p{L}*/u.exec(place.right)?.[0];
  if (left === undefined || right === undefined) return null;
  const mark = place.left.charAt(place.left.length - left.length - 1);
  const stop = place.right.charAt(right.length);
  const previous = mark || (/\p{L}+$/u.exec(place.previous)?.[0] ?? place.previous.slice(-1));
  const next = stop || (/^\p{L}+/u.exec(place.next)?.[0] ?? place.next.slice(0, 1));
  return { left, right, previous, next, isJoin };
}
