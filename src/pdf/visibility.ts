import { isWithin } from "./graphics-state.ts";
import {
  middleOfGlyph,
  type PaintedArea,
  type PaintedGlyph,
  type PaintedPage,
  type PaintedPicture,
  type PaintedRule,
} from "./painted.ts";

/**
 * How a glyph shows: seen; hidden as what scanners write under or over their pictures; covered by what was painted
 * over it or as light as its paper; blacked out; struck through.
 */
export type Look = "seen" | "hidden" | "covered" | "blacked-out" | "struck";

/** Pictures that together cover this share of a page make it a scan, whatever shines through them. */
const COVERING_SHARE = 0.8;

/** Points of a page, across and down, at which pictures are looked for. */
const SAMPLES = 40;

/** Colours whose reds, greens and blues all differ by less than this, of 255, cannot be told apart. */
const SAME_COLOUR = 24;

/** A colour whose red, green and blue are all below this is as good as black. */
const DARK = 80;

/** A line between these heights above the baseline, in font sizes, goes through its letters. */
const THROUGH = { from: 0.12, to: 0.5 };

/** A thicker line, in font sizes, is none through letters, but a box over them. */
const THICKEST = 0.2;

/** Shorter lines, in points, are parts of a drawing. */
const SHORTEST = 3;

const PAPER = "#ffffff";
const BLACK = "#000000";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** For each glyph how it shows. */
export function looksOf(painted: PaintedPage, size: Size): Look[] {
  const { glyphs, pictures, areas } = painted;
  const rules = painted.rules.filter(({ left, right }) => right - left > SHORTEST);
  const isScan = pictureShareOf(pictures, size) >= COVERING_SHARE;
  const isBare = pictures.length === 0 && areas.length === 0;
  return glyphs.map((glyph, index) => {
    if (!glyph.visible) return "hidden";
    if (isBare) {
      if (glyph.colour !== BLACK && isSameColour(glyph.colour, PAPER)) return "covered";
      return isStruck(glyph, rules) ? "struck" : "seen";
    }
    const [x, y] = middleOfGlyph(glyph);
    const over = pictures.filter((picture) => picture.after > index && isWithin(picture.bounds, x, y));
    if (over.some((picture) => picture.opaque || isScan)) return isScan ? "hidden" : "covered";
    return lookAmong(glyph, index, x, y, { pictures, areas, rules });
  });
}

type Ink = Pick<PaintedPage, "pictures" | "areas" | "rules">;

function lookAmong(glyph: PaintedGlyph, index: number, x: number, y: number, painted: Ink): Look {
  const around = painted.areas.filter((area) => isWithin(area.bounds, x, y));
  const cover = around.findLast((area) => area.after > index && area.colour !== null);
  if (cover !== undefined) return isDark(cover.colour) ? "blacked-out" : "covered";
  const ground = groundOf(index, x, y, around, painted.pictures);
  if (ground !== null && !(glyph.colour === BLACK && ground === PAPER) && isSameColour(glyph.colour, ground))
    return isDark(ground) ? "blacked-out" : "covered";
  return isStruck(glyph, painted.rules) ? "struck" : "seen";
}

/** The colour that a glyph was painted on; null where it is not known. */
function groundOf(
  index: number,
  x: number,
  y: number,
  around: readonly PaintedArea[],
  pictures: readonly PaintedPicture[],
): string | null {
  const isBelow = pictures.some((picture) => picture.after <= index && isWithin(picture.bounds, x, y));
  if (isBelow) return null;
  const below = around.findLast((area) => area.after <= index);
  return below === undefined ? PAPER : below.colour;
}

/** Told for level text alone. */
function isStruck({ x, y, dx, dy, size }: PaintedGlyph, rules: readonly PaintedRule[]): boolean {
  if (rules.length === 0 || dx <= 0 || Math.abs(dy) > 0.01 * dx) return false;
  const middle = x + dx / 2;
  return rules.some(
    (rule) =>
      y - rule.y >= THROUGH.from * size &&
      y - rule.y <= THROUGH.to * size &&
      rule.left <= middle &&
      rule.right >= middle &&
      rule.thickness <= THICKEST * size,
  );
}

/** 0 to 1: the share of a page that its pictures cover together. */
export function pictureShareOf(pictures: readonly PaintedPicture[], { width, height }: Size): number {
  if (pictures.length === 0) return 0;
  const [only] = pictures;
  if (pictures.length === 1 && only !== undefined) {
    const [left, top, right, bottom] = only.bounds;
    return (Math.max(0, right - left) * Math.max(0, bottom - top)) / (width * height);
  }
  let covered = 0;
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++) {
      const [x, y] = [((column + 0.5) / SAMPLES) * width, ((row + 0.5) / SAMPLES) * height];
      if (pictures.some((picture) => isWithin(picture.bounds, x, y))) covered++;
    }
  }
  return covered / SAMPLES ** 2;
}

function isDark(colour: string | null): boolean {
  return colour !== null && channelsOf(colour).every((channel) => channel < DARK);
}

function isSameColour(a: string | null, b: string): boolean {
  if (a === null) return false;
  if (a === b) return true;
  const others = channelsOf(b);
  return channelsOf(a).every((channel, index) => Math.abs(channel - (others[index] ?? 0)) < SAME_COLOUR);
}

/** Of "#rrggbb". */
function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** A bar in a line of text, in points. */
const BAR = { from: 6, to: 30 };

/** Whether a black bar stands in a line of text with nothing upon it: what was there was taken out of the file as well. */
export function hasBlackBar({ glyphs, areas }: PaintedPage, looks: readonly Look[]): boolean {
  const bars = areas.filter(({ bounds: [left, top, right, bottom], colour }) => {
    const height = bottom - top;
    return isDark(colour) && height >= BAR.from && height <= BAR.to && right - left >= 2 * height;
  });
  if (bars.length === 0) return false;
  const seen = glyphs.filter((glyph, index) => looks[index] === "seen" && glyph.text.trim() !== "").map(middleOfGlyph);
  return bars.some(({ bounds: [left, top, right, bottom] }) => {
    const reach = bottom - top;
    const inRow = seen.filter(([, y]) => y > top && y < bottom);
    const isUpon = inRow.some(([x]) => x >= left && x <= right);
    return !isUpon && inRow.some(([x]) => x >= left - reach && x <= right + reach);
  });
}
