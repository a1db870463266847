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
  const lefts = boxes.map(([x]) => x);
  const tops = boxes.map(([, y]) => y);
  const rights = boxes.map(([x, , width]) => x + width);
  const bottoms = boxes.map(([, y, , height]) => y + height);
  const [left, top] = [smallest(lefts, 0), smallest(tops, 0)];
  return [left, top, largest(rights, 0) - left, largest(bottoms, 0) - top];
}

/** Points with one decimal: finer than any scanner, and stable across machines. */
export function roundBox(box: Box): Box {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}
