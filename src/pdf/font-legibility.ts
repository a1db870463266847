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
  const tallies = new Map<string, Tally>();
  let isCodeless = false;
  for (const { font, text } of glyphs) {
    const known = tallies.get(font);
    const tally = known ?? { letters: 0, bits: 0 };
    if (known === undefined) tallies.set(font, tally);
    for (const letter of text) add(tally, letter);
    isCodeless ||= costOf(text) === CODELESS_COST;
  }
  const illegible = new Set([...tallies].filter(([, tally]) => !mayBeGerman(tally)).map(([font]) => font));
  if (illegible.size === 0 && !isCodeless) return () => true;
  return ({ font, text }) => text.trim() === "" || (!CODELESS.test(text) && !illegible.has(font));
}

/** Whether some text may be German, told by its letters alone; true where they are too few to tell. */
export function isGerman(text: string): boolean {
  const tally: Tally = { letters: 0, bits: 0 };
  for (const letter of text) add(tally, letter);
  return mayBeGerman(tally);
}

interface Tally {
  letters: number;
  bits: number;
}

function mayBeGerman({ letters, bits }: Tally): boolean {
  return letters < LEAST_LETTERS || bits <= MOST_BITS * letters;
}

function add(tally: Tally, letter: string): void {
  const bits = costOf(letter);
  if (bits === 0) return;
  tally.letters++;
  tally.bits += bits;
}

/** Bits of a letter; 0 for what all texts have. */
function costOf(letter: string): number {
  const known = COSTS.get(letter);
  if (known !== undefined) return known;
  if (letter.length > 2) return 0;
  if (CODELESS.test(letter)) return CODELESS_COST;
  return NEUTRAL.test(letter) ? 0 : costOfShare(ELSEWHERE);
}

function costOfShare(share: number): number {
  return -Math.log2(share / 10_000);
}

/** A little more than any other's, to tell them apart. */
const CODELESS_COST = costOfShare(ELSEWHERE) + 1;

const COSTS: ReadonlyMap<string, number> = new Map(
  Object.entries(GERMAN)
    .flatMap(([letter, share]) => [letter, letter.toUpperCase()].map((form) => [form, costOfShare(share)] as const))
    .concat([" ", ".", ",", "-", "0", "1", "2"].map((neutral) => [neutral, 0] as const)),
);
