import type { Component } from "../components.ts";
import type { Frame } from "./bitmap.ts";

/** The height that a line of print takes up, and its letters near some handwriting. Pixels, half-open. */
export interface TextBand {
  readonly top: number;
  readonly bottom: number;
  readonly letters: readonly Component[];
}

/** Print this near belongs to what was signed, in letter heights. */
const NEAR = { across: 8, below: 0.5 };

/** Feet of letters this close stand on one baseline, in letter heights. */
const BASELINE_TOLERANCE = 0.2;

/** Fewer letters on a baseline are none of print. */
const MIN_LETTERS = 3;

/** From the baseline up to a capital with umlaut, and down to the foot of a "g", in letter heights. */
const ASCENT = 1.5;
const DESCENT = 0.42;

/** A letter's clear height of the band's edge, in pixels. */
const MARGIN = 2;

/** The lines of print that a piece of handwriting crosses or touches, from the top. */
export function textBandsNear(handwriting: Frame, letters: readonly Component[], letterHeight: number): TextBand[] {
  const near = letters.filter((letter) => isNear(letter, handwriting, letterHeight));
  return baselines(near, letterHeight)
    .filter((line) => line.length >= MIN_LETTERS)
    .map((line) => bandOf(line, letterHeight));
}

function isNear(letter: Component, { left, top, right, bottom }: Frame, letterHeight: number): boolean {
  const isAtHeight = letter.bottom > top && letter.top < bottom + NEAR.below * letterHeight;
  const reach = NEAR.across * letterHeight;
  return isAtHeight && letter.right > left - reach && letter.left < right + reach;
}

/** Letters by the baseline they stand on. */
function baselines(letters: readonly Component[], letterHeight: number): Component[][] {
  const lines: Component[][] = [];
  let foot = Number.NEGATIVE_INFINITY;
  for (const letter of [...letters].sort((a, b) => a.bottom - b.bottom)) {
    if (letter.bottom - foot > BASELINE_TOLERANCE * letterHeight) {
      lines.push([]);
      foot = letter.bottom;
    }
    lines.at(-1)?.push(letter);
  }
  return lines;
}

function bandOf(line: readonly Component[], letterHeight: number): TextBand {
  const baseline = Math.min(...line.map((letter) => letter.bottom));
  const highest = Math.min(...line.map((letter) => letter.top));
  return {
    top: Math.min(baseline - Math.round(ASCENT * letterHeight), highest - MARGIN),
    bottom: baseline + Math.round(DESCENT * letterHeight),
    letters: line,
  };
}
