import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { errorCode } from "../model/error-code.ts";
import { type ArchivePaths, compareKeys, type MemoKey, memoKeyOf } from "./paths.ts";

/** All memos that have a record (or a review), by hash. Only a shard's names are held at a time. */
export async function* listMemos(
  paths: ArchivePaths,
  room: "records" | "reviews" | "machine" = "records",
): AsyncGenerator<MemoKey> {
  for await (const names of shards(paths, room)) {
    const keys = names.map(memoKeyOf).filter((key) => key !== null);
    yield* keys.toSorted(compareKeys);
  }
}

/** The hashes of all contents that the archive knows, in their order. */
export async function* listSources(paths: ArchivePaths): AsyncGenerator<string> {
  for await (const names of shards(paths, "sources")) yield* hashesIn(names);
}

/** The names of all failures: hashes of a content, or of the path of a file that could not be read. */
export async function listFailures(paths: ArchivePaths): Promise<string[]> {
  return hashesIn(await namesIn(paths.failures));
}

/** The memos of one file that have a record. */
export async function listMemosOf(paths: ArchivePaths, sha256: string): Promise<MemoKey[]> {
  const names = await namesIn(paths.room("records", sha256.slice(0, 2)));
  const keys = names.map(memoKeyOf).filter((key) => key !== null);
  return keys.filter((key) => key.sha256 === sha256).toSorted(compareKeys);
}

async function* shards(paths: ArchivePaths, room: "records" | "reviews" | "machine" | "sources") {
  for (const shard of (await namesIn(paths.room(room))).toSorted()) {
    if (/^[0-9a-f]{2}$/u.test(shard)) yield namesIn(paths.room(room, shard));
  }
}

function hashesIn(names: readonly string[]): string[] {
  return names
    .filter((name) => /^[0-9a-f]{64}\.json$/u.test(name))
    .map((name) => basename(name, ".json"))
    .toSorted();
}

/** A folder's names; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
    throw error;
  }
}
