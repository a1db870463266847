import { realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { findFiles } from "../archive/find-files.ts";
import { FolderWatch } from "../archive/folder-watch.ts";
import { ArchivePaths } from "../archive/paths.ts";
import { exists } from "../archive/read-json.ts";
import { withArchive } from "./archive-session.ts";
import { archiveOptions, type CreateRunner, createPool, runBatch, type WorkFlags } from "./batch-run.ts";
import type { ExitCode } from "./exit-codes.ts";
import { languageOf } from "./language.ts";
import { matchingFiles } from "./matching-files.ts";
import { writeOparl } from "./oparl-folder.ts";
import type { FormatFlags } from "./record-format.ts";
import { type Shell, WrongUse } from "./shell.ts";

export interface BatchFlags extends WorkFlags, FormatFlags {
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
  const roots = await matchingFiles(inputs);
  await refuseUnfit(roots, paths.root);
  const options = await archiveOptions(flags, paths);
  const draining = shell.drainFirst();
  const code = await withArchive(paths, shell, async (interrupted, adopted) => {
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
      adopted,
      prepare: async () => undefined,
      publish: (report) => writeOparl(paths, flags, report),
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

/**
 * @throws WrongUse where there is nothing to read, so that no archive is made for a mistyped name; and where the archive
 * would be part of what it is made from
 */
async function refuseUnfit(roots: readonly string[], out: string): Promise<void> {
  const there = await Promise.all(roots.map((root) => exists(root).catch(() => true)));
  if (!there.includes(true)) throw new WrongUse(`There is no ${roots.map((root) => JSON.stringify(root)).join(", ")}.`);
  const archive = await realPathOf(out);
  for (const root of roots) {
    const real = await realPathOf(resolve(root));
    if (archive !== real && !archive.startsWith(real + sep)) continue;
    throw new WrongUse(
      `The archive ${JSON.stringify(out)} would be in ${JSON.stringify(root)}, which is to be read: name a folder outside.`,
    );
  }
}

/** All links followed; of a folder that is not there yet, those on the way to it. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realPathOf(above), basename(path));
  }
}

function millisecondsOf(watch: true | number): number {
  return (watch === true ? WATCH_SECONDS : watch) * 1000;
}
