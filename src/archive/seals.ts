import { readFile } from "node:fs/promises";
import { errorCode } from "../model/error-code.ts";
import { prettyJson } from "../model/pretty-json.ts";
import type { ReviewEvent } from "../revise/event.ts";
import { listSources } from "./listing.ts";
import { type ArchivePaths, type MemoKey, memoKeysOf, sha256OfText } from "./paths.ts";
import { exists, unlessDamaged } from "./read-json.ts";
import { readEvents } from "./review-log.ts";
import { readSource, type Seal, type SourceEntry, writeSource } from "./sources.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/**
 * How a memo's record stands to what this program wrote:
 * "unfinished" where it was killed while it put another in its place, "unsealed" where no hash was kept.
 */
export type RecordState = "as written" | "unfinished" | "changed" | "unsealed" | "missing";

/** The hash of a file of the archive; null where there is none. */
async function hashOf(path: string): Promise<string | null> {
  try {
    return sha256OfText(await readFile(path, "utf8"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** The seals that an entry keeps for one of its memos. */
function sealsFor({ seals = [], pending = [] }: SourceEntry, { memo }: MemoKey): Partial<Seal>[] {
  return [seals, pending].map((all) => {
    const isSingle = all.length === 1;
    return isSingle === (memo === null) ? (all[(memo ?? 1) - 1] ?? {}) : {};
  });
}

/**
 * @param entry of the memo's file
 * @param events of the memo
 */
export async function recordState(
  paths: ArchivePaths,
  key: MemoKey,
  entry: SourceEntry | null,
  events: readonly ReviewEvent[],
): Promise<RecordState> {
  const hash = await hashOf(paths.record(key));
  if (hash === null) return "missing";
  const [seal = {}, pending = {}] = entry === null ? [] : sealsFor(entry, key);
  if (hash === pending.record) return "unfinished";
  const last = events.at(-1);
  if (last === undefined || events.length <= (seal.events ?? 0)) return compared(hash, seal.record);
  if (last.gives !== undefined && last.gives !== hash && (hash === last.on || isBeforeAll())) return "unfinished";
  return compared(hash, last.gives);

  /** As it was sealed, and decided on only once since: a record of 1.0 has another hash than the one it is read as. */
  function isBeforeAll(): boolean {
    return hash === seal.record && events[seal.events ?? 0]?.on === last?.on;
  }
}

function compared(hash: string, expected: string | undefined): RecordState {
  if (expected === undefined) return "unsealed";
  return hash === expected ? "as written" : "changed";
}

/** Whether the machine's record of a memo that has a review is another than was written. */
export async function isMachineChanged(
  paths: ArchivePaths,
  key: MemoKey,
  entry: SourceEntry,
  [first]: readonly ReviewEvent[],
): Promise<boolean> {
  const [seal = {}, pending = {}] = sealsFor(entry, key);
  if (first === undefined || seal.record === undefined) return false;
  const hash = await hashOf(paths.machineRecord(key));
  const expected = (seal.events ?? 0) > 0 ? seal.machine : first.on;
  return hash !== expected && hash !== pending.machine;
}

/**
 * Keeps hashes for the records of an archive from before hashes were kept: they are taken as they stand, once. The
 * archive says from then on that each record has its hash.
 * @returns how many records; null where all have been sealed before
 */
export async function sealOnce(paths: ArchivePaths): Promise<number | null> {
  if (await exists(paths.sealed)) return null;
  let adopted = 0;
  for await (const sha256 of listSources(paths)) {
    const entry = await unlessDamaged(readSource(paths, sha256));
    if (entry === null || entry.seals !== undefined || "failure" in entry.outcome) continue;
    const keys = memoKeysOf(sha256, entry.outcome.records);
    const seals = await Promise.all(keys.map((key) => sealAsItStands(paths, key)));
    // A record that is missing is made again, and gets its hash then.
    if (!seals.every((seal) => seal !== null)) continue;
    await writeSource(paths, { ...entry, seals });
    adopted += seals.length;
  }
  await writeFileAtomically(paths.sealed, prettyJson({ adopted }));
  return adopted;
}

async function sealAsItStands(paths: ArchivePaths, key: MemoKey): Promise<Seal | null> {
  const record = await hashOf(paths.record(key));
  if (record === null) return null;
  const events = (await unlessDamaged(readEvents(paths, key))) ?? [];
  const machine = events.length === 0 ? null : await hashOf(paths.machineRecord(key));
  return { record, events: events.length, ...(machine === null ? {} : { machine }) };
}

/** Puts a record aside that is another than was written, before this program writes its own in its place. */
export async function keepChanged(paths: ArchivePaths, key: MemoKey, next: string): Promise<void> {
  const text = await readFile(paths.record(key), "utf8").catch(() => null);
  if (text === null || text === next) return;
  const [entry, events] = [await unlessDamaged(readSource(paths, key.sha256)), await readEvents(paths, key)];
  if ((await recordState(paths, key, entry, events)) !== "changed") return;
  await writeFileAtomically(paths.changed(key, sha256OfText(text)), text);
}
