import type { Failure, FailureCode } from "../model/failure.ts";
import type { BatchTotals, Reporter, RunEvent } from "./run-event.ts";

/** Milliseconds since some moment. */
export type Clock = () => number;

/** Files that are named at the end. */
const MOST_NAMED = 20;

/** Counts how far a run into an archive has come, from its events. */
export class BatchCounts {
  /** All files found. */
  files = 0;
  records = 0;
  needReview = 0;
  pages = 0;
  /** The newest step of the work; null before any. */
  current: Extract<RunEvent, { event: "progress" }> | null = null;
  readonly failures: Partial<Record<FailureCode, number>> = {};
  /** Reasons of failures of earlier runs whose files were passed over. */
  readonly formerFailures = new Set<FailureCode>();
  /** The first of them: more than a screen of names is no help, and the archive has them all. */
  readonly failedFiles: Pick<Failure, "source" | "code">[] = [];
  /** Whether the run was interrupted, and only brings to its end what is in hand. */
  isDraining = false;
  readonly skipped = { done: 0, duplicate: 0, outdated: 0 };
  #worked = 0;
  readonly #clock: Clock;
  readonly #begun: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#begun = clock();
  }

  /** A reporter that counts what it hands on. */
  counting(report: Reporter): Reporter {
    return (event) => {
      this.#count(event);
      report(event);
    };
  }

  /** All reasons for which files of this run gave no record, now or in earlier runs. */
  get reasons(): FailureCode[] {
    return [...new Set([...this.formerFailures, ...(Object.keys(this.failures) as FailureCode[])])];
  }

  get failed(): number {
    return Object.values(this.failures).reduce((sum, count) => sum + count, 0);
  }

  /** Files that have come to their end, those passed over included. */
  get ended(): number {
    const { done, duplicate, outdated } = this.skipped;
    return this.#worked + done + duplicate + outdated;
  }

  get seconds(): number {
    return (this.#clock() - this.#begun) / 1000;
  }

  get pagesPerMinute(): number {
    return perMinute(this.pages, this.seconds);
  }

  /** Told from the files that were worked on, not from those passed over; null before there is one. */
  get secondsLeft(): number | null {
    return this.#worked === 0 ? null : ((this.files - this.ended) * this.seconds) / this.#worked;
  }

  totals(): Omit<BatchTotals, "archive"> {
    const { files, records, needReview, failures, skipped, pages } = this;
    const seconds = Math.round(this.seconds * 10) / 10;
    const left = this.isDraining ? files - this.ended : null;
    const failedFiles = [...this.failedFiles];
    return {
      files,
      records,
      needReview,
      failures: { ...failures },
      skipped: { ...skipped },
      pages,
      seconds,
      failedFiles,
      left,
    };
  }

  #count(event: RunEvent): void {
    if (event.event === "run-begun") this.files += event.files;
    if (event.event === "run-draining") this.isDraining = true;
    if (event.event === "progress") this.current = event;
    if (event.event === "file-skipped") {
      this.skipped[event.why] += 1;
      if (event.failure !== null) this.formerFailures.add(event.failure);
    }
    if (event.event === "file-done") {
      this.#worked += 1;
      this.records += event.records;
      this.needReview += event.needReview;
      this.pages += event.pages;
    }
    if (event.event === "file-failed") {
      this.#worked += 1;
      if (this.failedFiles.length < MOST_NAMED) this.failedFiles.push({ source: event.source, code: event.code });
      this.failures[event.code] = (this.failures[event.code] ?? 0) + 1;
    }
  }
}

/** Whole pages, or whatever was counted, a minute. */
export function perMinute(count: number, seconds: number): number {
  return seconds === 0 ? 0 : Math.round((count / seconds) * 60);
}
