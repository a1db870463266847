import type { Ruling } from "../model/rulings.ts";
import type { Bounds } from "./graphics-state.ts";
import { applyTo, type Matrix } from "./matrix.ts";

/** A part of a path that is drawn without lifting the pen, in points of the page; of curves their ends. */
type Stroke = readonly (readonly [x: number, y: number])[];

/** A straight line across the page: at the height `y`, from `left` to `right`. In points. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** pdf.js's own codes within a path, each followed by so many numbers. Source: `DrawOPS` of pdfjs-dist 5.4.296. */
const STEPS: readonly number[] = [2, 2, 6, 0];

const MOVE = 0;

/** Paths with more parts than this are drawings, which hide no text. */
const MOST_PARTS = 60;

/** A part that takes less than this share of its box is none of a box: a letter's outline, a circle. */
const BOX_SHARE = 0.9;

/** A part with so many corners is a box. */
const CLOSED = 4;

/** Rules fall by no more than this part of their length. */
const LEVEL = 0.01;

/** @param data as pdf.js gives a path; anything else has no parts */
export function strokesOf(data: unknown, matrix: Matrix): Stroke[] {
  if (!(data instanceof Float32Array)) return [];
  const strokes: (readonly [number, number])[][] = [];
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? MOVE;
    const count = STEPS[code];
    if (count === undefined) return strokes;
    if (code === MOVE || strokes.length === 0) strokes.push([]);
    const end = at + count;
    if (count > 0) strokes.at(-1)?.push(applyTo(matrix, data[end - 1] ?? 0, data[end] ?? 0));
    at = end + 1;
  }
  return strokes;
}

/** The boxes that a path fills, one a part; none where the parts overlap, for one may be the hole in another. */
export function boxesOf(strokes: readonly Stroke[]): Bounds[] {
  if (strokes.length > MOST_PARTS) return [];
  const bounds = strokes.map(boundsOf);
  const overlaps = bounds.some((box, index) => bounds.slice(index + 1).some((other) => isOverlapping(box, other)));
  return overlaps ? [] : bounds.filter((box, index) => shareOfBox(strokes[index] ?? [], box) >= BOX_SHARE);
}

/** The level straight lines of a path. */
export function rulesOf(strokes: readonly Stroke[]): Rule[] {
  return strokes.flatMap((stroke) =>
    stroke.slice(1).flatMap(([x, y], index): Rule[] => {
      const [fromX, fromY] = stroke[index] ?? [x, y];
      if (Math.abs(y - fromY) > LEVEL * Math.abs(x - fromX)) return [];
      return x === fromX ? [] : [{ left: Math.min(x, fromX), right: Math.max(x, fromX), y: (y + fromY) / 2 }];
    }),
  );
}

/** The upright straight lines of a path, those that close it too. */
export function uprightsOf(strokes: readonly Stroke[]): Ruling[] {
  return strokes.flatMap((stroke) => {
    const closed = stroke.length >= CLOSED && stroke[0] !== undefined ? [...stroke, stroke[0]] : stroke;
    return closed.slice(1).flatMap(([x, y], index): Ruling[] => {
      const [fromX, fromY] = closed[index] ?? [x, y];
      if (y === fromY || Math.abs(x - fromX) > LEVEL * Math.abs(y - fromY)) return [];
      return [{ at: (x + fromX) / 2, from: Math.min(y, fromY), to: Math.max(y, fromY) }];
    });
  });
}

export function boundsOf(stroke: Stroke): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of stroke) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

function isOverlapping(a: Bounds, b: Bounds): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** By the polygon's area. */
function shareOfBox(stroke: Stroke, [left, top, right, bottom]: Bounds): number {
  let twice = 0;
  let [fromX, fromY] = stroke.at(-1) ?? [0, 0];
  for (const [x, y] of stroke) {
    twice += fromX * y - x * fromY;
    [fromX, fromY] = [x, y];
  }
  const box = (right - left) * (bottom - top);
  return box > 0 ? Math.abs(twice) / 2 / box : 0;
}
