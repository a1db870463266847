import { smallest } from "../model/long-lists.ts";
import { lineAt } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";

/** The engine's lowest confidence (0 to 1) in the words that a part of the text was read from; null where none is known. */
export function readingConfidence(text: TracedText, start: number, end: number): number | null {
  const range = text.rawRange(start, end);
  const line = range === null ? null : lineAt(text.read, range.start);
  if (range === null || line === null) return null;
  const from = range.start - line.start;
  const to = range.end - line.start;
  const words = line.line.words.filter((word) => word.start < to && word.end > from);
  const confidences = words.map((word) => word.confidence);
  return confidences.length === 0 ? null : smallest(confidences, 1);
}
