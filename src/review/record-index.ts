import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readUnchecked } from "../archive/indexes.ts";
import { namesIn } from "../archive/listing.ts";
import { type ArchivePaths, memoKeyOf, nameOf } from "../archive/paths.ts";
import { ArchiveDamaged, unlessDamaged } from "../archive/read-json.ts";
import { readSource } from "../archive/sources.ts";
import { inOrder } from "../workers/in-order.ts";
import type { RecordList, RecordRow, Sort } from "./protocol.ts";
import { compareRows, type ListedRecord, listed, sorterOf } from "./rows.ts";
import { type Criteria, countsOf, matcherOf, yearsOf } from "./search.ts";

/** What the list is asked for. */
export interface RecordQuery extends Criteria {
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

/** Files read at once. */
const READS = 32;

/** Milliseconds after which folders are looked at again: a batch may be writing. */
const FRESH_MS = 2000;

/** A folder that changed so short before it was read may have changed within one tick of its clock since. */
const TICK_MS = 50;

interface Shard {
  readonly changed: number;
  readonly records: ReadonlyMap<string, ListedRecord & { readonly written: number }>;
}

/** All records of an archive, in memory as far as the list shows and searches them: some 5 kB each. */
export class RecordIndex {
  readonly #paths: ArchivePaths;
  readonly #onDamaged: (error: ArchiveDamaged) => void;
  readonly #shards = new Map<string, Shard>();
  readonly #folders = new Map<string, Promise<string | null>>();
  #sorted: readonly ListedRecord[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | null = null;

  constructor(paths: ArchivePaths, onDamaged: (error: ArchiveDamaged) => void) {
    this.#paths = paths;
    this.#onDamaged = onDamaged;
  }

  async list(query: RecordQuery): Promise<RecordList> {
    await this.refresh();
    const matching = this.#sorted.filter(matcherOf(query));
    const compare = sorterOf(query.sort);
    const found = query.sort === "urgency" ? matching : matching.sort((a, b) => compare(a.row, b.row));
    return {
      total: found.length,
      counts: countsOf(this.#sorted),
      years: yearsOf(this.#sorted),
      rows: await Promise.all(
        found.slice(query.offset, query.offset + query.limit).map(({ row }) => this.#withFolder(row)),
      ),
    };
  }

  /** Only of rows that are shown: to read where each of 10,000 files was found takes longer than to open the desk. */
  async #withFolder(row: RecordRow): Promise<RecordRow> {
    const { sha256 = "" } = memoKeyOf(`${row.key}.json`) ?? {};
    const known = this.#folders.get(sha256) ?? folderOf(this.#paths, sha256, row.file);
    this.#folders.set(sha256, known);
    return { ...row, folder: await known };
  }

  /** Something was written: the next list looks. */
  invalidate(): void {
    this.#lookedAt = Number.NEGATIVE_INFINITY;
  }

  /** Reads what changed since it was last looked at. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#lookedAt < FRESH_MS) return;
    this.#refreshing ??= this.#look().finally(() => {
      this.#refreshing = null;
    });
    await this.#refreshing;
  }

  async #look(): Promise<void> {
    let isChanged = false;
    for (const name of await namesIn(this.#paths.room("records"))) {
      if (/^[0-9a-f]{2}$/u.test(name) && (await this.#lookInto(name))) isChanged = true;
    }
    if (isChanged) {
      const all = [...this.#shards.values()].flatMap(({ records }) => [...records.values()]);
      this.#sorted = all.sort((a, b) => compareRows(a.row, b.row));
    }
    this.#lookedAt = performance.now();
  }

  async #lookInto(name: string): Promise<boolean> {
    const folder = this.#paths.room("records", name);
    const known = this.#shards.get(name);
    const changed = (await stat(folder)).mtimeMs;
    if (known?.changed === changed) return false;
    const isSettled = Date.now() - changed > TICK_MS;
    const records = new Map<string, ListedRecord & { written: number }>();
    const reviews = new Set(await namesIn(this.#paths.room("reviews", name)));
    for await (const [file, record] of inOrder(await namesIn(folder), READS, async (file) => {
      return [file, await this.#read(folder, file, reviews, known)] as const;
    })) {
      if (record !== null) records.set(file, record);
    }
    this.#shards.set(name, { changed: isSettled ? changed : Number.NaN, records });
    return true;
  }

  async #read(folder: string, file: string, reviews: ReadonlySet<string>, known: Shard | undefined) {
    const key = memoKeyOf(file);
    if (key === null || !file.endsWith(".json")) return null;
    const written = (await stat(join(folder, file))).mtimeMs;
    const old = known?.records.get(file);
    if (old?.written === written) return old;
    try {
      const record = await readUnchecked(this.#paths.record(key));
      return { ...listed(nameOf(key), record, reviews.has(`${nameOf(key)}.ndjson`)), written };
    } catch (error) {
      if (!(error instanceof ArchiveDamaged)) throw error;
      this.#onDamaged(error);
      return null;
    }
  }
}

/** The last folder of the path that a file was found under; null where the archive tells none. */
async function folderOf(paths: ArchivePaths, sha256: string, file: string): Promise<string | null> {
  const names = (await unlessDamaged(readSource(paths, sha256)))?.names ?? [];
  const name = names.find((one) => basename(one) === file) ?? names[0];
  return name === undefined ? null : basename(dirname(name));
}
