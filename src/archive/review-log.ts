import { open, readFile } from "node:fs/promises";
import { errorCode } from "../model/error-code.ts";
import { parseEvents, type ReviewEvent } from "../revise/event.ts";
import { type ArchivePaths, type MemoKey, sha256OfText } from "./paths.ts";
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

/**
 * Adds decisions to a memo's log, each chained to all that stand before it. On the disk before it returns. The first
 * write makes the file whole or not at all, later ones add to it.
 * @returns the decisions as they stand in the log
 */
export async function appendEvents(
  paths: ArchivePaths,
  key: MemoKey,
  added: readonly ReviewEvent[],
  isFirst: boolean,
): Promise<ReviewEvent[]> {
  const before = isFirst ? "" : await readFile(paths.reviews(key), "utf8");
  const chained = chainedTo(before, added);
  const lines = chained.map((event) => `${JSON.stringify(event)}\n`).join("");
  await append(paths.reviews(key), lines, isFirst);
  return chained;
}

/** The number of the first line that is not what was written, from 1; null where the chain holds. */
export async function brokenLine(paths: ArchivePaths, key: MemoKey): Promise<number | null> {
  const lines = linesOf(await readFile(paths.reviews(key), "utf8"));
  const { length: free } = lines.filter((line) => !CHAINED.test(line));
  // Lines from before decisions were chained stand first, and are held by the chain that begins after them.
  let chain = sha256OfText(lines.slice(0, free).join("\n"));
  for (const [index, line] of lines.entries()) {
    if (index < free) continue;
    const match = CHAINED.exec(line);
    const link = match === null ? "" : linkOf(chain, `${line.slice(0, match.index)}}`);
    if (match?.[1] !== link) return index + 1;
    chain = link;
  }
  return null;
}

/** A line's own link: the last of its keys. */
const CHAINED = /,"chain":"([0-9a-f]{64})"\}$/u;

function chainedTo(before: string, added: readonly ReviewEvent[]): ReviewEvent[] {
  const lines = linesOf(before);
  let chain = CHAINED.exec(lines.at(-1) ?? "")?.[1] ?? sha256OfText(lines.join("\n"));
  return added.map((event) => {
    chain = linkOf(chain, JSON.stringify(event));
    return { ...event, chain };
  });
}

function linkOf(chain: string, event: string): string {
  return sha256OfText(`${chain}\n${event}`);
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

async function append(path: string, lines: string, isFirst: boolean): Promise<void> {
  if (isFirst) return writeFileAtomically(path, lines);
  const file = await open(path, "a");
  try {
    await file.writeFile(lines);
    await file.sync();
  } finally {
    await file.close();
  }
}
