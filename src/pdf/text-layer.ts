import { type Box, roundBox, unionBox } from "../model/box.ts";
import type { Line, Word } from "../model/page.ts";
import { withAccents } from "./accents.ts";
import type { PaintedGlyph } from "./painted.ts";
import { type PlacedGlyph, wordsOfLine } from "./word-runs.ts";

/** Baselines closer than this part of the font size are one line: superscripts stay in theirs. */
const LINE_TOLERANCE = 0.4;

/** The ink of German text about its baseline, in font sizes: height of "Ä", depth of "g". */
const ASCENT = 0.75;
const DESCENT = 0.22;

const SOFT_HYPHEN = "\u00ad";

/**
 * The lines of a text layer, from top to bottom, words parted where a reader sees a gap.
 * Turned text (stamps) never mixes into the lines it crosses.
 * @param confidence 0 to 1, given to each word
 */
export function linesOfGlyphs(glyphs: readonly PaintedGlyph[], confidence: number): Line[] {
  return layerLines(glyphs, confidence, () => true).map(({ line }) => line);
}

/** A line of a text layer, and whether its text is all that it shows. */
export interface LayerLine {
  readonly line: Line;
  readonly legible: boolean;
}

/** As `linesOfGlyphs`, each line judged by its glyphs. */
export function layerLines(
  glyphs: readonly PaintedGlyph[],
  confidence: number,
  isLegible: (glyph: PaintedGlyph) => boolean,
): LayerLine[] {
  const directions = new Map<number, PlacedGlyph[]>();
  for (const glyph of withAccents(glyphs)) {
    const text = drawnText(glyph);
    if (text === "" || glyph.size <= 0) continue;
    const degrees = Math.round((Math.atan2(glyph.dy, glyph.dx) * 180) / Math.PI);
    const members = directions.get(degrees) ?? [];
    if (members.length === 0) directions.set(degrees, members);
    members.push(placed(glyph, text, (degrees * Math.PI) / 180));
  }
  return [...directions.values()]
    .flatMap(linesOfDirection)
    .map((line) => ({
      line: asLine(wordsOfLine(line), confidence),
      legible: line.every(({ glyph }) => isLegible(glyph)),
    }))
    .filter(({ line }) => line.words.length > 0)
    .sort((a, b) => topOf(a.line) - topOf(b.line) || leftOf(a.line) - leftOf(b.line));
}

/**
 * What a glyph shows. A soft hyphen that takes room was drawn: at the end of a line it is the "-" a reader sees.
 * One without width only marks where a word could be broken.
 */
function drawnText(glyph: PaintedGlyph): string {
  const shown = glyph.dx === 0 && glyph.dy === 0 ? "" : "-";
  return glyph.text.replaceAll(SOFT_HYPHEN, shown);
}

function placed(glyph: PaintedGlyph, text: string, angle: number): PlacedGlyph {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const start = glyph.x * cos + glyph.y * sin;
  return {
    glyph,
    text,
    start,
    end: start + Math.hypot(glyph.dx, glyph.dy),
    across: glyph.y * cos - glyph.x * sin,
  };
}

/** Glyphs by baseline; within a line they keep the order they were painted in. */
function linesOfDirection(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const order = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const lines: PlacedGlyph[][] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  let tolerance = 0;
  for (const glyph of [...glyphs].sort((a, b) => a.across - b.across)) {
    const ownTolerance = LINE_TOLERANCE * glyph.glyph.size;
    if (glyph.across - baseline > Math.max(tolerance, ownTolerance)) {
      lines.push([]);
      baseline = glyph.across;
      tolerance = ownTolerance;
    }
    lines.at(-1)?.push(glyph);
  }
  return lines.map((line) => line.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}

/** Words joined by single spaces. */
function asLine(words: readonly (readonly PlacedGlyph[])[], confidence: number): Line {
  const placedWords: Word[] = [];
  let text = "";
  for (const word of words) {
    if (text !== "") text += " ";
    const start = text.length;
    text += word.map((glyph) => glyph.text).join("");
    placedWords.push({ start, end: text.length, box: boxOf(word), confidence });
  }
  return { text, box: unionBox(placedWords.map((word) => word.box)), words: placedWords };
}

/** From a word's first glyph to its last: what lies between them lies within. */
function boxOf(word: readonly PlacedGlyph[]): Box {
  const ends = [word[0], word.at(-1)].filter((end) => end !== undefined);
  return roundBox(unionBox(ends.map(({ glyph }) => inkBox(glyph))) ?? [0, 0, 0, 0]);
}

/** The box of a glyph's ink, whatever the direction of writing. */
function inkBox(glyph: PaintedGlyph): Box {
  // Nearly all text is level.
  if (glyph.dy === 0 && glyph.dx > 0) {
    const top = glyph.y - ASCENT * glyph.size;
    return [glyph.x, top, glyph.dx, glyph.y + DESCENT * glyph.size - top];
  }
  const length = Math.hypot(glyph.dx, glyph.dy) || 1;
  // The unit vector from the baseline up to the ascenders; y grows downwards.
  const [upX, upY] = [glyph.dy / length, -glyph.dx / length];
  const corners = [ASCENT * glyph.size, -DESCENT * glyph.size].flatMap((height) =>
    [0, 1].map((part) => [glyph.x + part * glyph.dx + height * upX, glyph.y + part * glyph.dy + height * upY]),
  );
  const xs = corners.map(([x]) => x ?? 0);
  const ys = corners.map(([, y]) => y ?? 0);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

function topOf(line: Line): number {
  return line.box?.[1] ?? 0;
}

function leftOf(line: Line): number {
  return line.box?.[0] ?? 0;
}
