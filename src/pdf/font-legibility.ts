import type { PaintedGlyph } from "./painted.ts";

/**
 * How often German print has each letter, in hundredths of a per cent. Source: the counts of Beutelspacher,
 * "Kryptologie", with umlauts by themselves.
 */
const GERMAN: Readonly<Record<string, number>> = {
  ...{ e: 1674, n: 978, i: 755, s: 727, r: 700, a: 597, t: 615, d: 508, h: 476, u: 370, l: 344, c: 306, g: 301 },
  ...{ m: 253, o: 224, b: 189, w: 189, f: 166, k: 121, z: 113, p: 79, v: 67, ü: 65, ä: 54, ß: 31, ö: 30, j: 27 },
  ...{ y: 4, x: 3, q: 2 },
};

/** Any other letter, and signs that German does without. */
const ELSEWHERE = 1;

/**
 * Bits that a letter of German may cost with the counts above: 4.2 on average, of letters shifted by a few 5.8. Of 6592
 * lines of letters with 40 letters or more two cost more than this; of 14,000 chunks of 200 shifted letters one in a
 * thousand costs less.
 */
const MOST_BITS = 5;

/** Fewer letters than this tell nothing about their font. */
const LEAST_LETTERS = 40;

/** What letters never are: without a code, or with one that belongs to nobody. */
const CODELESS = /[\ufffd\ue000-\uf8ff]|[^\P{Cc}\s]|\p{Co}/u;

/** Figures and the marks of print, which all texts have. */
const NEUTRAL = /[\s\d.,:;!?()„“”‚‘’"'«»§€%&/*+–—•☐☑☒✓✗→←­-]/u;

/** Which glyphs' texts are what a reader sees. */
export type Legibility = (glyph: PaintedGlyph) => boolean;

/** Judges each font by all that a page shows in it: a map to Unicode that is shifted or missing gives no German. */
export function legibilityOfFonts(glyphs: readonly PaintedGlyph[]): Legibility {
  const texts = new Map<string, string[]>();
  for (const { font, text } of glyphs) {
    const known = texts.get(font);
    if (known === undefined) texts.set(font, [text]);
    else known.push(text);
  }
  const illegible = new Set([...texts].filter(([, parts]) => !isGerman(parts.join(""))).map(([font]) => font));
  return ({ font, text }) => text.trim() === "" || (!CODELESS.test(text) && !illegible.has(font));
}

/** Whether some text may be German, told by its letters alone; true where they are too few to tell. */
export function isGerman(text: string): boolean {
  const letters = [...text.toLowerCase()].filter((letter) => !NEUTRAL.test(letter));
  if (letters.length < LEAST_LETTERS) return true;
  const bits = letters.reduce((sum, letter) => sum - Math.log2((GERMAN[letter] ?? ELSEWHERE) / 10_000), 0);
  return bits / letters.length <= MOST_BITS;
}
