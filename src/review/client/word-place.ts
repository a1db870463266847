import type { Box, Region } from "../../model/box.ts";
import type { MemoRecord } from "../../model/record.ts";
import { fieldValue } from "./field-model.ts";

/** Points from one line of print to the next, as these letters are set in 11 point. */
const LINE = 13.8;

/** A part of a page that holds what is looked at. */
export interface Spot {
  readonly page: number;
  readonly box: Box;
  /** Where in the box it is to be looked for, in points from the page's left edge. */
  readonly center: number;
  /** Whether the box is the word's own, not worked out from where its text begins and ends. */
  readonly isExact: boolean;
}

/**
 * Where a word of a field stands: in the places of a finding or correction that is about it, else as far down its
 * field's regions as it is into the text. null for plain text.
 */
export function placeOfWord(record: MemoRecord, pointer: string, offset: number, length: number): Spot | null {
  const value = String(fieldValue(record, pointer) ?? "");
  const word = value.slice(offset, offset + length);
  const told = record.diagnostics.find(
    ({ at, message, regions = [] }) => at === pointer && regions.length === 1 && message.includes(word),
  );
  const corrected = record.corrections.find(
    (one) => one.at === pointer && one.offset < offset + length && one.offset + one.to.length > offset,
  );
  const [exact] = told?.regions ?? corrected?.regions ?? [];
  if (exact !== undefined && exact.box[3] < 2 * LINE) return exactly(exact);
  return estimated(record.evidence[pointer]?.regions ?? [], (offset + length / 2) / Math.max(1, value.length));
}

/** Where a field as a whole begins on paper. */
export function placeOfField(record: MemoRecord, pointer: string): Spot | null {
  const [region] = record.evidence[pointer]?.regions ?? [];
  return region === undefined ? null : exactly(region);
}

function exactly({ page, box }: Region): Spot {
  return { page, box, center: box[0] + box[2] / 2, isExact: true };
}

/** @param share how far into the text, 0 to 1 */
function estimated(regions: readonly Region[], share: number): Spot | null {
  const lines = regions.map(({ box: [, , , height] }) => Math.max(1, Math.round(height / LINE)));
  const lengths = regions.map(({ box: [, , width] }, index) => width * (lines[index] ?? 1));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, region] of regions.entries()) {
    const length = lengths[index] ?? 0;
    if (left > length && index < regions.length - 1) {
      left -= length;
      continue;
    }
    const count = lines[index] ?? 1;
    const [x, y, width, height] = region.box;
    const down = (left / Math.max(1, length)) * count;
    const line = Math.min(count - 1, Math.floor(down));
    const box: Box = [x, y + (line * height) / count, width, height / count];
    return { page: region.page, box, center: x + Math.min(1, down - line) * width, isExact: false };
  }
  return null;
}
