import { open, readFile } from "node:fs/promises";
import { errorCode } from "../model/error-code.ts";
import { parseEvents, type ReviewEvent } from "../revise/event.ts";
import type { ArchivePaths, MemoKey } from "./paths.ts";
import { ArchiveDamaged } from "./read-json.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/**
 * The decisions on a memo, in the order they were made; none where there is no log.
 * @throws ArchiveDamaged
 */
export async function readEvents(paths: ArchivePaths, key: MemoKey): Promise<ReviewEvent[]> {
  const path = paths.reviews(key);
  try {
    return parseEvents(await readFile(path, "utf8"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw errorCode(error) === "" ? new ArchiveDamaged(path, String(error), { cause: error }) : error;
  }
}

/** On the disk before it returns. The first write makes the file whole or not at all, later ones add to it. */
export async function appendEvents(
  paths: ArchivePaths,
  key: MemoKey,
  added: readonly ReviewEvent[],
  isFirst: boolean,
): Promise<void> {
  const lines = added.map((event) => `${JSON.stringify(event)}\n`).join("");
  if (isFirst) return writeFileAtomically(paths.reviews(key), lines);
  const file = await open(paths.reviews(key), "a");
  try {
    await file.writeFile(lines);
    await file.sync();
  } finally {
    await file.close();
  }
}
