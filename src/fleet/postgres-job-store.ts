import type { Job, JobStats, JobStore } from "../archive/job-store.ts";
import type { Failure, FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { Database, Queryable } from "./database.ts";
import { insertJobs } from "./insert-jobs.ts";
import { OutcomeWriter } from "./outcome-writer.ts";
import { asBossDb, GIVEN_UP, type JobAttempt, type PgBoss, QUEUE } from "./queue.ts";
import { redriveFailures } from "./redrive-failures.ts";
import { readStats } from "./stats.ts";

/** Milliseconds between two looks at jobs that pg-boss gave up. */
const GIVEN_UP_EVERY_MS = 5000;

/** Jobs given up that are written down in one go. */
const GIVEN_UP_AT_ONCE = 50;

/**
 * A PostgreSQL database as a store of jobs, for any number of processes on any number of machines. pg-boss hands the
 * jobs out; a claim that lapsed (a worker killed, frozen, cut off) ends nothing, since every end is fenced to the
 * attempt that was handed out. The records and the job's end are one transaction.
 */
export class PostgresJobStore implements JobStore {
  readonly #database: Database;
  readonly #boss: PgBoss;
  readonly #outcomes: OutcomeWriter;
  readonly #claims = new WeakMap<Job, JobAttempt>();
  #lastGivenUp = 0;

  /** @param version of the pipeline that does the work */
  constructor(database: Database, boss: PgBoss, version: string) {
    this.#database = database;
    this.#boss = boss;
    this.#outcomes = new OutcomeWriter(version);
  }

  async claim(): Promise<Job | null> {
    if (Date.now() - this.#lastGivenUp >= GIVEN_UP_EVERY_MS) await this.writeDownGivenUp();
    const [fetched] = await this.#boss.fetch<Job>(QUEUE, { db: asBossDb(this.#database) });
    if (fetched === undefined) return null;
    const job: Job = fetched.data;
    this.#claims.set(job, { id: fetched.id, retryCount: fetched.retryCount });
    return job;
  }

  async heartbeat(job: Job): Promise<boolean> {
    const claim = this.#claims.get(job);
    if (claim === undefined) return false;
    await this.#boss.touch(QUEUE, claim, { db: asBossDb(this.#database) });
    return this.#stateIs("active", QUEUE, claim, this.#database);
  }

  complete(job: Job, records: readonly MemoRecord[]): Promise<boolean> {
    const output = { records: records.length };
    return this.#end(job, output, (tx) => this.#outcomes.writeRecords(tx, job.sha256, records));
  }

  fail(job: Job, { code, message }: Failure): Promise<boolean> {
    const output = { failure: code };
    return this.#end(job, output, (tx) => this.#outcomes.writeFailure(tx, job.sha256, { code, message }));
  }

  /** As a new job ahead of those that wait, so that it may be begun as often as any other. */
  async release(job: Job): Promise<void> {
    await this.#end(job, { released: true }, (tx) => insertJobs(this.#boss, tx, [job], { ahead: true }));
  }

  stats(): Promise<JobStats> {
    return readStats(this.#database);
  }

  redrive(reason?: FailureCode): Promise<number> {
    return redriveFailures(this.#database, this.#boss, reason);
  }

  /** Writes a failure for each document that took down as many workers as it may. */
  async writeDownGivenUp(): Promise<void> {
    this.#lastGivenUp = Date.now();
    const options = { batchSize: GIVEN_UP_AT_ONCE, includeMetadata: true as const, db: asBossDb(this.#database) };
    for (const letter of await this.#boss.fetch<Job>(GIVEN_UP, options)) {
      const times = (letter.sourceRetryCount ?? 0) + 1;
      const message = `Work on the file was begun ${times} times, and each time its worker fell silent.`;
      await this.#database.transaction(async (tx) => {
        if (!(await this.#endedBy(GIVEN_UP, letter, { message }, tx))) return;
        await this.#outcomes.writeFailure(tx, letter.data.sha256, { code: "worker-crashed", message });
      });
    }
  }

  /** Ends a job and writes what came of it, both or neither. */
  async #end(job: Job, output: object, write: (tx: Queryable) => Promise<void>): Promise<boolean> {
    const claim = this.#claims.get(job);
    if (claim === undefined) return false;
    const kept = await this.#database.transaction(async (tx) => {
      const ended = await this.#endedBy(QUEUE, claim, output, tx);
      if (ended) await write(tx);
      return ended;
    });
    this.#claims.delete(job);
    return kept;
  }

  /**
   * Ends a job where the claim still holds. True as well where it did so before: the transaction may be a second try
   * after the answer to a first one's commit was lost.
   */
  async #endedBy(queue: string, { id, retryCount }: JobAttempt, output: object, tx: Queryable): Promise<boolean> {
    const claim = { id, retryCount };
    await this.#boss.complete(queue, claim, output, { db: asBossDb(tx) });
    return this.#stateIs("completed", queue, claim, tx);
  }

  /** Each time that a job is handed out it has another count. */
  async #stateIs(state: "active" | "completed", queue: string, claim: JobAttempt, on: Queryable): Promise<boolean> {
    const [job] = await this.#boss.findJobs(queue, { id: claim.id, db: asBossDb(on) });
    return job?.state === state && job.retryCount === claim.retryCount;
  }
}
