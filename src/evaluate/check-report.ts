import type { Fault } from "./checked-json.ts";
import type { Difference } from "./differences.ts";
import type { Evaluation } from "./evaluation.ts";

/** "new": nothing was expected yet. "scored": there is a truth to score by, but no expectation to compare with. */
export type CaseVerdict = "same" | "differs" | "new" | "scored" | "updated";

/** What became of one input of a case. */
export interface CaseReport {
  /** "case/file" */
  readonly name: string;
  /** The file that states the expectation, as annotations name it. */
  readonly expectationPath: string;
  readonly verdict: CaseVerdict;
  readonly differences: readonly Difference[];
  /** What a person should know besides: a stale recording, what lies behind a failure. */
  readonly notes: readonly string[];
}

/** A file beside an input that cannot be understood, so that nothing was checked. */
export interface BrokenFile {
  readonly path: string;
  readonly faults: readonly Fault[];
}

/** What a check of cases came to. */
export interface CheckReport {
  readonly cases: readonly CaseReport[];
  readonly evaluation: Evaluation;
  /** Seconds that each case took, by its name; for reports that show times. */
  readonly seconds?: ReadonlyMap<string, number>;
  readonly broken?: readonly BrokenFile[];
}

export function isBad({ verdict }: CaseReport): boolean {
  return verdict === "differs" || verdict === "new";
}

export function passes({ cases, evaluation, broken = [] }: CheckReport): boolean {
  return broken.length === 0 && !cases.some(isBad) && evaluation.gates.every(({ met }) => met);
}
