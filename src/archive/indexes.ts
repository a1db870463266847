import { readFile } from "node:fs/promises";
import type { MemoRecord } from "../model/record.ts";
import { csvFailureRow, csvHead, csvRow, failureTable, folderOf } from "./csv.ts";
import { listFailures, listMemos } from "./listing.ts";
import { type ArchivePaths, type MemoKey, nameOf } from "./paths.ts";
import { ArchiveDamaged, unlessDamaged } from "./read-json.ts";
import { allFailures, readFailure, readSource } from "./sources.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

export interface IndexTotals {
  readonly records: number;
  readonly needReview: number;
}

/**
 * Makes `records.ndjson` anew from the records, in the order of their hashes, and `index.csv` from records and failures,
 * in the order of the files; only a record at a time is held in memory for either. And `failures.csv` from the failures.
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

/** The lines of `index.csv`, in the order of folders and files, as a clerk has them before their eyes. */
export async function* csvLines(paths: ArchivePaths) {
  yield csvHead();
  for (const { key, folder, failure } of await filesInOrder(paths)) {
    if (key !== null) yield csvRow({ key: nameOf(key), folder, record: await readUnchecked(paths.record(key)) });
    const entry = failure === null ? null : await unlessDamaged(readFailure(paths, failure));
    if (entry !== null) yield csvFailureRow(entry);
  }
}

/** A line of `index.csv` to come: a record's, or that of a file that gave none. */
interface FileLine {
  readonly folder: string;
  readonly file: string;
  readonly key: MemoKey | null;
  /** The failure's name. */
  readonly failure: string | null;
}

async function filesInOrder(paths: ArchivePaths): Promise<FileLine[]> {
  const lines: FileLine[] = [];
  for await (const { key, record } of allRecords(paths)) {
    const source = await unlessDamaged(readSource(paths, key.sha256));
    lines.push({ folder: folderOf(source?.names ?? []), file: record.source.file, key, failure: null });
  }
  for (const failure of await listFailures(paths)) {
    const entry = await unlessDamaged(readFailure(paths, failure));
    if (entry !== null) lines.push({ folder: folderOf(entry.names), file: entry.source, key: null, failure });
  }
  return lines.sort((a, b) => compareNames(a.folder, b.folder) || compareNames(a.file, b.file));
}

/** Numbers in names by their value, so that "scan-2" comes before "scan-10"; the same on every machine. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.split(/(\d+)/u));
  for (const [index, part] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    const difference = index % 2 === 1 ? Number(part) - Number(other) : 0;
    if (difference !== 0) return difference;
    if (part !== other) return part < other ? -1 : 1;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
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
