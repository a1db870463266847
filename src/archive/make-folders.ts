import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../model/error-code.ts";

/** What the file system says when a folder cannot be made or written, in a person's words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "there is no right to write into it",
  EPERM: "there is no right to write into it",
  EIO: "the disk or share does not answer",
  ESTALE: "the share has vanished",
  ENOTCONN: "the share has vanished",
  EHOSTDOWN: "the share has vanished",
  ETIMEDOUT: "the share does not answer",
  ENOENT: "the folder has vanished",
  ENOTDIR: "what should be a folder is none",
  EEXIST: "what should be a folder is none",
  EMFILE: "too many files are open",
  EBUSY: "the disk is busy",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "a link leads back to itself",
};

/** Why a folder cannot be made or written; null for an error that is none of the file system's. */
export function unwritableReason(error: unknown): string | null {
  return REASONS[errorCode(error)] ?? null;
}

/**
 * Makes a folder and all above it that are missing. One after the other: the recursive mkdir of Node.js 22 and 24
 * never returns where a folder cannot be made though the one above it is there, as below /proc.
 * @param mode of those made, as `mkdir` has it
 * @throws the file system's error
 */
export async function makeFolders(path: string, mode = 0o777): Promise<void> {
  if (await isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolders(above, mode);
  await mkdir(path, { mode }).catch(async (error: unknown) => {
    // Another run may have been quicker.
    if (!(await isFolder(path))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return false;
    throw error;
  }
}
