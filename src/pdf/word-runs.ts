import { append } from "../model/long-lists.ts";
import type { PaintedGlyph } from "./painted.ts";

/** A glyph seen along its own direction of writing. */
export interface PlacedGlyph {
  readonly glyph: PaintedGlyph;
  /** What it shows; may be white space. */
  readonly text: string;
  /** Where it begins along the baseline, where it ends, and how far the baseline is from the origin. In points. */
  readonly start: number;
  readonly end: number;
  readonly across: number;
}

/** A gap wider than this part of the font size parts words; typographers' spaces are 0.2 to 0.3, kerning below 0.1. */
const WORD_GAP = 0.15;

/**
 * Where a space was painted a smaller gap is enough. There must be one: browsers paint a space without advance
 * wherever a word could have been hyphenated.
 */
const PAINTED_WORD_GAP = 0.06;

/** A glyph that begins this far before the end of the one painted before it, in font sizes, is no kerning. */
const STEP_BACK = 0.3;

/** The same glyph this close again, in font sizes, is a bold face made by painting twice. */
const OVERPRINT = 0.1;

/** Glyphs that make one word, and whether a space was painted before it. */
interface Run {
  readonly glyphs: PlacedGlyph[];
  readonly afterSpace: boolean;
}

/**
 * The words of a line from left to right, as their glyphs.
 * @param line in painting order: glyphs painted one after the other stay together even where something else was
 *   painted over them
 */
export function wordsOfLine(line: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const runs = runsOf(line).sort((a, b) => startOf(a) - startOf(b));
  const words: Run[] = [];
  for (const run of runs) {
    const word = words.at(-1);
    if (word !== undefined && isOverprint(word, run)) continue;
    if (word !== undefined && continues(word, run)) append(word.glyphs, run.glyphs);
    else words.push(run);
  }
  return words.map((word) => word.glyphs);
}

/** Glyphs that follow one another in painting as well as on paper. */
function runsOf(line: readonly PlacedGlyph[]): Run[] {
  const runs: Run[] = [];
  let before: PlacedGlyph | null = null;
  let afterSpace = false;
  for (const glyph of line) {
    if (glyph.text.trim() === "") {
      afterSpace = true;
      continue;
    }
    if (before !== null && isSameGlyph(before, glyph)) continue;
    if (before === null || !follows(before, glyph, afterSpace)) runs.push({ glyphs: [], afterSpace });
    runs.at(-1)?.glyphs.push(glyph);
    before = glyph;
    afterSpace = false;
  }
  return runs;
}

function follows(before: PlacedGlyph, glyph: PlacedGlyph, afterSpace: boolean): boolean {
  // What letter-spacing adds is no gap between words.
  const gap = (glyph.start - before.end - Math.max(0, before.glyph.tracking)) / glyph.glyph.size;
  return gap > -STEP_BACK && gap <= (afterSpace ? PAINTED_WORD_GAP : WORD_GAP);
}

function continues(word: Run, run: Run): boolean {
  const last = word.glyphs.at(-1);
  const first = run.glyphs[0];
  return last !== undefined && first !== undefined && follows(last, first, run.afterSpace);
}

function isOverprint(word: Run, run: Run): boolean {
  return (
    word.glyphs.length === run.glyphs.length &&
    word.glyphs.every((glyph, index) => {
      const other = run.glyphs[index];
      return other !== undefined && isSameGlyph(glyph, other);
    })
  );
}

function isSameGlyph(a: PlacedGlyph, b: PlacedGlyph): boolean {
  return a.text === b.text && Math.abs(a.start - b.start) <= OVERPRINT * a.glyph.size;
}

function startOf(run: Run): number {
  return run.glyphs[0]?.start ?? 0;
}
