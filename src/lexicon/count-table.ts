import { BoundedCache } from "./bounded-cache.ts";
import type { LineTable } from "./line-table.ts";

/** Numbers by key; a `Map` is one too. */
export type Counts = Pick<ReadonlyMap<string, number>, "get" | "has">;

/** Entries: a letter's words, each asked for many times over; about 2 MB when full. */
const CACHE_SIZE = 20_000;
/** What the cache holds of a key that the table has not. */
const UNSEEN = Number.NaN;

/** A table of "key\tnumber" lines. */
export class CountTable implements Counts {
  readonly #lines: LineTable;
  readonly #cache = new BoundedCache<number>(CACHE_SIZE);

  constructor(lines: LineTable) {
    this.#lines = lines;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get(key: string): number | undefined {
    const count = this.#cache.getOrCompute(key, () => this.#lines.number(key) ?? UNSEEN);
    return Number.isNaN(count) ? undefined : count;
  }
}
