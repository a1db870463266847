import { IDENTITY, type Matrix } from "./matrix.ts";

/** [left, top, right, bottom] in points of the page as displayed. */
export type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** How fills or strokes are painted. */
export interface Paint {
  /** "#rrggbb"; null for a pattern, whose colours are not followed. */
  readonly colour: string | null;
  /** 0 to 1. */
  readonly alpha: number;
}

/** PDF's graphics state, as far as what a page shows depends on it. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Bounds;
  fill: Paint;
  stroke: Paint;
  lineWidth: number;
  /** What the groups around are painted with, 0 to 1. */
  groupAlpha: number;
  /** Whether paint hides what lies below it: no blending, no mask. */
  covers: boolean;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: string;
  fontSize: number;
  fontMatrix: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** Thousandths of an em, the unit of glyph widths in all but Type 3 fonts. */
export const DEFAULT_FONT_MATRIX = 0.001;

const BLACK: Paint = { colour: "#000000", alpha: 1 };

export function initialState(ctm: Matrix, clip: Bounds): GraphicsState {
  return {
    ctm,
    clip,
    fill: BLACK,
    stroke: BLACK,
    lineWidth: 1,
    groupAlpha: 1,
    covers: true,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    font: "",
    fontSize: 0,
    fontMatrix: DEFAULT_FONT_MATRIX,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

export function intersection(a: Bounds, b: Bounds): Bounds {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

export function isWithin([left, top, right, bottom]: Bounds, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
