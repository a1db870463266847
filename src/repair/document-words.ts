import { wordsIn } from "./letters.ts";
import { perText } from "./per-text.ts";

/** How often each word stands whole in a document: evidence of its author's own words and names. */
export type DocumentWords = ReadonlyMap<string, number>;

/** Words at a line's start or end are left out, as they may be parts of broken ones. */
export function documentWordsIn(text: string): DocumentWords {
  const counts = new Map<string, number>();
  for (const line of text.split(/[\n\f]/)) {
    const trimmed = line.trim();
    for (const word of wordsIn(trimmed)) {
      if (word.start === 0 || word.end >= trimmed.length - 1) continue;
      counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
    }
  }
  return counts;
}

export const documentWordsOf = perText(documentWordsIn);
