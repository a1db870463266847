import type { FailureCode } from "../model/failure.ts";
import type { Reporter, RunEvent, RunTotals } from "../report/run-event.ts";
import type { RunResult } from "./exit-codes.ts";

/** Counts what a run came to, from its events. */
export class Tally implements RunResult {
  readonly failures: FailureCode[] = [];
  needReview = 0;
  #files = 0;
  #records = 0;

  /** A reporter that counts what it hands on. */
  counting(report: Reporter): Reporter {
    return (event) => {
      this.#count(event);
      report(event);
    };
  }

  get totals(): RunTotals {
    const { needReview, failures } = this;
    return { files: this.#files, records: this.#records, needReview, failed: failures.length };
  }

  #count(event: RunEvent): void {
    if (event.event === "file-done") {
      this.#files += 1;
      this.#records += event.records;
      this.needReview += event.needReview;
    }
    if (event.event === "file-failed") {
      this.#files += 1;
      this.failures.push(event.code);
    }
  }
}
