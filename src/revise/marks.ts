import type { Leaf } from "../text/memo-tree.ts";
import type { TracedText } from "../text/traced-text.ts";

/** Doubts and cells of a value. */
export type Marks = Pick<Leaf, "doubts" | "cells">;

type Marked = Marks & Pick<Leaf, "text">;

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/**
 * The marks of old texts where their words stand in a new text that was retraced to them. A doubt about a word that a
 * person wrote anew is settled; so is the place of a cell that holds no word.
 */
export function marksIn(text: TracedText, olds: readonly Marked[]): Marks {
  const doubts = olds.flatMap((old) => moved(old.doubts ?? [], old.text, text, true));
  const cells = olds.flatMap((old) => moved(old.cells ?? [], old.text, text, false));
  return { ...(doubts.length > 0 && { doubts }), ...(cells.length > 0 && { cells }) };
}

function moved<M extends Stretch>(marks: readonly M[], from: TracedText, to: TracedText, untouched: boolean): M[] {
  return marks.flatMap((mark) => {
    const raw = from.rawRange(mark.offset, mark.offset + mark.length);
    const stretch = raw === null || raw.start === raw.end ? null : stretchOf(to, raw, untouched);
    return stretch === null ? [] : [{ ...mark, ...stretch }];
  });
}

/** What came of a raw range in a text; null where nothing did, or where a person wrote some of it and that counts. */
function stretchOf(text: TracedText, raw: { start: number; end: number }, untouched: boolean): Stretch | null {
  let [at, first, last] = [0, Number.POSITIVE_INFINITY, 0];
  for (const segment of text.segments) {
    if (segment.start < raw.end && segment.end > raw.start) {
      if (untouched && segment.rules.includes("human")) return null;
      const isRead = segment.kind === "read";
      first = Math.min(first, at + (isRead ? Math.max(0, raw.start - segment.start) : 0));
      last = Math.max(last, at + (isRead ? Math.min(raw.end, segment.end) - segment.start : segment.text.length));
    }
    at += segment.text.length;
  }
  return last > first ? { offset: first, length: last - first } : null;
}
