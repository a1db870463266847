import { rm } from "node:fs/promises";
import { join } from "node:path";
import { namesIn } from "./listing.ts";
import type { ArchivePaths } from "./paths.ts";
import { isTemporary } from "./write-file-atomically.ts";

const ROOMS = ["records", "sources", "machine", "reviews"] as const;

/**
 * Removes what a killed run left half-written. Only for who holds the lock: else it would take another's work.
 * @returns how many files
 */
export async function sweep(paths: ArchivePaths): Promise<number> {
  const folders = [paths.root, paths.failures, paths.changedRecords];
  for (const room of ROOMS) {
    for (const shard of await namesIn(paths.room(room))) folders.push(paths.room(room, shard));
  }
  let swept = 0;
  for (const folder of folders) {
    for (const name of (await namesIn(folder)).filter(isTemporary)) {
      await rm(join(folder, name), { force: true });
      swept += 1;
    }
  }
  return swept;
}
