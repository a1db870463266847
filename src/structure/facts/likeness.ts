/** Letters as a bad scan leaves them: case, umlaut dots, ß and spaces carry no weight. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[\p{M}\s]/gu, "");
}

/**
 * How well a formula stands at a text's beginning, 0 to 1: one less the share of its letters that an
 * edit distance finds damaged. The text may go on after it. Both must be folded.
 */
export function beginsLike(text: string, formula: string): number {
  const size = formula.length;
  const reach = Math.min(text.length, size + (size >> 2) + 1, LONGEST_FORMULA);
  const most = Math.floor(size * MOST_DAMAGE);
  let [row, next] = BUFFERS;
  for (let j = 0; j <= reach; j++) row[j] = j;
  let least = 0;
  for (let i = 1; i <= size && least <= most; i++) {
    next[0] = i;
    least = i;
    const sign = formula.charCodeAt(i - 1);
    // Far from the diagonal the cost is above the limit.
    const from = Math.max(1, i - most);
    const to = Math.min(reach, i + most);
    if (from > 1) next[from - 1] = most + 1;
    for (let j = from; j <= to; j++) {
      const swap = (row[j - 1] as number) + (sign === text.charCodeAt(j - 1) ? 0 : 1);
      const best = Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1);
      next[j] = best;
      if (best < least) least = best;
    }
    if (to < reach) next[to + 1] = most + 1;
    [row, next] = [next, row];
  }
  return least > most ? 0 : 1 - least / size;
}

const LONGEST_FORMULA = 80;
/** More damaged than this, a formula is not recognised at all. */
const MOST_DAMAGE = 0.4;
/** Reused: this is asked some forty times a line. */
const BUFFERS: [Int16Array, Int16Array] = [new Int16Array(LONGEST_FORMULA + 2), new Int16Array(LONGEST_FORMULA + 2)];

/** Levenshtein distance; values above `limit` come back as `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return Math.min(row[b.length] as number, limit + 1);
}
