import type { Variant } from "./confusions.ts";

/** Letters and signs that are one upright stroke in a thin print, and read one for the other over a whole letter. */
const STROKE = /[iIl1|!]/g;
/** Words with more strokes have too many variants. */
const MOST_STROKES = 7;
/** Once a print has its strokes misread, the next in the word is no surprise. */
const COST_OF_FIRST = 1;
const COST_OF_NEXT = 0.7;

/** All words that differ in strokes only: "Förderrichtllnle", "zufaiien", "DIgital". An I stands at a word's start only. */
export function strokeVariantsOf(word: string): Variant[] {
  const places = Array.from(word.matchAll(STROKE), ({ index }) => index);
  if (places.length === 0 || places.length > MOST_STROKES) return [];
  let variants: readonly { word: string; changes: number }[] = [{ word, changes: 0 }];
  for (const at of places) {
    variants = variants.flatMap((variant) =>
      strokesAt(at, word).map((stroke) => ({
        word: variant.word.slice(0, at) + stroke + variant.word.slice(at + 1),
        changes: variant.changes + Number(stroke !== word.charAt(at)),
      })),
    );
  }
  return variants
    .filter(({ changes }) => changes > 0)
    .map(({ word: variant, changes }) => ({ word: variant, cost: COST_OF_FIRST + COST_OF_NEXT * (changes - 1) }));
}

/** A word's first letter keeps its case: "Interessen" is never small, but "lnteressen" large. */
function strokesAt(at: number, word: string): readonly string[] {
  if (at > 0) return ["i", "l"];
  return word.startsWith("I") ? ["I"] : ["I", "i", "l"];
}
