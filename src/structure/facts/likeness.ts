/** Letters as a bad scan leaves them: case, umlaut dots, ß and spaces carry no weight. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[\p{M}\s]/gu, "");
}

/** A formula made ready to be looked for at many texts' beginnings. */
export interface Formula {
  /** Folded. */
  readonly letters: string;
  /** Where in the formula a letter stands, as bits from its first letter; null for a formula too long for that. */
  readonly places: ReadonlyMap<number, number> | null;
}

export function formulaOf(letters: string): Formula {
  if (letters.length > BITS) return { letters, places: null };
  const places = new Map<number, number>();
  for (let i = 0; i < letters.length; i++) {
    const sign = letters.charCodeAt(i);
    places.set(sign, (places.get(sign) ?? 0) | (1 << i));
  }
  return { letters, places };
}

const BITS = 31;

/**
 * How well a formula stands at a text's beginning, 0 to 1: one less the share of its letters that an
 * edit distance finds damaged. The text may go on after it. Both must be folded.
 * @param seen of the text, where many formulas are looked for in it
 */
export function beginsLike(text: string, formula: string | Formula, seen = seenIn(text)): number {
  const { letters, places } = typeof formula === "string" ? formulaOf(formula) : formula;
  const size = letters.length;
  const most = Math.floor(size * MOST_DAMAGE);
  if (size >= SIGHT && !(mayShareLetters(seen, letters) && sharesLetters(text, letters))) return 0;
  const reach = Math.min(text.length, size + (size >> 2) + 1, LONGEST_FORMULA);
  const least = places === null ? leastByRows(text, letters, reach, most) : leastByBits(text, places, size, reach);
  return least > most ? 0 : 1 - least / size;
}

/**
 * The least distance of a formula to one of the text's beginnings: a column of the table of distances is two words of
 * bits, its steps up and down (Myers 1999, with the first row counting the text's letters).
 */
function leastByBits(text: string, places: ReadonlyMap<number, number>, size: number, reach: number): number {
  let up = -1;
  let down = 0;
  let score = size;
  let least = size;
  const last = 1 << (size - 1);
  for (let j = 0; j < reach; j++) {
    const same = places.get(text.charCodeAt(j)) ?? 0;
    const vertical = same | down;
    const diagonal = (((same & up) + up) ^ up) | same;
    let rise = down | ~(diagonal | up);
    let fall = up & diagonal;
    if ((rise & last) !== 0) score += 1;
    else if ((fall & last) !== 0) score -= 1;
    rise = (rise << 1) | 1;
    fall <<= 1;
    up = fall | ~(vertical | rise);
    down = rise & vertical;
    if (score < least) least = score;
  }
  return least;
}

/** The same by rows, within the limit: what is above it may come out as anything above it. */
function leastByRows(text: string, formula: string, reach: number, most: number): number {
  const size = formula.length;
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
  return least;
}

/** Of a formula's first letters half must stand at the text's beginning: what spares nearly all comparisons. */
const SIGHT = 6;

/** The letters at a text's beginning as bits; several signs may share one. */
export function seenIn(text: string): number {
  let seen = 0;
  for (let i = Math.min(text.length, SIGHT + 4) - 1; i >= 0; i--) seen |= 1 << (text.charCodeAt(i) & 31);
  return seen;
}

function mayShareLetters(seen: number, formula: string): boolean {
  let shared = 0;
  for (let i = 0; i < SIGHT; i++) shared += (seen >>> (formula.charCodeAt(i) & 31)) & 1;
  return shared * 2 >= SIGHT;
}

function sharesLetters(text: string, formula: string): boolean {
  const reach = Math.min(text.length, SIGHT + 4);
  let shared = 0;
  for (let i = 0; i < SIGHT; i++) {
    const sign = formula.charCodeAt(i);
    let j = 0;
    while (j < reach && text.charCodeAt(j) !== sign) j += 1;
    if (j < reach) shared += 1;
  }
  return shared * 2 >= SIGHT;
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
