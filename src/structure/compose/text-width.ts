import type { TracedLine } from "../../text/traced-lines.ts";

const NARROW = /[iljtfrI.,:;'|!()[\]„“-]/u;
const WIDE = /[mwMWÄÖÜ@%]|[A-ZGOQ]/u;

/**
 * Estimated width of a text set in a proportional font, in average characters:
 * plain text keeps no widths, and "Willen" is much shorter than "Mammut".
 */
export function estimatedWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NARROW.test(character) ? 0.6 : WIDE.test(character) ? 1.4 : 1;
  return width;
}

/** How far to the right a line reaches, and what a word more would take: points, or estimated characters. */
export interface Reach {
  readonly right: number;
  /** Width of one character of the line, for words of another line. */
  readonly unit: number;
}

/** A line's right end, from its box or estimated from the text as it was read. */
export function reachOf(line: TracedLine): Reach {
  const width = Math.max(1, estimatedWidth(line.source.line.text.trim()));
  if (line.box === null) return { right: width, unit: 1 };
  return { right: line.box[0] + line.box[2], unit: line.box[2] / width };
}
