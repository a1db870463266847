import type { FailureCode } from "../model/failure.ts";
import type { RunTotals } from "../report/run-event.ts";
import type { FileOutcome } from "../workers/outcome.ts";
import type { RunResult } from "./exit-codes.ts";

/** Counts what a run came to. */
export class Tally implements RunResult {
  readonly failures: FailureCode[] = [];
  needReview = 0;
  #files = 0;
  #records = 0;

  add(outcome: FileOutcome): void {
    this.#files += 1;
    if ("failure" in outcome) {
      this.failures.push(outcome.failure.code);
      return;
    }
    this.#records += outcome.records.length;
    this.needReview += countNeedingReview(outcome.records);
  }

  get totals(): RunTotals {
    const { needReview, failures } = this;
    return { files: this.#files, records: this.#records, needReview, failed: failures.length };
  }
}

/** How many records a person should look at. */
export function countNeedingReview(records: readonly { readonly status: string }[]): number {
  return records.filter((record) => record.status === "needs-review").length;
}
