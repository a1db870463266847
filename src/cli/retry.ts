import type { ArchivePaths } from "../archive/paths.ts";
import type { FailureCode } from "../model/failure.ts";
import { existingArchive, withArchive } from "./archive-session.ts";
import { archiveOptions, type CreateRunner, createPool, runBatch, type WorkFlags } from "./batch-run.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";

export interface RetryFlags extends WorkFlags {
  readonly reason?: FailureCode;
}

/**
 * `hausmitteilung retry`: once more what failed, all or for one reason.
 * @throws WrongUse, CommandFailed; AbortError when interrupted
 */
export async function retry(
  folder: string,
  flags: RetryFlags,
  shell: Shell,
  createRunner: CreateRunner = createPool,
): Promise<ExitCode> {
  const paths: ArchivePaths = await existingArchive(folder);
  const options = await archiveOptions(flags, paths);
  const draining = shell.drainFirst();
  return withArchive(paths, shell, (interrupted, adopted) =>
    runBatch({
      paths,
      found: [],
      flags,
      redo: false,
      options,
      shell,
      createRunner,
      draining,
      interrupted,
      adopted,
      prepare: (store) => store.redrive(flags.reason),
      watch: null,
    }),
  );
}
