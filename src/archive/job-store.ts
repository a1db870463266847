import type { Failure, FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";

/** A file to be parsed: one content, whatever names it has. */
export interface Job {
  /** Of the bytes, in hexadecimal. A file that has other bytes by now is another job. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where the bytes are: a path, or whatever address the store's own files have. */
  readonly location: string;
  /** The file's base name, as the record gives it. */
  readonly name: string;
  /** The folder or bucket in which all files are missing at once; null where it is not known. */
  readonly home: string | null;
}

/** Failures that say nothing of a content: the file may be readable the next time. */
export const OF_THE_PATH: ReadonlySet<FailureCode> = new Set(["file-not-found", "file-unreadable", "file-too-large"]);

/** Failures that say nothing of a content either, but are kept for it until it is read again, which the next run does. */
export const OF_THE_MOMENT: ReadonlySet<FailureCode> = new Set(["worker-killed"]);

export interface JobStats {
  /** Jobs not begun, as far as the store knows them. */
  readonly waiting: number;
  /** Claimed and not yet ended. */
  readonly active: number;
  /** Contents that gave records. */
  readonly done: number;
  readonly records: number;
  /** Contents that gave none, by reason. */
  readonly failed: Readonly<Partial<Record<FailureCode, number>>>;
}

/**
 * Where work comes from and results go. Whatever kills a worker at whatever moment, each content ends with exactly
 * one outcome: a claim that is not ended counts for nothing and is given out again, and results and the job's end
 * become visible together. A suite of tests (test/archive/job-store-contract.ts) holds every store to this.
 *
 * Where a method throws, the store is not usable (a full disk, a database gone): the work loop ends with that error.
 */
export interface JobStore {
  /**
   * A job that nobody else has; null where there is none at the moment.
   * @param except homes whose jobs are of no use at the moment; a store may give them all the same
   */
  claim(except?: ReadonlySet<string>): Promise<Job | null>;
  /** Says that the job is still worked on; false where it was given to somebody else meanwhile. */
  heartbeat(job: Job): Promise<boolean>;
  /**
   * Ends a job with its records, one for each memo in the file's order.
   * @returns false where the claim no longer held: nothing was kept
   */
  complete(job: Job, records: readonly MemoRecord[]): Promise<boolean>;
  /**
   * Ends a job with the reason why it gave no record.
   * @returns false where the claim no longer held: nothing was kept
   */
  fail(job: Job, failure: Failure): Promise<boolean>;
  /** Gives a job back as if it had never been claimed. */
  release(job: Job): Promise<void>;
  stats(): Promise<JobStats>;
  /**
   * Makes failed jobs claimable again, all or those that failed for one reason.
   * @returns how many
   */
  redrive(reason?: FailureCode): Promise<number>;
}
