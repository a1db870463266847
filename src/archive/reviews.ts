import { anyRecordSchema } from "../model/earlier-records.ts";
import { prettyJson } from "../model/pretty-json.ts";
import type { MemoRecord } from "../model/record.ts";
import { applyReview } from "../revise/apply-review.ts";
import type { ReviewEvent } from "../revise/event.ts";
import { listMemos } from "./listing.ts";
import { type ArchivePaths, type MemoKey, sha256OfText } from "./paths.ts";
import { ArchiveDamaged, readJson, unlessDamaged } from "./read-json.ts";
import { readRecord } from "./records.ts";
import { appendEvents, readEvents } from "./review-log.ts";
import { keepChanged, recordState } from "./seals.ts";
import { readSource } from "./sources.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** A memo as the machine read it, what people decided on it, and what comes of both. */
export interface ReviewedMemo {
  readonly machine: MemoRecord;
  readonly events: readonly ReviewEvent[];
  readonly record: MemoRecord;
  /** SHA-256 of the record's file, as events name what they were decided on. */
  readonly revision: string;
}

/**
 * A memo with its review; null where the archive has no such memo.
 * @throws ArchiveDamaged
 */
export async function readReviewed(paths: ArchivePaths, key: MemoKey): Promise<ReviewedMemo | null> {
  const events = await readEvents(paths, key);
  const machine = await (events.length === 0
    ? readRecord(paths, key)
    : readJson(paths.machineRecord(key), anyRecordSchema));
  if (machine !== null) return reviewed(machine, events);
  if (events.length === 0) return null;
  throw new ArchiveDamaged(paths.machineRecord(key), "is missing, and the memo has a review.");
}

/**
 * Adds decisions to a memo's log, and writes the revision that comes of them. The log is written first: it is the
 * truth, and the revision can be made from it again.
 */
export async function addEvents(
  paths: ArchivePaths,
  key: MemoKey,
  { machine, events }: ReviewedMemo,
  added: readonly ReviewEvent[],
): Promise<ReviewedMemo> {
  const { record, revision } = reviewed(machine, [...events, ...added]);
  const text = prettyJson(record);
  await keepChanged(paths, key, text);
  // Later it stands there already, and `batch` may have a newer reading to put in its place.
  if (events.length === 0) await writeFileAtomically(paths.machineRecord(key), prettyJson(machine));
  const sealed = added.map((event, index) => (index === added.length - 1 ? { ...event, gives: revision } : event));
  const chained = await appendEvents(paths, key, sealed, events.length === 0);
  await writeFileAtomically(paths.record(key), text);
  return { machine, events: [...events, ...chained], record, revision };
}

/**
 * Writes the revisions that a desk was killed before writing. Only for who holds the lock.
 * @throws what the file system does
 */
export async function finishRevisions(paths: ArchivePaths): Promise<void> {
  for await (const key of listMemos(paths, "reviews")) {
    const [memo, entry] = [
      await unlessDamaged(readReviewed(paths, key)),
      await unlessDamaged(readSource(paths, key.sha256)),
    ];
    if (memo === null || (await recordState(paths, key, entry, memo.events)) !== "unfinished") continue;
    await writeFileAtomically(paths.record(key), prettyJson(memo.record));
  }
}

/** What comes of decisions on a memo, nothing written. */
export function reviewed(machine: MemoRecord, events: readonly ReviewEvent[]): ReviewedMemo {
  const { record } = applyReview(machine, events);
  return { machine, events, record, revision: sha256OfText(prettyJson(record)) };
}
