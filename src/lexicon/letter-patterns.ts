/**
 * The letters around a possible break, as keys of the table `letter-weights.txt.gz`:
 * the last letters before it, the first after it, and both; "^" and "$" mark a word's ends.
 * letterPatterns("zu", "kom") has "^zu|", "|kom$", "u|k", "zu|ko" …
 */
export function letterPatterns(left: string, right: string): string[] {
  const before = `^${left.toLowerCase()}`;
  const after = `${right.toLowerCase()}$`;
  const last = (length: number): string => before.slice(-length);
  const first = (length: number): string => after.slice(0, length);
  return [
    ...[1, 2, 3, 4, 5].map((length) => `${last(length)}|`),
    ...[1, 2, 3, 4, 5].map((length) => `|${first(length)}`),
    ...PAIRS.map(([l, r]) => `${last(l)}|${first(r)}`),
  ];
}

const PAIRS = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 1],
  [1, 3],
  [3, 2],
  [2, 3],
] as const;
