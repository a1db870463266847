import { rm } from "node:fs/promises";
import { anyRecordSchema } from "../model/earlier-records.ts";
import { prettyJson } from "../model/pretty-json.ts";
import type { MemoRecord } from "../model/record.ts";
import { applyReview } from "../revise/apply-review.ts";
import { listMemosOf } from "./listing.ts";
import { type ArchivePaths, type MemoKey, memoKeysOf, nameOf, sha256OfText } from "./paths.ts";
import { exists, readJson } from "./read-json.ts";
import { readEvents } from "./review-log.ts";
import { keepChanged } from "./seals.ts";
import type { Seal } from "./sources.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/**
 * The current revision of a memo's record; null where there is none.
 * @throws ArchiveDamaged
 */
export function readRecord(paths: ArchivePaths, key: MemoKey): Promise<MemoRecord | null> {
  return readJson(paths.record(key), anyRecordSchema);
}

/** Whether all records stand that an outcome tells of. */
export async function haveRecords(paths: ArchivePaths, sha256: string, count: number): Promise<boolean> {
  const found = await Promise.all(memoKeysOf(sha256, count).map((key) => exists(paths.record(key))));
  return found.every(Boolean);
}

/**
 * Writes what the machine made of a file, and removes what it made before and no longer makes. Where people
 * have decided on a memo, the machine's record goes beside the revision that comes of both.
 * @param announce called with the records' seals before the first of them is written
 * @returns the seals
 * @throws ArchiveDamaged for a review that cannot be read
 */
export async function writeRecords(
  paths: ArchivePaths,
  sha256: string,
  records: readonly MemoRecord[],
  announce: (seals: Seal[]) => Promise<void> = async () => {},
): Promise<Seal[]> {
  const keys = memoKeysOf(sha256, records.length);
  const files = await Promise.all(keys.map((key, index) => filesOf(paths, key, records[index] as MemoRecord)));
  const seals = files.map(sealOf);
  await announce(seals);
  await Promise.all(files.map((file) => writeFiles(paths, file)));
  await removeRecords(paths, sha256, new Set(keys.map(nameOf)));
  return seals;
}

/** What is written for a memo. */
interface RecordFiles {
  readonly key: MemoKey;
  readonly record: string;
  /** Number of decisions in the record; `machine` is null where it is 0. */
  readonly events: number;
  readonly machine: string | null;
}

async function filesOf(paths: ArchivePaths, key: MemoKey, record: MemoRecord): Promise<RecordFiles> {
  const events = await readEvents(paths, key);
  return {
    key,
    record: prettyJson(applyReview(record, events).record),
    events: events.length,
    machine: events.length > 0 ? prettyJson(record) : null,
  };
}

function sealOf({ record, events, machine }: RecordFiles): Seal {
  return { record: sha256OfText(record), events, ...(machine === null ? {} : { machine: sha256OfText(machine) }) };
}

async function writeFiles(paths: ArchivePaths, { key, record, machine }: RecordFiles): Promise<void> {
  await keepChanged(paths, key, record);
  if (machine !== null) await writeFileAtomically(paths.machineRecord(key), machine);
  await writeFileAtomically(paths.record(key), record);
}

/** Removes a file's records but those named, and but those that a person has revised. */
export async function removeRecords(
  paths: ArchivePaths,
  sha256: string,
  keep: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const key of await listMemosOf(paths, sha256)) {
    if (!keep.has(nameOf(key)) && !(await isReviewed(paths, key))) await rm(paths.record(key), { force: true });
  }
}

function isReviewed(paths: ArchivePaths, key: MemoKey): Promise<boolean> {
  return exists(paths.reviews(key));
}
