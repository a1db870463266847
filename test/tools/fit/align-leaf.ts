/** A letter of the text within a leaf that is no letter of it (a stray sign) costs less than one of the leaf's left out. */
const EXTRA = 0.55;
/** A run of such letters (page furniture between two pages of a leaf, another column) costs this, and little for each. */
const LONG_GAP = 8;
const LONG_EXTRA = 0.004;
/** A leaf that fits worse than this share of its letters is not found. */
const WORST = 0.38;

/** How the best alignment comes to a cell; a gap is a long one's end. */
const Move = { Match: 1, Lost: 2, Extra: 3, Gap: 4 } as const;

/**
 * Where a leaf stands in a text: semi-global alignment by edit distance, with affine gaps for runs that are none of it.
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
    let gap = Number.POSITIVE_INFINITY;
    for (let j = 1; j <= n; j++) {
      const match = (row[j - 1] as number) + (letter === text.charCodeAt(j - 1) ? 0 : 1);
      const lost = (row[j] as number) + 1;
      const left = next[j - 1] as number;
      const extra = left + EXTRA;
      const goesOn = gap < left + LONG_GAP;
      gap = (goesOn ? gap : left + LONG_GAP) + LONG_EXTRA;
      let best = match;
      let move: number = Move.Match;
      if (lost < best) {
        best = lost;
        move = Move.Lost;
      }
      if (extra < best) {
        best = extra;
        move = Move.Extra;
      }
      if (gap < best) {
        best = gap;
        move = Move.Gap;
      }
      next[j] = best;
      moves[base + j] = goesOn ? move | GOES_ON : move;
    }
    row = next;
  }
  let end = 0;
  for (let j = 1; j <= n; j++) if ((row[j] as number) < (row[end] as number)) end = j;
  return traced(leaf, text, moves, end);
}

/** Flag on a move: the long gap over this letter of the text began further left. */
const GOES_ON = 8;

function traced(leaf: string, text: string, moves: Uint8Array, end: number): number[] | null {
  const m = leaf.length;
  const width = text.length + 1;
  const offsets: number[] = [];
  let cost = 0;
  let i = m;
  let j = end;
  while (i > 0 && j > 0) {
    const move = (moves[i * width + j] as number) & ~GOES_ON;
    if (move === Move.Match) {
      if (leaf.charCodeAt(i - 1) === text.charCodeAt(j - 1)) offsets.push(j - 1);
      else cost += 1;
      i -= 1;
      j -= 1;
    } else if (move === Move.Lost) {
      cost += 1;
      i -= 1;
    } else if (move === Move.Extra) j -= 1;
    else {
      while ((moves[i * width + j] as number) & GOES_ON) j -= 1;
      j -= 1;
    }
  }
  return offsets.length >= (1 - WORST) * m && cost <= WORST * m ? offsets.reverse() : null;
}
