import { MONTH_FORMS } from "./calendar.ts";

export interface MonthReading {
  /** 1 to 12. */
  readonly month: number;
  /** Letters that had to be explained; those of like shape count half. */
  readonly cost: number;
  /** Near enough to one month, and far enough from all others. */
  readonly isSure: boolean;
}

/** Share of a month's letters that may be explained as noise. */
const LIMIT = 0.34;
/** How much worse the second best month must be; twice as much where more than half of the noise allowed was needed. */
const MARGIN = 0.5;

/** Months that a stamped or typed word can be, best first. */
export function monthReadings(word: string): MonthReading[] {
  const letters = shaped(word);
  const costs = SHAPED_FORMS.map((forms) => costOf(letters, forms));
  const best = Math.min(...costs);
  const isAhead = (margin: number): boolean => costs.filter((cost) => cost < best + margin).length === 1;
  const isNear = best <= Math.max(0.5, (letters.length * LIMIT) / 2);
  const isSure = isAhead(isNear ? MARGIN : 2 * MARGIN);
  return costs
    .map((cost, index) => ({ month: index + 1, cost, isSure }))
    .filter(({ cost }) => cost < best + MARGIN && cost <= letters.length * LIMIT)
    .sort((a, b) => a.cost - b.cost);
}

/** A form that is much longer or shorter costs at least the letters between: more than may be explained. */
function costOf(letters: string, forms: readonly string[]): number {
  const allowed = letters.length * LIMIT + 2 * MARGIN;
  let least = Number.POSITIVE_INFINITY;
  for (const form of forms)
    if (Math.abs(form.length - letters.length) <= allowed)
      least = Math.min(least, shapeDistance(letters, form, allowed));
  return least;
}

/** Capitals of a stamp that OCR reads as two signs or as one of another alphabet. */
function shaped(word: string): string {
  return word
    .replaceAll("ß", "B")
    .replaceAll("£", "E")
    .replace(/f[il]|[!lI]\?/g, (pair) => (pair === "fl" ? "B" : "R"))
    .replace(/[!|]/g, "I")
    .toUpperCase();
}

const SHAPED_FORMS = MONTH_FORMS.map((forms) => forms.map((form) => form.toUpperCase()));

/** Capitals of a stamp that OCR takes for one another. */
const ALIKE: readonly string[] = ["BE8P", "RÜÄUHK", "Z27", "OÖQ0GCD", "I1LTJ", "AÄ4", "VYU", "MNHK", "S5", "PF", "UÜO"];

/** The groups that a capital is in, as bits. */
const GROUPS = new Map<number, number>();
ALIKE.forEach((group, bit) => {
  for (const sign of group) GROUPS.set(sign.charCodeAt(0), (GROUPS.get(sign.charCodeAt(0)) ?? 0) | (1 << bit));
});

/** Edit distance where letters of like shape count half; infinite where it is above the limit. */
function shapeDistance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  let next = [...row];
  for (let i = 1; i <= a.length; i++) {
    const sign = a.charCodeAt(i - 1);
    const groups = GROUPS.get(sign) ?? 0;
    next[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      const swap = sign === other ? 0 : (groups & (GROUPS.get(other) ?? 0)) === 0 ? 1 : 0.5;
      const cost = Math.min((row[j - 1] as number) + swap, (row[j] as number) + 1, (next[j - 1] as number) + 1);
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    [row, next] = [next, row];
  }
  return row[b.length] as number;
}
