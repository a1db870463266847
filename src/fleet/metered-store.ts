import { performance } from "node:perf_hooks";
import type { Job, JobStats, JobStore } from "../archive/job-store.ts";
import type { Failure, FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";

/** Hears how jobs end. */
export interface Meter {
  begun(): void;
  completed(seconds: number, records: readonly MemoRecord[]): void;
  failed(seconds: number, code: FailureCode): void;
  /** The claim had gone to somebody else, or the job was given back. */
  lost(): void;
}

/** A store that tells a meter what passes through it. */
export class MeteredJobStore implements JobStore {
  readonly #store: JobStore;
  readonly #meter: Meter;
  readonly #begun = new WeakMap<Job, number>();

  constructor(store: JobStore, meter: Meter) {
    this.#store = store;
    this.#meter = meter;
  }

  async claim(except?: ReadonlySet<string>): Promise<Job | null> {
    const job = await this.#store.claim(except);
    if (job === null) return null;
    this.#begun.set(job, performance.now());
    this.#meter.begun();
    return job;
  }

  heartbeat(job: Job): Promise<boolean> {
    return this.#store.heartbeat(job);
  }

  async complete(job: Job, records: readonly MemoRecord[]): Promise<boolean> {
    const kept = await this.#store.complete(job, records);
    if (kept) this.#meter.completed(this.#secondsOf(job), records);
    else this.#meter.lost();
    return kept;
  }

  async fail(job: Job, failure: Failure): Promise<boolean> {
    const kept = await this.#store.fail(job, failure);
    if (kept) this.#meter.failed(this.#secondsOf(job), failure.code);
    else this.#meter.lost();
    return kept;
  }

  async release(job: Job): Promise<void> {
    await this.#store.release(job);
    this.#meter.lost();
  }

  stats(): Promise<JobStats> {
    return this.#store.stats();
  }

  redrive(reason?: FailureCode): Promise<number> {
    return this.#store.redrive(reason);
  }

  #secondsOf(job: Job): number {
    return (performance.now() - (this.#begun.get(job) ?? performance.now())) / 1000;
  }
}
