import type { Component } from "./components.ts";
import { letterHeightOf } from "./letters.ts";
import { type QuarterTurns, turnBackComponent } from "./quarter-turns.ts";
import { type Skew, skewOf } from "./skew.ts";

/** How a page lies. */
export interface Orientation {
  readonly quarterTurns: QuarterTurns;
  /** Degrees that remain once the quarters are turned back, clockwise. */
  readonly skew: number;
}

/** Fewer letters than this tell nothing. */
const MIN_LETTERS = 60;

/** Feet gather in columns so much more than in rows where a page lies on its side. */
const SIDEWAYS = 1.5;

/** On a page upside down so many more letters reach below their line than above it. */
const UPSIDE_DOWN = 2;

/** And there are at least so many of them. */
const MIN_BELOW = 10;

/** What reaches out of a line by this part of the letters' height is an ascender or descender. */
const REACH = 0.2;

/** Letters whose middles are nearer than this, in letter heights, stand in one line. */
const SAME_LINE = 0.5;

/** Shorter lines have no sure middle. */
const MIN_LINE = 8;

/** @param size of the image that the letters stand in, in pixels */
export function orientationOf(
  letters: readonly Component[],
  size: { readonly width: number; readonly height: number },
  dpi: number,
): Orientation {
  if (letters.length < MIN_LETTERS) return { quarterTurns: 0, skew: 0 };
  const upright = skewOf(letters, dpi);
  const turned = letters.map((letter) => turnBackComponent(letter, size, 1));
  const sideways = skewOf(turned, dpi);
  if (sideways.gathering > SIDEWAYS * upright.gathering) {
    return { quarterTurns: isUpsideDown(turned, sideways) ? 3 : 1, skew: sideways.degrees };
  }
  return { quarterTurns: isUpsideDown(letters, upright) ? 2 : 0, skew: upright.degrees };
}

/**
 * German print has five letters that reach above the line (capitals, digits, "b", "d", "f", "h", "k", "l", "t") for
 * each that reaches below it ("g", "j", "p", "q", "y", a comma). Upside down it is the other way round.
 */
function isUpsideDown(letters: readonly Component[], { degrees }: Skew): boolean {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const reach = REACH * letterHeightOf(letters);
  let [above, below] = [0, 0];
  for (const line of linesOf(letters, slope)) {
    if (line.length < MIN_LINE) continue;
    const top = median(line.map((letter) => letter.top));
    const bottom = median(line.map((letter) => letter.bottom));
    above += line.filter((letter) => letter.top < top - reach).length;
    below += line.filter((letter) => letter.bottom > bottom + reach).length;
  }
  return below > UPSIDE_DOWN * above && below >= MIN_BELOW;
}

/** Tops and bottoms by line, as if the page lay straight. */
function linesOf(letters: readonly Component[], slope: number): { top: number; bottom: number }[][] {
  const straight = letters
    .map(({ left, top, right, bottom }) => {
      const fall = slope * ((left + right) / 2);
      return { top: top - fall, bottom: bottom - fall, middle: (top + bottom) / 2 - fall };
    })
    .sort((a, b) => a.middle - b.middle);
  const gap = SAME_LINE * letterHeightOf(letters);
  const lines: (typeof straight)[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const letter of straight) {
    if (letter.middle - last > gap) lines.push([]);
    lines.at(-1)?.push(letter);
    last = letter.middle;
  }
  return lines;
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}
