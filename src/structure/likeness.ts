/** Letters as a bad scan leaves them: case, umlaut dots and ß carry no weight. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
}

/** Levenshtein distance; values above `limit` come back as `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, limit + 1);
}

/** Share of a fixed word that OCR may have damaged and that still leaves it recognisable. */
const TOLERANCE = 0.25;

/** Whether a text is a fixed formula, give or take OCR noise: "Hausmitteiiung" for "Hausmitteilung". */
export function resembles(text: string, formula: string, tolerance = TOLERANCE): boolean {
  const target = folded(formula);
  const limit = Math.floor(target.length * tolerance);
  return distance(folded(text), target, limit) <= limit;
}

/**
 * Whether a text begins with a fixed formula, give or take OCR noise.
 * @returns the UTF-16 offset where the formula ends, cut at a word's end; null if it is not there
 */
export function endOfFormula(text: string, formula: string, tolerance = TOLERANCE): number | null {
  const slack = Math.max(1, Math.floor(formula.length * tolerance));
  let best: { end: number; distance: number } | null = null;
  for (const end of wordEnds(text, formula.length - slack, formula.length + slack)) {
    const found = distance(folded(text.slice(0, end)), folded(formula), slack);
    if (found <= slack && (best === null || found < best.distance)) best = { end, distance: found };
  }
  return best?.end ?? null;
}

function wordEnds(text: string, from: number, to: number): number[] {
  const ends: number[] = [];
  for (let end = Math.max(1, from); end <= Math.min(to, text.length); end++) {
    const isWordBefore = /[\p{L}\p{N}]/u.test(text[end - 1] ?? "");
    const isWordAfter = /[\p{L}\p{N}]/u.test(text[end] ?? "");
    if (isWordBefore && !isWordAfter) ends.push(end);
  }
  return ends;
}
