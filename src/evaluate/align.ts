/** Elements of two sequences that belong together; null where the other sequence has none. */
export interface AlignedPair {
  readonly left: number | null;
  readonly right: number | null;
}

/** Cells of the table at most: 2,000 by 2,000 words, 8 MB. Longer stretches without a common end are not aligned. */
const MOST_CELLS = 4_000_000;

/**
 * Aligns two sequences by their longest common subsequence. Indices rise on both sides, every element stands in one
 * pair, and what is left over between two common elements comes left before right.
 */
export function align(left: readonly string[], right: readonly string[]): AlignedPair[] {
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  const middle = alignMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail));
  const pairsFrom = (length: number, leftAt: number, rightAt: number): AlignedPair[] =>
    Array.from({ length }, (_, index) => ({ left: leftAt + index, right: rightAt + index }));
  return [
    ...pairsFrom(head, 0, 0),
    ...middle.map((pair) => ({
      left: pair.left === null ? null : pair.left + head,
      right: pair.right === null ? null : pair.right + head,
    })),
    ...pairsFrom(tail, left.length - tail, right.length - tail),
  ];
}

function alignMiddle(left: readonly string[], right: readonly string[]): AlignedPair[] {
  const common = left.length * right.length <= MOST_CELLS ? commonPairs(left, right) : [];
  const pairs: AlignedPair[] = [];
  let [leftAt, rightAt] = [0, 0];
  for (const pair of [...common, { left: left.length, right: right.length }]) {
    for (; leftAt < pair.left; leftAt++) pairs.push({ left: leftAt, right: null });
    for (; rightAt < pair.right; rightAt++) pairs.push({ left: null, right: rightAt });
    if (leftAt === left.length && rightAt === right.length) break;
    pairs.push(pair);
    [leftAt, rightAt] = [leftAt + 1, rightAt + 1];
  }
  return pairs;
}

/** The pairs of a longest common subsequence. */
function commonPairs(left: readonly string[], right: readonly string[]): { left: number; right: number }[] {
  const width = right.length + 1;
  // lengths[i * width + j]: how long the longest common subsequence of left from i on and right from j on is.
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: { left: number; right: number }[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      pairs.push({ left: i, right: j });
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
