import { largest, smallest } from "./long-lists.ts";

/**
 * A rectangle on a page: [x, y, width, height] in PDF points (1/72 inch),
 * origin at the top left of the page as it is displayed.
 */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Where something stands on paper. Plain text has no regions. */
export interface Region {
  readonly page: number;
  readonly box: Box;
}

/** The smallest box around all given ones; null for none. */
export function unionBox(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = smallest(
    boxes.map((box) => box[0]),
    0,
  );
  const top = smallest(
    boxes.map((box) => box[1]),
    0,
  );
  const right = largest(
    boxes.map((box) => box[0] + box[2]),
    0,
  );
  const bottom = largest(
    boxes.map((box) => box[1] + box[3]),
    0,
  );
  return [left, top, right - left, bottom - top];
}

/** Points with one decimal: finer than any scanner, and stable across machines. */
export function roundBox(box: Box): Box {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}
