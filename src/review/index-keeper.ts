import { stat } from "node:fs/promises";
import { rebuildIndexes } from "../archive/indexes.ts";
import { namesIn } from "../archive/listing.ts";
import { tellHolder } from "../archive/lock.ts";
import type { ArchivePaths } from "../archive/paths.ts";

/** Milliseconds after a decision: the next one often comes within a second, and a large archive is read whole. */
const QUIET_MS = 1500;

/** A large archive is read for seconds: of a clerk's time that takes a tenth at most. */
const SHARE = 10;

/** Milliseconds after a start: a clerk who has just opened the desk has better use for its processor. */
const OPENING_MS = 5000;

/** Milliseconds until it is tried again while a run writes into the archive. */
const BUSY_MS = 5000;

/** Makes the archive's indexes follow what is decided on the desk. A run that writes makes them at its own end. */
export class IndexKeeper {
  readonly #paths: ArchivePaths;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  /** Milliseconds that the last time took. */
  #took = 0;
  #working: Promise<void> = Promise.resolve();

  constructor(paths: ArchivePaths, onError: (error: unknown) => void) {
    this.#paths = paths;
    this.#onError = onError;
  }

  /** Something was decided. */
  later(after = Math.max(QUIET_MS, SHARE * this.#took)): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#working = this.#working.then(() => this.#rebuild()).catch(this.#onError);
    }, after);
  }

  /** The indexes are made if records are younger: a desk or run before may have been killed. */
  async open(): Promise<void> {
    if (await this.#isStale()) this.later(OPENING_MS);
  }

  /** What waits is done before this returns. */
  async close(): Promise<void> {
    const isDue = this.#timer !== null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#working;
    if (isDue && (await tellHolder(this.#paths)) === null) await rebuildIndexes(this.#paths).catch(this.#onError);
  }

  async #rebuild(): Promise<void> {
    if ((await tellHolder(this.#paths)) !== null) return this.later(BUSY_MS);
    const begun = performance.now();
    let before: string;
    do {
      before = await this.#stamp();
      await rebuildIndexes(this.#paths);
    } while (before !== (await this.#stamp()));
    this.#took = performance.now() - begun;
  }

  /** Another where any record was written since. */
  async #stamp(): Promise<string> {
    return (await this.#times()).join(" ");
  }

  async #isStale(): Promise<boolean> {
    const index = await stat(this.#paths.csvIndex).catch(() => null);
    return index === null || (await this.#times()).some((time) => time > index.mtimeMs);
  }

  /** When each folder of records, and that of failures, had a file written, in milliseconds. */
  async #times(): Promise<number[]> {
    const shards = (await namesIn(this.#paths.room("records"))).toSorted();
    const folders = [...shards.map((name) => this.#paths.room("records", name)), this.#paths.failures];
    const found = await Promise.all(folders.map((folder) => stat(folder).catch(() => null)));
    return found.map((one) => one?.mtimeMs ?? 0);
  }
}
