import type { Ruling } from "../model/rulings.ts";
import type { Bounds } from "./graphics-state.ts";
import type { Rule } from "./path.ts";

/** A glyph as painted, in points on the page as displayed, origin top left. */
export interface PaintedGlyph {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** From there to where the next glyph begins, if letters are not spaced. */
  readonly dx: number;
  readonly dy: number;
  /** Height of the font. */
  readonly size: number;
  /** What letter-spacing adds behind it; negative where letters are closer. */
  readonly tracking: number;
  /** pdf.js's name of its font on this page. */
  readonly font: string;
  /** False for text without ink, in which scanners write what their own OCR read: render mode 3, or transparent. */
  readonly visible: boolean;
  /** "#rrggbb"; null for a pattern. */
  readonly colour: string | null;
  /** pdf.js's name of the annotation it belongs to; null for print. */
  readonly annotation: string | null;
}

/** A picture as painted. */
export interface PaintedPicture {
  readonly bounds: Bounds;
  /** Whether nothing shines through it. */
  readonly opaque: boolean;
  /** How many glyphs had been painted before it: it may cover them. */
  readonly after: number;
}

/** An area painted in one colour. */
export interface PaintedArea {
  readonly bounds: Bounds;
  /** Null where something may shine through it, or its colour or form is not known. */
  readonly colour: string | null;
  /** How many glyphs had been painted before it. */
  readonly after: number;
}

/** A level line as painted. */
export interface PaintedRule extends Rule {
  readonly thickness: number;
}

export interface PaintedPage {
  readonly glyphs: readonly PaintedGlyph[];
  readonly pictures: readonly PaintedPicture[];
  readonly areas: readonly PaintedArea[];
  readonly rules: readonly PaintedRule[];
  readonly uprights: readonly Ruling[];
  /** Number of glyphs that are not on the page: cut off, beside it, or of a layer that is switched off. */
  readonly leftOut: number;
}

/** The part of a font of pdf.js that is needed here. */
export interface PaintFont {
  readonly name?: string;
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

/** A glyph's middle above its baseline, in font sizes: half an x-height. */
const MIDDLE = 0.25;

/** The middle of a glyph's ink. */
export function middleOfGlyph({ x, y, dx, dy, size }: PaintedGlyph): readonly [x: number, y: number] {
  const length = Math.hypot(dx, dy) || 1;
  const up = MIDDLE * size;
  return [x + dx / 2 + (dy / length) * up, y + dy / 2 - (dx / length) * up];
}
