import type { RecordList, RecordState } from "./protocol.ts";
import { folded, type ListedRecord } from "./rows.ts";

/** What records are looked for by. */
export interface Criteria {
  /** Words that all have to occur. */
  readonly text: string;
  readonly state: RecordState | "conflict" | null;
  readonly year: string | null;
}

export function matcherOf({ text, state, year }: Criteria): (one: ListedRecord) => boolean {
  const words = folded(text).split(/\s+/u).filter(Boolean);
  return ({ row, haystack }) =>
    (state === null || (state === "conflict" ? row.hasConflict : row.state === state)) &&
    (year === null || row.date?.startsWith(year) === true) &&
    words.every((word) => haystack.includes(word));
}

export function countsOf(records: readonly ListedRecord[]): RecordList["counts"] {
  const counts = { all: records.length, open: 0, done: 0, ok: 0, conflict: 0 };
  for (const { row } of records) {
    counts[row.state] += 1;
    if (row.hasConflict) counts.conflict += 1;
  }
  return counts;
}

/** The years of all records, the latest first. */
export function yearsOf(records: readonly ListedRecord[]): string[] {
  return [...new Set(records.flatMap(({ row }) => row.date?.slice(0, 4) ?? []))].sort().reverse();
}
