/** A letter of the text within a leaf that is no letter of it (page furniture) costs less than one of the leaf's left out. */
const EXTRA = 0.55;
/** A leaf that fits worse than this share of its letters is not found. */
const WORST = 0.38;

/**
 * Where a leaf stands in a text: semi-global alignment by edit distance.
 * @returns the text's offsets that a letter of the leaf stands at, in order; null where it is not found
 */
export function alignLeaf(leaf: string, text: string): number[] | null {
  const m = leaf.length;
  const n = text.length;
  if (m === 0 || n === 0) return null;
  const moves = new Uint8Array((m + 1) * (n + 1));
  let row = new Float32Array(n + 1);
  for (let i = 1; i <= m; i++) {
    const next = new Float32Array(n + 1);
    next[0] = i;
    const letter = leaf.charCodeAt(i - 1);
    const base = i * (n + 1);
    for (let j = 1; j <= n; j++) {
      const match = (row[j - 1] as number) + (letter === text.charCodeAt(j - 1) ? 0 : 1);
      const lost = (row[j] as number) + 1;
      const extra = (next[j - 1] as number) + EXTRA;
      let best = match;
      let move = 1;
      if (lost < best) {
        best = lost;
        move = 2;
      }
      if (extra < best) {
        best = extra;
        move = 3;
      }
      next[j] = best;
      moves[base + j] = move;
    }
    row = next;
  }
  let end = 0;
  for (let j = 1; j <= n; j++) if ((row[j] as number) < (row[end] as number)) end = j;
  const offsets: number[] = [];
  let cost = 0;
  for (let i = m, j = end; i > 0 && j > 0; ) {
    const move = moves[i * (n + 1) + j];
    if (move === 1) {
      if (leaf.charCodeAt(i - 1) === text.charCodeAt(j - 1)) offsets.push(j - 1);
      else cost += 1;
      i -= 1;
      j -= 1;
    } else if (move === 2) {
      cost += 1;
      i -= 1;
    } else j -= 1;
  }
  return offsets.length >= (1 - WORST) * m && cost <= WORST * m ? offsets.reverse() : null;
}
