import type { Overlap } from "./likeness.ts";
import { RELATION_WEIGHTS } from "./relation-weights.ts";

/** What is looked at to tell whether two clauses hold the same order, in the order of their weights. */
export const RELATION_FEATURES = [
  "greater share of words",
  "lesser share of words",
  "share of particulars",
  "no particulars",
  "share of numbers",
  "no numbers",
  "neighbours among the particulars in common",
  "no neighbours",
  "particulars in common, up to six",
  "particulars that no other clause has, up to four",
  "particulars missing, up to four",
  "particulars replaced, up to three",
  "same number of the clause",
  "another number of the clause",
] as const;

export function relationFeatures(overlap: Overlap, left: string | null, right: string | null): number[] {
  const { particulars, numbers, neighbours } = overlap;
  const bothNumbered = left !== null && right !== null;
  const isSame = bothNumbered && baseNumber(left) === baseNumber(right);
  return [
    Math.max(overlap.left, overlap.right),
    Math.min(overlap.left, overlap.right),
    particulars ?? 0,
    particulars === null ? 1 : 0,
    numbers ?? 0,
    numbers === null ? 1 : 0,
    neighbours ?? 0,
    neighbours === null ? 1 : 0,
    Math.min(overlap.common, 6) / 6,
    Math.min(overlap.telling, 4) / 4,
    Math.min(overlap.missing, 4) / 4,
    Math.min(overlap.replaced, 3) / 3,
    isSame ? 1 : 0,
    bothNumbered && !isSame ? 1 : 0,
  ];
}

/** How likely two clauses of letters on one paper hold the same order, 0 to 1. */
export function relationBetween(overlap: Overlap, left: string | null, right: string | null): number {
  const features = relationFeatures(overlap, left, right);
  const sum = features.reduce((total, value, index) => total + value * (RELATION_WEIGHTS[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum - (RELATION_WEIGHTS[features.length] ?? 0)));
}

/** Shares of both from which on other numbers are a misreading or an amendment, and not another clause. */
const NEARLY_EQUAL = 0.9;

/** Share of a clause that must stand in the other at least, whatever else speaks for them. */
const LEAST_SHARE = 0.5;

/** Whether one has little of the other, or both name numbers and none that the other names: another sum, another lot. */
export function isContradicted({ hasOtherNumbers, isOfRest, left, right }: Overlap): boolean {
  if (Math.max(left, right) < LEAST_SHARE) return true;
  return hasOtherNumbers && (isOfRest || Math.min(left, right) < NEARLY_EQUAL);
}

/** A sub-point's own point: "2" of "2a". */
export function baseNumber(number: string): string {
  return /^(\d+)[a-z]$/u.exec(number)?.[1] ?? number;
}
