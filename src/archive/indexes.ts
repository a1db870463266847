import { readFile } from "node:fs/promises";
import type { MemoRecord } from "../model/record.ts";
import { csvHead, csvRow, failureTable } from "./csv.ts";
import { listMemos } from "./listing.ts";
import { type ArchivePaths, type MemoKey, nameOf } from "./paths.ts";
import { ArchiveDamaged } from "./read-json.ts";
import { allFailures } from "./sources.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

export interface IndexTotals {
  readonly records: number;
  readonly needReview: number;
}

/**
 * Makes `records.ndjson` and `index.csv` anew from the records, in the order of their hashes, a record at a time in
 * memory; and `failures.csv` from the failures.
 * @throws ArchiveDamaged for a record that is no JSON object
 */
export async function rebuildIndexes(paths: ArchivePaths): Promise<IndexTotals> {
  const totals = { records: 0, needReview: 0 };
  await writeFileAtomically(
    paths.recordsIndex,
    recordLines(paths, (record) => add(record, totals)),
  );
  await writeFileAtomically(paths.csvIndex, csvLines(paths));
  await writeFileAtomically(paths.failureIndex, failureLines(paths));
  return totals;
}

/** The lines of `records.ndjson`. */
export async function* recordLines(paths: ArchivePaths, onRecord: (record: MemoRecord) => void = () => {}) {
  for await (const { record } of allRecords(paths)) {
    onRecord(record);
    yield `${JSON.stringify(record)}\n`;
  }
}

/** The lines of `index.csv`. */
export async function* csvLines(paths: ArchivePaths) {
  yield csvHead();
  for await (const { key, record } of allRecords(paths)) yield csvRow(nameOf(key), record);
}

/** `failures.csv`, in one piece. */
export async function* failureLines(paths: ArchivePaths) {
  yield failureTable(await allFailures(paths));
}

/** How many records there are, and how many of them a person should look at. */
export async function countRecords(paths: ArchivePaths): Promise<IndexTotals> {
  const totals = { records: 0, needReview: 0 };
  for await (const { record } of allRecords(paths)) add(record, totals);
  return totals;
}

function add(record: MemoRecord, totals: { records: number; needReview: number }): void {
  totals.records += 1;
  if (record.status === "needs-review") totals.needReview += 1;
}

async function* allRecords(paths: ArchivePaths): AsyncGenerator<{ key: MemoKey; record: MemoRecord }> {
  for await (const key of listMemos(paths)) yield { key, record: await readUnchecked(paths.record(key)) };
}

/** A record as it stands: checking each against its schema is the business of `verify`. */
export async function readUnchecked(path: string): Promise<MemoRecord> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (typeof value === "object" && value !== null && "memo" in value) return value as MemoRecord;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ArchiveDamaged(path, "is no record");
}
