/**
 * A word with every letter replaced by the first of those it is most often misread for: two words with one
 * skeleton differ by strong confusions only ("Chmeinyzkyj", "Chmelnyzkyj"). Order matters: longer runs first.
 */
const CONFUSED: readonly (readonly [pattern: RegExp, letter: string])[] = [
  [/rn|ni/g, "m"],
  [/vv|VV/g, "w"],
  [/cl/g, "d"],
  [/li/g, "h"],
  [/ii|ü/g, "u"],
  [/ä/g, "a"],
  [/ö/g, "o"],
  [/[iıI1|!j]/g, "l"],
  [/[0O]/g, "o"],
  [/[5S]/g, "s"],
  [/[8Bß]/g, "b"],
  [/[ce]/g, "c"],
  [/[nu]/g, "n"],
  [/[fſ]/g, "f"],
];

/** The skeleton of a word; case is lost. */
export function skeletonOf(word: string): string {
  return CONFUSED.reduce((text, [pattern, letter]) => text.replace(pattern, letter), word).toLowerCase();
}
