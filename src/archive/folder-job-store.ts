import { rm } from "node:fs/promises";
import { basename } from "node:path";
import { type Failure, type FailureCode, MemoError } from "../model/failure.ts";
import { append } from "../model/long-lists.ts";
import type { MemoRecord } from "../model/record.ts";
import { archiveStats } from "./archive-stats.ts";
import { type FoundFile, hasVanished } from "./find-files.ts";
import type { InputFile, InputQueue } from "./input-queue.ts";
import { type Job, type JobStats, type JobStore, OF_THE_MOMENT, OF_THE_PATH } from "./job-store.ts";
import { listFailures } from "./listing.ts";
import type { ArchivePaths } from "./paths.ts";
import { unlessDamaged } from "./read-json.ts";
import { haveRecords, removeRecords, writeRecords } from "./records.ts";
import { RunStopped } from "./run-stopped.ts";
import {
  type FailureEntry,
  mergedNames,
  readFailure,
  readSource,
  type SourceEntry,
  writeFailure,
  writeSource,
} from "./sources.ts";

/** Why a file is passed over: its outcome stands; it does under another name; it was made by another pipeline. */
export type SkipReason = "done" | "duplicate" | "outdated";

/** Hears of files that become no job. */
export interface InputListener {
  /** @param failure why the content gave no record; null where it gave some, or is being worked on */
  onSkipped(path: string, why: SkipReason, failure: FailureCode | null): void;
  /** The file could not be read, and the reason has been written. */
  onUnreadable(path: string, error: MemoError): void;
}

export interface FolderStoreOptions {
  /** Of the pipeline that works now. */
  readonly version: string;
  /** Whether contents that another version of the pipeline did are done again. */
  readonly redo: boolean;
}

/** A job that was handed out, with all names under which its content was found meanwhile. */
interface Claim {
  readonly job: Job;
  readonly before: SourceEntry | null;
  readonly names: Set<string>;
}

/**
 * An archive folder as a store of jobs, for the one process that holds the folder's lock. Claims are in memory: when
 * the process dies they are gone, and what they would have done is found not done.
 */
export class FolderJobStore implements JobStore {
  readonly #paths: ArchivePaths;
  readonly #options: FolderStoreOptions;
  readonly #listener: InputListener;
  readonly #inputs: InputQueue;
  readonly #claims = new Map<string, Claim>();
  /** Contents whose failure does not count any more. */
  readonly #redriven = new Set<string>();
  #claiming: Promise<unknown> = Promise.resolve();

  constructor(paths: ArchivePaths, inputs: InputQueue, options: FolderStoreOptions, listener: InputListener) {
    this.#paths = paths;
    this.#inputs = inputs;
    this.#options = options;
    this.#listener = listener;
  }

  /** One claim after the other, so that two names of one content never become two jobs. */
  claim(): Promise<Job | null> {
    const claimed = this.#claiming.then(() => this.#claimNext());
    this.#claiming = claimed.catch(() => null);
    return claimed;
  }

  /** More files, to be claimed after those that wait. */
  add(found: readonly FoundFile[]): void {
    this.#inputs.add(found);
  }

  async heartbeat(job: Job): Promise<boolean> {
    return this.#claims.has(job.sha256);
  }

  async complete(job: Job, records: readonly MemoRecord[]): Promise<boolean> {
    const claim = this.#claims.get(job.sha256);
    if (claim === undefined) return false;
    const { sha256 } = job;
    const { before } = claim;
    // Whoever is killed while one record takes another's place leaves neither to be taken for somebody else's.
    const seals = await writeRecords(this.#paths, sha256, records, async (pending) => {
      if (before !== null) await writeSource(this.#paths, { ...before, pending });
    });
    await rm(this.#paths.failure(sha256), { force: true });
    await this.#end(claim, { outcome: { records: records.length }, seals });
    return true;
  }

  async fail(job: Job, failure: Failure): Promise<boolean> {
    const claim = this.#claims.get(job.sha256);
    if (claim === undefined) return false;
    if (OF_THE_PATH.has(failure.code)) return this.#failPath(claim, failure);
    if (claim.before !== null && "records" in claim.before.outcome) {
      // Records that were made before are worth more than the news that they could not be made again.
      this.#claims.delete(job.sha256);
      return true;
    }
    await removeRecords(this.#paths, job.sha256);
    await this.#end(claim, { outcome: { failure: failure.code } }, failure);
    return true;
  }

  async release(job: Job): Promise<void> {
    this.#claims.delete(job.sha256);
  }

  /** Files not looked at yet. */
  get waiting(): number {
    return this.#inputs.waiting;
  }

  async stats(): Promise<JobStats> {
    const { done, records, failed } = await archiveStats(this.#paths);
    return { waiting: this.waiting, active: this.#claims.size, done, records, failed };
  }

  /** @param only the names of failures; all where it is not said */
  async redrive(reason?: FailureCode, only?: ReadonlySet<string>): Promise<number> {
    const paths: string[] = [];
    let count = 0;
    for (const name of await listFailures(this.#paths)) {
      if (only?.has(name) === false) continue;
      const failure = await readFailure(this.#paths, name);
      if (failure === null || (reason !== undefined && failure.code !== reason)) continue;
      count += 1;
      append(paths, failure.names);
      if (failure.sha256 !== null) this.#redriven.add(failure.sha256);
    }
    this.add(paths.map(foundByName));
    return count;
  }

  async #claimNext(): Promise<Job | null> {
    for (let file = await this.#inputs.next(); file !== null; file = await this.#inputs.next()) {
      const job = await this.#jobOf(file);
      if (job !== null) return job;
    }
    return null;
  }

  async #jobOf({ path, home, content }: InputFile): Promise<Job | null> {
    if (content instanceof MemoError) {
      await this.#writePathFailure(path, home, content);
      this.#listener.onUnreadable(path, content);
      return null;
    }
    const { sha256, bytes } = content;
    await rm(this.#paths.pathFailure(path), { force: true });
    const active = this.#claims.get(sha256);
    if (active !== undefined) {
      active.names.add(path);
      this.#listener.onSkipped(path, "duplicate", null);
      return null;
    }
    const before = await this.#entryOf(sha256);
    if (before !== null && (await this.#stands(before))) {
      await this.#addName(before, path);
      this.#listener.onSkipped(path, this.#skipReason(before, path), failureIn(before));
      return null;
    }
    const job: Job = { sha256, bytes, location: path, name: basename(path), home };
    this.#claims.set(sha256, { job, before, names: new Set([path]) });
    this.#redriven.delete(sha256);
    return job;
  }

  /** An entry that is damaged tells nothing: its content is done again. */
  #entryOf(sha256: string): Promise<SourceEntry | null> {
    return unlessDamaged(readSource(this.#paths, sha256));
  }

  /** Whether what an entry tells of is there, and is to stay. */
  async #stands(entry: SourceEntry): Promise<boolean> {
    const { sha256, outcome, pipelineVersion } = entry;
    if (entry.pending !== undefined) return false;
    if (this.#options.redo && pipelineVersion !== this.#options.version) return false;
    if ("records" in outcome) return haveRecords(this.#paths, sha256, outcome.records);
    if (OF_THE_MOMENT.has(outcome.failure)) return false;
    return !this.#redriven.has(sha256) && (await this.#failureOf(sha256)) !== null;
  }

  #skipReason(entry: SourceEntry, path: string): SkipReason {
    if (!entry.names.includes(path)) return "duplicate";
    return entry.pipelineVersion === this.#options.version ? "done" : "outdated";
  }

  async #addName(entry: SourceEntry, path: string): Promise<void> {
    if (entry.names.includes(path)) return;
    const names = mergedNames(entry.names, [path]);
    const failure = "failure" in entry.outcome ? await this.#failureOf(entry.sha256) : null;
    if (failure !== null) await writeFailure(this.#paths, { ...failure, names });
    await writeSource(this.#paths, { ...entry, names });
  }

  #failureOf(sha256: string): Promise<FailureEntry | null> {
    return unlessDamaged(readFailure(this.#paths, sha256));
  }

  /** The job's end: when its entry stands, the content is done. Names found while it is written are added at once. */
  async #end(claim: Claim, result: Pick<SourceEntry, "outcome" | "seals">, failure?: Failure): Promise<void> {
    const { sha256, bytes, name } = claim.job;
    let names: string[];
    do {
      names = namesOf(claim);
      if (failure !== undefined) {
        const { code, message } = failure;
        await writeFailure(this.#paths, { code, message, source: name, sha256, bytes, names });
      }
      await writeSource(this.#paths, { sha256, bytes, names, pipelineVersion: this.#options.version, ...result });
    } while (names.length !== namesOf(claim).length);
    this.#claims.delete(sha256);
  }

  /** The file went while it was worked on. Its content may still be had under another name. */
  async #failPath({ job, names }: Claim, failure: Failure): Promise<boolean> {
    await this.#writePathFailure(job.location, job.home, failure);
    this.#claims.delete(job.sha256);
    this.add([...names].filter((name) => name !== job.location).map(foundByName));
    return true;
  }

  /** @throws RunStopped if all the files it stood among are gone as well */
  async #writePathFailure(
    path: string,
    home: string | null,
    failure: Pick<Failure, "code" | "message">,
  ): Promise<void> {
    const { code, message } = failure;
    if (home !== null && code !== "file-too-large" && (await hasVanished(home))) {
      throw new RunStopped(
        `The folder ${JSON.stringify(home)} has vanished. The same command goes on when it is back.`,
      );
    }
    const entry = { code, message, source: basename(path), sha256: null, bytes: null, names: [path] };
    await writeFailure(this.#paths, entry);
  }
}

function namesOf(claim: Claim): string[] {
  return mergedNames(claim.before?.names ?? [], claim.names);
}

function failureIn({ outcome }: SourceEntry): FailureCode | null {
  return "failure" in outcome ? outcome.failure : null;
}

function foundByName(path: string): FoundFile {
  return { path, home: null, refused: null };
}
