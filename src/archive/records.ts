import { access, rm } from "node:fs/promises";
import { anyRecordSchema } from "../model/earlier-records.ts";
import { errorCode } from "../model/error-code.ts";
import { prettyJson } from "../model/pretty-json.ts";
import type { MemoRecord } from "../model/record.ts";
import { applyReview } from "../revise/apply-review.ts";
import { listMemosOf } from "./listing.ts";
import { type ArchivePaths, type MemoKey, memoKeysOf, nameOf } from "./paths.ts";
import { readJson } from "./read-json.ts";
import { readEvents } from "./review-log.ts";
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
 * @throws ArchiveDamaged for a review that cannot be read
 */
export async function writeRecords(paths: ArchivePaths, sha256: string, records: readonly MemoRecord[]): Promise<void> {
  const keys = memoKeysOf(sha256, records.length);
  await Promise.all(keys.map((key, index) => writeRecord(paths, key, records[index] as MemoRecord)));
  await removeRecords(paths, sha256, new Set(keys.map(nameOf)));
}

async function writeRecord(paths: ArchivePaths, key: MemoKey, record: MemoRecord): Promise<void> {
  const events = await readEvents(paths, key);
  if (events.length > 0) await writeFileAtomically(paths.machineRecord(key), prettyJson(record));
  await writeFileAtomically(paths.record(key), prettyJson(applyReview(record, events).record));
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

/** Whether there is something of that name. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}
