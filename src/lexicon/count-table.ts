import type { LineTable } from "./line-table.ts";

/** Numbers by key; a `Map` is one too. */
export type Counts = Pick<ReadonlyMap<string, number>, "get" | "has">;

/** A table of "key\tnumber" lines. */
export class CountTable implements Counts {
  readonly #lines: LineTable;

  constructor(lines: LineTable) {
    this.#lines = lines;
  }

  has(key: string): boolean {
    return this.#lines.has(key);
  }

  get(key: string): number | undefined {
    const value = this.#lines.get(key);
    return value === undefined ? undefined : Number(value);
  }
}
