import type { Doubt } from "../model/record.ts";
import type { Segment } from "../text/segment.ts";
import type { TracedDoubt, TracedField } from "./traced-record.ts";

/** The doubts that a field's value still holds, in its order: a word that a person wrote anew is in doubt no more. */
export function doubtsIn({ value, text }: TracedField, doubts: readonly TracedDoubt[]): Doubt[] {
  const isText = value === text.text;
  const found = doubts.flatMap((doubt) => {
    const place = placeIn(text.segments, doubt);
    if (place === null) return [];
    const { reason } = doubt;
    return [isText ? { ...place, reason } : { offset: 0, length: String(value).length, reason }];
  });
  return found.sort((a, b) => a.offset - b.offset);
}

/** Where what was read in a raw range stands in a text; null where nothing of it does, or a person changed it. */
function placeIn(
  segments: readonly Segment[],
  { start, end }: TracedDoubt,
): { readonly offset: number; readonly length: number } | null {
  let [from, until, at] = [Number.POSITIVE_INFINITY, -1, 0];
  for (const segment of segments) {
    const isTouched = segment.start < end && segment.end > start;
    if (isTouched && segment.rules.includes("human")) return null;
    if (isTouched && segment.text !== "") {
      const isRead = segment.kind === "read";
      from = Math.min(from, at + (isRead ? Math.max(0, start - segment.start) : 0));
      until = Math.max(until, at + (isRead ? Math.min(segment.text.length, end - segment.start) : segment.text.length));
    }
    at += segment.text.length;
  }
  return until <= from ? null : { offset: from, length: until - from };
}
