import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { errorCode } from "../model/error-code.ts";

/** How the names of files end that are not whole yet. */
const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/u;

/** Whether a file's name is one that a write gives to what is not whole yet: left behind only where a run was killed. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/** A file's content; an iterable is written as it comes, so that it need not fit into memory. */
type Content = string | Uint8Array | AsyncIterable<string>;

/**
 * Writes a file so that its name never stands for half of it, whatever happens: a temporary file in the same folder,
 * on the disk before it takes the name; the name itself on the disk before this returns. Makes the folder if need be.
 * @throws the file system's error; nothing is left behind
 */
export async function writeFileAtomically(path: string, content: Content): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeThrough(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

async function writeThrough(path: string, content: Content): Promise<void> {
  const file = await openNew(path);
  try {
    await writeFile(file, content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function openNew(path: string): ReturnType<typeof open> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  await makeFolder(dirname(path));
  return open(path, "wx");
}

/** Makes a folder, and the one it is in: not all of them, or a share that vanished would be made anew on the disk beneath. */
async function makeFolder(folder: string): Promise<void> {
  for (const made of [dirname(folder), folder]) {
    await mkdir(made).catch((error: unknown) => {
      if (errorCode(error) !== "EEXIST") throw error;
    });
  }
}

/** Puts a folder's list of names on the disk. Where folders cannot be synced (Windows, some shares) nothing is lost by it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!CANNOT_SYNC.has(errorCode(error))) throw error;
  }
}

const CANNOT_SYNC: ReadonlySet<string> = new Set(["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "EBADF"]);
