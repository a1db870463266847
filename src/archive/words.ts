import { open, readFile, rm, stat } from "node:fs/promises";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { errorCode } from "../model/error-code.ts";
import { type ArchivePaths, sha256OfText } from "./paths.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** The archive's own words and names as a text, one a line; later runs take them for right. */
export interface WordList {
  readonly text: string;
  /** SHA-256 of the text. */
  readonly revision: string;
}

export async function readWords(paths: ArchivePaths): Promise<WordList> {
  try {
    return listOf(await readFile(paths.words, "utf8"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return listOf("");
    throw error;
  }
}

/** Writes the list unless it is another by now than the one edited; gives what stands now. */
export function writeWords(
  paths: ArchivePaths,
  text: string,
  on: string,
): Promise<{ readonly words: WordList; readonly isWritten: boolean }> {
  return alone(paths, async () => {
    const now = await readWords(paths);
    if (now.revision !== on) return { words: now, isWritten: false };
    await writeFileAtomically(paths.words, text);
    return { words: listOf(text), isWritten: true };
  });
}

/** Adds words that the list has not, and tells which these were. */
export function addWords(paths: ArchivePaths, words: readonly string[]): Promise<string[]> {
  return alone(paths, async () => {
    const { text } = await readWords(paths);
    const known = new Set(linesOf(text).map((line) => line.trim()));
    const added = [...new Set(words)].filter((word) => !known.has(word));
    if (added.length === 0) return [];
    const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
    await writeFileAtomically(paths.words, `${before}${added.join("\n")}\n`);
    return added;
  });
}

/** Takes words out of the list, and tells which it had. */
export function removeWords(paths: ArchivePaths, words: readonly string[]): Promise<string[]> {
  return alone(paths, async () => {
    const { text } = await readWords(paths);
    const lines = linesOf(text);
    const kept = lines.filter((line) => !words.includes(line.trim()));
    if (kept.length < lines.length) await writeFileAtomically(paths.words, kept.join("\n"));
    return words.filter((word) => lines.some((line) => line.trim() === word));
  });
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/u);
}

/** Milliseconds between two looks whether another writer is done. */
const RETRY_MS = 15;

/** A write takes some milliseconds: whoever holds the list for longer has died over it. Milliseconds. */
const DEAD_AFTER_MS = 5000;

/** One writer at a time, whatever desk or run it belongs to: each reads the list before it writes it. */
async function alone<T>(paths: ArchivePaths, work: () => Promise<T>): Promise<T> {
  const lock = `${paths.words}.lock`;
  while (!(await taken(lock))) {
    if (await isLeftBehind(lock)) await rm(lock, { force: true });
    else await wait(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await (await open(lock, "wx")).close();
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // Windows answers so while a file of that name is being removed.
    if (errorCode(error) === "EPERM" && process.platform === "win32") return false;
    throw error;
  }
}

async function isLeftBehind(lock: string): Promise<boolean> {
  const found = await stat(lock).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > DEAD_AFTER_MS;
}

function listOf(text: string): WordList {
  return { text, revision: sha256OfText(text) };
}
