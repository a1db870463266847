import type { Cell, Doubt } from "../model/record.ts";
import type { TracedText } from "../text/traced-text.ts";
import type { TracedDoubt, TracedField } from "./traced-record.ts";

interface RawRange {
  readonly start: number;
  readonly end: number;
}

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** The doubts that a field's value still holds, in its order: a word that a person wrote anew is in doubt no more. */
export function doubtsIn({ value, text }: TracedField, doubts: readonly TracedDoubt[]): Doubt[] {
  const isText = value === text.text;
  const found = doubts.flatMap((doubt) => {
    const place = isWrittenAnew(text, doubt) ? null : stretchOf(text, doubt);
    if (place === null) return [];
    const { reason } = doubt;
    return [isText ? { ...place, reason } : { offset: 0, length: String(value).length, reason }];
  });
  return found.sort((a, b) => a.offset - b.offset);
}

/**
 * The cells of old texts where their words stand in a new text that was retraced to them; absent where there are none.
 * The place of a cell that holds no word is lost.
 */
export function cellsIn(text: TracedText, olds: readonly TracedField[]): { readonly cells?: readonly Cell[] } {
  const cells = olds.flatMap((old) =>
    (old.cells ?? []).flatMap((cell) => {
      const raw = old.text.rawRange(cell.offset, cell.offset + cell.length);
      const place = raw === null || raw.start === raw.end ? null : stretchOf(text, raw);
      return place === null ? [] : [{ ...cell, ...place }];
    }),
  );
  return cells.length > 0 ? { cells } : {};
}

function isWrittenAnew({ segments }: TracedText, { start, end }: RawRange): boolean {
  return segments.some((one) => one.start < end && one.end > start && one.rules.includes("human"));
}

/** Where what was read in a raw range stands in a text; null where nothing of it does. */
function stretchOf({ segments }: TracedText, { start, end }: RawRange): Stretch | null {
  let [from, until, at] = [Number.POSITIVE_INFINITY, -1, 0];
  for (const segment of segments) {
    const isTouched = segment.start < end && segment.end > start;
    if (isTouched && segment.text !== "") {
      const isRead = segment.kind === "read";
      from = Math.min(from, at + (isRead ? Math.max(0, start - segment.start) : 0));
      until = Math.max(until, at + (isRead ? Math.min(segment.text.length, end - segment.start) : segment.text.length));
    }
    at += segment.text.length;
  }
  return until <= from ? null : { offset: from, length: until - from };
}
