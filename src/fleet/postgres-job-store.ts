import type { Job, JobStats, JobStore } from "../archive/job-store.ts";
import type { Failure, FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { Database, Queryable, Row } from "./database.ts";
import { type FleetJob, insertJobs } from "./insert-jobs.ts";
import { groupOf } from "./job-group.ts";
import { type Effort, OutcomeWriter } from "./outcome-writer.ts";
import { asBossDb, GIVEN_UP, type JobAttempt, type PgBoss, QUEUE } from "./queue.ts";
import { redriveFailures } from "./redrive-failures.ts";
import { readStats } from "./stats.ts";

/** Milliseconds between two looks at jobs that pg-boss gave up. */
const GIVEN_UP_EVERY_MS = 5000;

/** Jobs given up that are written down in one go. */
const GIVEN_UP_AT_ONCE = 50;

/** Milliseconds for which jobs that another version is to do are passed over unseen: it may be asked otherwise by then. */
const FOREIGN_FOR_MS = 30_000;

/** A job that was handed out. */
interface Claim {
  readonly attempt: JobAttempt;
  readonly wantedVersion: string | null;
  /** Milliseconds since the process began. */
  readonly begun: number;
}

/**
 * A PostgreSQL database as a store of jobs, for any number of processes on any number of machines. pg-boss hands the
 * jobs out; a claim that lapsed (a worker killed, frozen, cut off) ends nothing, since every end is fenced to the
 * attempt that was handed out. The records and the job's end are one transaction.
 */
export class PostgresJobStore implements JobStore {
  readonly #database: Database;
  readonly #boss: PgBoss;
  readonly #outcomes: OutcomeWriter;
  readonly #version: string;
  readonly #onForeign: (version: string) => void;
  readonly #claims = new WeakMap<Job, Claim>();
  /** Groups of jobs that another version is to do, and until when they are passed over. */
  readonly #foreign = new Map<string, number>();
  #lastGivenUp = 0;

  /**
   * @param version of the pipeline that does the work
   * @param onForeign told of another version when a job is met that it alone is to do; the job is left to it
   */
  constructor(database: Database, boss: PgBoss, version: string, onForeign: (version: string) => void = () => {}) {
    this.#database = database;
    this.#boss = boss;
    this.#version = version;
    this.#onForeign = onForeign;
    this.#outcomes = new OutcomeWriter(version);
  }

  async claim(except: ReadonlySet<string> = new Set()): Promise<Job | null> {
    if (Date.now() - this.#lastGivenUp >= GIVEN_UP_EVERY_MS) await this.writeDownGivenUp();
    for (;;) {
      const job = await this.#claimAny(except);
      if (job === null) return null;
      const wantedVersion = this.#claims.get(job)?.wantedVersion ?? null;
      if (wantedVersion === null || wantedVersion === this.#version) return job;
      this.#onForeign(wantedVersion);
      this.#foreign.set(groupOf(job.home, wantedVersion), Date.now() + FOREIGN_FOR_MS);
      // Behind the others: what was queued as its like may be to be done by this version by now.
      await this.#giveBack(job, { ahead: false });
    }
  }

  async #claimAny(except: ReadonlySet<string>): Promise<Job | null> {
    const ignoreGroups = this.#ignored(except);
    const [fetched] = await this.#boss.fetch<Job>(QUEUE, { db: asBossDb(this.#database), ignoreGroups });
    if (fetched === undefined) return null;
    const { wantedVersion, ...job } = await this.#asKnownNow(fetched.data);
    const attempt = { id: fetched.id, retryCount: fetched.retryCount };
    this.#claims.set(job, { attempt, wantedVersion, begun: performance.now() });
    return job;
  }

  /** Where the document is and who is to do it may have changed since its job was queued. */
  async #asKnownNow(job: Job): Promise<FleetJob> {
    const [known] = await this.#database.query<Pick<FleetJob, "location" | "name" | "home" | "wantedVersion"> & Row>(
      `SELECT location, name, home, wanted_version AS "wantedVersion" FROM hausmitteilung.document WHERE sha256 = $1`,
      [job.sha256],
    );
    return { ...job, home: null, wantedVersion: null, ...known };
  }

  #ignored(homes: ReadonlySet<string>): string[] {
    const now = Date.now();
    for (const [group, until] of this.#foreign) if (until <= now) this.#foreign.delete(group);
    const closed = [...homes].flatMap((home) => [groupOf(home, null), groupOf(home, this.#version)]);
    return [...closed, ...this.#foreign.keys()];
  }

  async heartbeat(job: Job): Promise<boolean> {
    const attempt = this.#claims.get(job)?.attempt;
    if (attempt === undefined) return false;
    await this.#boss.touch(QUEUE, attempt, { db: asBossDb(this.#database) });
    return this.#stateIs("active", QUEUE, attempt, this.#database);
  }

  complete(job: Job, records: readonly MemoRecord[]): Promise<boolean> {
    const output = { records: records.length };
    return this.#end(job, output, (tx, claim) => this.#outcomes.writeRecords(tx, job.sha256, records, effortOf(claim)));
  }

  fail(job: Job, { code, message }: Failure): Promise<boolean> {
    const output = { failure: code };
    return this.#end(job, output, (tx, claim) =>
      this.#outcomes.writeFailure(tx, job.sha256, { code, message }, effortOf(claim)),
    );
  }

  /** As a new job ahead of those that wait, so that it may be begun as often as any other. */
  release(job: Job): Promise<void> {
    return this.#giveBack(job, { ahead: true });
  }

  /** The job that was handed out goes: nothing came of it that a count of ended jobs should tell. */
  async #giveBack(job: Job, options: { readonly ahead: boolean }): Promise<void> {
    await this.#end(job, { released: true }, async (tx, { attempt, wantedVersion }) => {
      await this.#boss.deleteJob(QUEUE, attempt.id, { db: asBossDb(tx) });
      await insertJobs(this.#boss, tx, [{ ...job, wantedVersion }], options);
    });
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
        await this.#outcomes.writeFailure(
          tx,
          letter.data.sha256,
          { code: "worker-crashed", message },
          { attempts: times, seconds: null },
        );
      });
    }
  }

  /** Ends a job and writes what came of it, both or neither. */
  async #end(job: Job, output: object, write: (tx: Queryable, claim: Claim) => Promise<void>): Promise<boolean> {
    const claim = this.#claims.get(job);
    if (claim === undefined) return false;
    const kept = await this.#database.transaction(async (tx) => {
      const ended = await this.#endedBy(QUEUE, claim.attempt, output, tx);
      if (ended) await write(tx, claim);
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

function effortOf({ attempt, begun }: Claim): Effort {
  return { attempts: attempt.retryCount + 1, seconds: (performance.now() - begun) / 1000 };
}
