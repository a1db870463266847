import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { namesIn } from "../archive/listing.ts";
import { ArchiveLock, ArchiveLocked } from "../archive/lock.ts";
import { ArchivePaths } from "../archive/paths.ts";
import { ArchiveDamaged } from "../archive/read-json.ts";
import { RunStopped } from "../archive/run-stopped.ts";
import { sweep } from "../archive/sweep.ts";
import { errorCode } from "../model/error-code.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { CommandFailed, type Shell, WrongUse } from "./shell.ts";

/** What the file system says when a folder cannot be written any more, in a person's words. */
const UNWRITABLE: Readonly<Record<string, string>> = {
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
};

/**
 * Does some work in an archive folder that no other run writes into meanwhile: made if need be, locked, swept.
 * @param work gets a signal that is aborted when the user interrupts, or when the lock is lost
 * @throws CommandFailed where another run has the archive, or it cannot be written; what the work throws
 */
export async function withArchive<T>(
  paths: ArchivePaths,
  shell: Shell,
  work: (interrupted: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const interrupted = AbortSignal.any([shell.interrupted, lost.signal]);
  try {
    // Letters of citizens are for whoever made the archive; who shares it opens the folder to others.
    await mkdir(paths.root, { recursive: true, mode: 0o700 });
    const lock = await ArchiveLock.take(paths, (error) => lost.abort(error));
    try {
      await sweep(paths);
      return await work(interrupted);
    } finally {
      await lock.release();
    }
  } catch (error) {
    shell.interrupted.throwIfAborted();
    throw inWords(lost.signal.aborted ? lost.signal.reason : error, paths);
  }
}

/**
 * The archive in a folder that was named.
 * @throws WrongUse where there is none
 */
export async function existingArchive(folder: string): Promise<ArchivePaths> {
  const paths = new ArchivePaths(resolve(folder));
  const names = await namesIn(paths.root);
  if (!names.includes("sources") && !names.includes("failures")) {
    throw new WrongUse(`${JSON.stringify(folder)} is no archive: \`batch --out\` makes one.`);
  }
  return paths;
}

function inWords(error: unknown, paths: ArchivePaths): unknown {
  const { archiveLocked, unexpected } = EXIT_CODES;
  if (error instanceof ArchiveLocked) return new CommandFailed(archiveLocked.code, error.message, { cause: error });
  if (error instanceof RunStopped || error instanceof ArchiveDamaged) {
    return new CommandFailed(unexpected.code, error.message, { cause: error });
  }
  const reason = UNWRITABLE[errorCode(error)];
  if (reason === undefined) return error;
  const message = `The archive ${JSON.stringify(paths.root)} cannot be written: ${reason}. What was done is kept; the same command goes on from there.`;
  return new CommandFailed(unexpected.code, message, { cause: error });
}
