import type { PaintedGlyph } from "./painted.ts";

/** Accents with room of their own, and the marks that join the letter they stand over. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ["¨", "\u0308"],
  ["\u0308", "\u0308"],
  ["´", "\u0301"],
  ["\u0301", "\u0301"],
  ["`", "\u0300"],
  ["\u0300", "\u0300"],
  ["ˆ", "\u0302"],
  ["˚", "\u030a"],
  ["ˇ", "\u030c"],
  ["¸", "\u0327"],
]);

/** An accent's middle is nearer than this to the letter's, in font sizes: beside one another they are 0.4 apart. */
const OVER = 0.22;

/** Accents of capitals are raised by no more than this. */
const RAISED = 0.5;

/** Glyphs with an accent painted over a letter, before it or after, made the one letter that is seen. */
export function withAccents(glyphs: readonly PaintedGlyph[]): readonly PaintedGlyph[] {
  if (!glyphs.some((glyph) => MARKS.has(glyph.text))) return glyphs;
  const composed: PaintedGlyph[] = [];
  for (const glyph of glyphs) {
    const before = composed.at(-1);
    const letter = before === undefined ? null : (accented(before, glyph) ?? accented(glyph, before));
    if (letter !== null) composed.pop();
    composed.push(letter ?? glyph);
  }
  return composed;
}

/** The letter with the accent; null where they are none, or do not stand over one another. */
function accented(accent: PaintedGlyph, letter: PaintedGlyph): PaintedGlyph | null {
  const mark = MARKS.get(accent.text);
  if (mark === undefined || !isOver(accent, letter)) return null;
  const text = `${letter.text}${mark}`.normalize("NFC");
  return [...text].length === 1 ? { ...letter, text } : null;
}

function isOver(accent: PaintedGlyph, letter: PaintedGlyph): boolean {
  const length = Math.hypot(letter.dx, letter.dy);
  if (length === 0) return false;
  const [alongX, alongY] = [letter.dx / length, letter.dy / length];
  const fromX = accent.x + accent.dx / 2 - (letter.x + letter.dx / 2);
  const fromY = accent.y + accent.dy / 2 - (letter.y + letter.dy / 2);
  const along = fromX * alongX + fromY * alongY;
  const across = fromY * alongX - fromX * alongY;
  return Math.abs(along) <= OVER * letter.size && Math.abs(across) <= RAISED * letter.size;
}
