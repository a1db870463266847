import { resolve } from "node:path";
import { namesIn } from "../archive/listing.ts";
import { ArchiveLock, ArchiveLocked } from "../archive/lock.ts";
import { makeFolders, unwritableReason } from "../archive/make-folders.ts";
import { ArchivePaths } from "../archive/paths.ts";
import { ArchiveDamaged } from "../archive/read-json.ts";
import { finishRevisions } from "../archive/reviews.ts";
import { RunStopped } from "../archive/run-stopped.ts";
import { sealOnce } from "../archive/seals.ts";
import { sweep } from "../archive/sweep.ts";
import { errorCode } from "../model/error-code.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { CommandFailed, type Shell, WrongUse } from "./shell.ts";

/**
 * Does some work in an archive folder that no other run writes into meanwhile: made if need be, locked, swept.
 * @param work gets a signal that is aborted when the user interrupts, or when the lock is lost; and how many records
 * of an archive from before hashes were kept have been given theirs
 * @throws CommandFailed where another run has the archive, or it cannot be written; what the work throws
 */
export async function withArchive<T>(
  paths: ArchivePaths,
  shell: Shell,
  work: (interrupted: AbortSignal, adopted: number) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const interrupted = AbortSignal.any([shell.interrupted, lost.signal]);
  try {
    await makeRoot(paths);
    const lock = await ArchiveLock.take(paths, (error) => lost.abort(error));
    try {
      await sweep(paths);
      await finishRevisions(paths);
      const adopted = (await sealOnce(paths)) ?? 0;
      return await work(interrupted, adopted);
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

/** Letters of citizens are for whoever made the archive; who shares it opens the folder to others. */
async function makeRoot({ root }: ArchivePaths): Promise<void> {
  await makeFolders(root, 0o700).catch((error: unknown) => {
    const why = errorCode(error) === "ENOENT" ? "no folder can be made there" : unwritableReason(error);
    if (why === null) throw error;
    const message = `The archive ${JSON.stringify(root)} cannot be made: ${why} (${errorCode(error)}).`;
    throw new CommandFailed(EXIT_CODES.unexpected.code, message, { cause: error });
  });
}

function inWords(error: unknown, paths: ArchivePaths): unknown {
  const { archiveLocked, unexpected } = EXIT_CODES;
  if (error instanceof ArchiveLocked) return new CommandFailed(archiveLocked.code, error.message, { cause: error });
  if (error instanceof RunStopped || error instanceof ArchiveDamaged) {
    return new CommandFailed(unexpected.code, error.message, { cause: error });
  }
  const reason = unwritableReason(error);
  if (reason === null) return error;
  const message = `The archive ${JSON.stringify(paths.root)} cannot be written: ${reason}. What was done is kept; the same command goes on from there.`;
  return new CommandFailed(unexpected.code, message, { cause: error });
}
