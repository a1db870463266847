import type { Component } from "./components.ts";

/** Darker than this, on normalised paper, is ink or dirt. */
export const INK = 160;

/** Letters, in inches: from the x-height of small type to a heading's capitals. */
const LETTER = { from: 0.03, to: 0.2 };

/** The components that can be a letter, or two or three that touch. */
export function lettersOf(components: readonly Component[], dpi: number): Component[] {
  return components.filter(({ left, top, right, bottom }) => {
    const height = (bottom - top) / dpi;
    const width = (right - left) / dpi;
    return height >= LETTER.from && height <= LETTER.to && width <= 2 * LETTER.to;
  });
}

/** The median height of letters, in pixels: about an x-height; 0 where there are none. */
export function letterHeightOf(letters: readonly Component[]): number {
  const heights = letters.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}
