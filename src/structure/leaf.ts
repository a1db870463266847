import { smallest } from "../model/long-lists.ts";
import type { Leaf } from "../text/memo-tree.ts";
import { lineAt } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";

/**
 * A leaf whose value is its text.
 * @param sureness 0 to 1: how sure it is that this text is this leaf; what the reading is worth comes in when the
 * whole letter is calibrated
 */
export function textLeaf(text: TracedText, sureness: number): Leaf {
  return { value: text.text, text, confidence: sureness };
}

/** A leaf whose value was understood from a text: a date, a yes or no. */
export function valueLeaf<T>(value: T, text: TracedText, sureness: number): Leaf<T> {
  return { value, text, confidence: sureness };
}

/**
 * Where a source gives no word confidence (plain text), a word is right with this probability:
 * about one in seven hundred words of repaired archive text still holds an error nobody saw.
 */
const UNSEEN = 0.9985;

/**
 * How sure the reading of a text is, 0 to 1: halfway between its average and its worst word,
 * lowered by its least sure correction.
 */
export function readingConfidence(text: TracedText): number {
  const words = wordConfidences(text);
  const corrections = smallest(
    text.segments.map((segment) => segment.confidence),
    1,
  );
  if (words.length === 0) return corrections * UNSEEN ** text.text.split(/\s+/u).length;
  const average = words.reduce((sum, confidence) => sum + confidence, 0) / words.length;
  return corrections * ((average + smallest(words, 1)) / 2);
}

function wordConfidences(text: TracedText): number[] {
  const confidences: number[] = [];
  for (const segment of text.segments) {
    if (segment.kind === "layout") continue;
    const first = lineAt(text.read, segment.start)?.index ?? text.read.lines.length;
    for (let index = first; index < text.read.lines.length; index++) {
      const line = text.read.lines[index];
      if (line === undefined || line.start >= segment.end) break;
      const from = segment.start - line.start;
      const to = segment.end - line.start;
      for (const word of line.line.words) if (word.start < to && word.end > from) confidences.push(word.confidence);
    }
  }
  return confidences;
}
