import { resolve } from "node:path";
import { findFiles } from "../archive/find-files.ts";
import { ArchivePaths } from "../archive/paths.ts";
import { withArchive } from "./archive-session.ts";
import { archiveOptions, type CreateRunner, createPool, runBatch, type WorkFlags } from "./batch-run.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";

export interface BatchFlags extends WorkFlags {
  readonly out: string;
  readonly redo?: true;
}

/**
 * `hausmitteilung batch`: all files below some folders into an archive.
 * @throws WrongUse, CommandFailed; AbortError when interrupted
 */
export async function batch(
  inputs: readonly string[],
  flags: BatchFlags,
  shell: Shell,
  createRunner: CreateRunner = createPool,
): Promise<ExitCode> {
  const paths = new ArchivePaths(resolve(flags.out));
  const options = await archiveOptions(flags, paths);
  const draining = shell.drainFirst();
  return withArchive(paths, shell, async (interrupted) => {
    const found = await findFiles(inputs, paths.root);
    const redo = flags.redo === true;
    const prepare = async (): Promise<void> => undefined;
    return runBatch({ paths, found, flags, redo, options, shell, createRunner, draining, interrupted, prepare });
  });
}
