import { open } from "node:fs/promises";
import { join, relative } from "node:path";
import { MemoError } from "../model/failure.ts";
import { hashInput } from "../workers/read-input.ts";
import { csvLines, failureLines, recordLines } from "./indexes.ts";
import { listFailures, listMemos, listSources, namesIn } from "./listing.ts";
import { type ArchivePaths, type MemoKey, memoKeyOf, memoKeysOf, nameOf } from "./paths.ts";
import { ArchiveDamaged, exists } from "./read-json.ts";
import { readRecord } from "./records.ts";
import { brokenLine, readEvents } from "./review-log.ts";
import { isMachineChanged, recordState } from "./seals.ts";
import { readFailure, readSource, type SourceEntry } from "./sources.ts";
import { isTemporary } from "./write-file-atomically.ts";

const CHANGED =
  "was changed by another hand than this program's; once it is removed, the next `batch` reads the memo again";
const UNFINISHED = "was left half-written; the next `batch` mends it";
const SET_ASIDE = "is a record that was changed by another hand, put aside when the memo was read again";

/** Something in an archive that is not as it should be. */
export interface Fault {
  /** Within the archive; for an original its own path. */
  readonly path: string;
  readonly problem: string;
}

export interface VerifyOptions {
  /** Whether the original files are read again and compared by hash. */
  readonly originals: boolean;
}

/** Compares all parts of an archive with one another. Changes nothing. */
export async function* verifyArchive(paths: ArchivePaths, options: VerifyOptions): AsyncGenerator<Fault> {
  const faults = new Faults(paths);
  yield* faults.inSources(options);
  yield* faults.inRecords();
  yield* faults.inChanged();
  yield* faults.inFailures();
  yield* faults.inIndexes();
  yield* faults.strays();
}

class Faults {
  readonly #paths: ArchivePaths;

  constructor(paths: ArchivePaths) {
    this.#paths = paths;
  }

  /** Each content has the outcome that its entry tells of. */
  async *inSources({ originals }: VerifyOptions): AsyncGenerator<Fault> {
    for await (const sha256 of listSources(this.#paths)) {
      const path = this.#paths.source(sha256);
      const entry = await this.#read(() => readSource(this.#paths, sha256));
      if ("problem" in entry) yield entry;
      else if (entry.value === null || entry.value.sha256 !== sha256)
        yield this.#fault(path, "is not named by its hash");
      else {
        yield* this.#inOutcome(entry.value);
        if (originals) yield* this.#inOriginals(entry.value);
      }
    }
  }

  async *inRecords(): AsyncGenerator<Fault> {
    for await (const key of listMemos(this.#paths)) {
      const path = this.#paths.record(key);
      const record = await this.#read(() => readRecord(this.#paths, key));
      if ("problem" in record) yield record;
      else if (record.value?.source.sha256 !== key.sha256)
        yield this.#fault(path, "is of another file than its name says");
      const source = await this.#read(() => readSource(this.#paths, key.sha256));
      if ("problem" in source) continue;
      if (!tellsOf(source.value, nameOf(key))) yield this.#fault(path, "is told of by no source");
      else if (source.value !== null) yield* this.#inSeals(key, source.value);
    }
  }

  /** What was written stands unchanged: the record, and where people decided on it, the machine's and their log. */
  async *#inSeals(key: MemoKey, entry: SourceEntry): AsyncGenerator<Fault> {
    const log = await this.#read(() => readEvents(this.#paths, key));
    if ("problem" in log) {
      yield log;
      return;
    }
    const events = log.value;
    const state = await recordState(this.#paths, key, entry, events);
    const isSealed = await exists(this.#paths.sealed);
    if (state === "changed") yield this.#fault(this.#paths.record(key), CHANGED);
    else if (state === "unfinished") yield this.#fault(this.#paths.record(key), UNFINISHED);
    else if (state === "unsealed" && isSealed) yield this.#fault(this.#paths.record(key), "has lost its hash");
    if (events.length === 0) return;
    if (await isMachineChanged(this.#paths, key, entry, events))
      yield this.#fault(this.#paths.machineRecord(key), "was changed by another hand than this program's");
    const line = await brokenLine(this.#paths, key);
    if (line !== null)
      yield this.#fault(this.#paths.reviews(key), `was changed: line ${line} does not follow from those before it`);
  }

  /** Records that somebody else changed, put aside since. */
  async *inChanged(): AsyncGenerator<Fault> {
    for (const name of (await namesIn(this.#paths.changedRecords)).toSorted())
      yield this.#fault(join(this.#paths.changedRecords, name), SET_ASIDE);
  }

  async *inFailures(): AsyncGenerator<Fault> {
    for (const name of await listFailures(this.#paths)) {
      const path = this.#paths.failure(name);
      const failure = await this.#read(() => readFailure(this.#paths, name));
      if ("problem" in failure) {
        yield failure;
        continue;
      }
      const { sha256 = null, names = [], code } = failure.value ?? {};
      const expected = sha256 === null ? this.#paths.pathFailure(names[0] ?? "") : this.#paths.failure(sha256);
      if (expected !== path) yield this.#fault(path, "is not named by its hash");
      if (sha256 === null) continue;
      const source = await this.#read(() => readSource(this.#paths, sha256));
      const outcome = "problem" in source ? undefined : source.value?.outcome;
      const told = outcome !== undefined && "failure" in outcome ? outcome.failure : undefined;
      if (told !== code) yield this.#fault(path, "is told of by no source");
    }
  }

  /** The indexes are what records and failures give. */
  async *inIndexes(): AsyncGenerator<Fault> {
    const indexes = [
      [this.#paths.recordsIndex, recordLines(this.#paths)],
      [this.#paths.csvIndex, csvLines(this.#paths)],
      [this.#paths.failureIndex, failureLines(this.#paths)],
    ] as const;
    for (const [path, lines] of indexes) {
      if (path === this.#paths.failureIndex && (await this.#isFromBefore(path))) continue;
      try {
        if (!(await isMadeOf(path, lines)))
          yield this.#fault(path, "is not what the archive gives; the next `batch` mends it");
      } catch (error) {
        if (!(error instanceof ArchiveDamaged)) throw error;
      }
    }
  }

  /** Whether an archive is from before it had such a file. */
  async #isFromBefore(path: string): Promise<boolean> {
    return !(await exists(path)) && !(await exists(this.#paths.sealed));
  }

  /** Files that have no business in an archive. */
  async *strays(): AsyncGenerator<Fault> {
    const room = this.#paths.room("records");
    for (const shard of await namesIn(room)) {
      for (const name of await namesIn(join(room, shard))) {
        if (isTemporary(name))
          yield this.#fault(join(room, shard, name), "was left half-written; the next `batch` removes it");
        else if (memoKeyOf(name)?.sha256.startsWith(shard) !== true)
          yield this.#fault(join(room, shard, name), "is no record");
      }
    }
  }

  async *#inOutcome({ sha256, outcome }: SourceEntry): AsyncGenerator<Fault> {
    const expected =
      "failure" in outcome
        ? [this.#paths.failure(sha256)]
        : memoKeysOf(sha256, outcome.records).map((key) => this.#paths.record(key));
    for (const path of expected) {
      if (!(await exists(path))) yield this.#fault(path, "is missing: the source tells of it");
    }
  }

  async *#inOriginals({ sha256, names }: SourceEntry): AsyncGenerator<Fault> {
    for (const path of names) {
      const found = await hashInput(path, Number.POSITIVE_INFINITY).catch((error: unknown) => {
        if (error instanceof MemoError) return null;
        throw error;
      });
      if (found === null) yield { path, problem: "the original is not there any more" };
      else if (found.sha256 !== sha256) yield { path, problem: "the original has been changed" };
    }
  }

  #fault(path: string, problem: string): Fault {
    return { path: relative(this.#paths.root, path), problem };
  }

  async #read<T>(read: () => Promise<T>): Promise<{ readonly value: T } | Fault> {
    try {
      return { value: await read() };
    } catch (error) {
      if (error instanceof ArchiveDamaged) return this.#fault(error.path, error.reason);
      throw error;
    }
  }
}

/** Whether a source's outcome holds a record of this name. */
function tellsOf(source: SourceEntry | null, name: string): boolean {
  if (source === null || "failure" in source.outcome) return false;
  return memoKeysOf(source.sha256, source.outcome.records).some((key) => nameOf(key) === name);
}

/** Compares a file, which may be larger than memory, with the pieces it should be made of. */
async function isMadeOf(path: string, pieces: AsyncIterable<string>): Promise<boolean> {
  if (!(await exists(path))) return false;
  const file = await open(path, "r");
  try {
    for await (const piece of pieces) {
      const expected = Buffer.from(piece);
      const { bytesRead, buffer } = await file.read(Buffer.alloc(expected.length));
      if (bytesRead !== expected.length || !buffer.equals(expected)) return false;
    }
    return (await file.read(Buffer.alloc(1))).bytesRead === 0;
  } finally {
    await file.close();
  }
}
