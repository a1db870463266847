import { join, resolve } from "node:path";
import { findFiles } from "../archive/find-files.ts";
import { FolderWatch } from "../archive/folder-watch.ts";
import { ArchivePaths } from "../archive/paths.ts";
import { withArchive } from "./archive-session.ts";
import { archiveOptions, type CreateRunner, createPool, runBatch, type WorkFlags } from "./batch-run.ts";
import type { ExitCode } from "./exit-codes.ts";
import { languageOf } from "./language.ts";
import { matchingFiles } from "./matching-files.ts";
import type { Shell } from "./shell.ts";

export interface BatchFlags extends WorkFlags {
  readonly out: string;
  readonly redo?: true;
  /** Seconds between two looks; true where not said. */
  readonly watch?: true | number;
}

/** Seconds between two looks into a watched folder, where the user does not say: a share of 10,000 files bears it. */
const WATCH_SECONDS = 10;

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
  const code = await withArchive(paths, shell, async (interrupted) => {
    const roots = await matchingFiles(inputs);
    const watch = flags.watch === undefined ? null : new FolderWatch(roots, paths.root, millisecondsOf(flags.watch));
    return runBatch({
      paths,
      found: watch === null ? await findFiles(roots, paths.root) : [],
      flags,
      redo: flags.redo === true,
      options,
      shell,
      createRunner,
      draining,
      interrupted,
      prepare: async () => undefined,
      watch,
    });
  });
  if (flags.progress !== "json") tellNext(flags.out, shell);
  return code;
}

/** What a clerk does next, for those whose terminal speaks German. */
function tellNext(archive: string, shell: Shell): void {
  if (languageOf(shell.environment as Readonly<Record<string, string | undefined>>) !== "de") return;
  const folder = /\s/u.test(archive) ? JSON.stringify(archive) : archive;
  const lines = [
    "",
    `Fertig. Die Tabelle für Excel: ${join(archive, "index.csv")}`,
    `Prüfen am Bildschirm:   hausmitteilung review ${folder}`,
  ];
  shell.stderr.write(`${lines.join("\n")}\n`);
}

function millisecondsOf(watch: true | number): number {
  return (watch === true ? WATCH_SECONDS : watch) * 1000;
}
