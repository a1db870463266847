import { setTimeout as sleep } from "node:timers/promises";
import { archiveStats, failuresIn } from "../archive/archive-stats.ts";
import { countRecords } from "../archive/indexes.ts";
import { tellHolder } from "../archive/lock.ts";
import type { ArchivePaths } from "../archive/paths.ts";
import { prettyJson } from "../model/pretty-json.ts";
import { archiveTable } from "../report/batch-table.ts";
import { paintFor } from "../report/paint.ts";
import { existingArchive } from "./archive-session.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

export interface StatusFlags {
  readonly json?: true;
  readonly watch?: true;
}

/** Milliseconds between two reports of `--watch`. */
export const WATCH_MS = 2000;

/** The colours of a terminal: standard output is for pipes as well, so that it has none. */
const NO_COLOURS = 0;

/**
 * `hausmitteilung status`: what an archive holds, and whether somebody works on it; with --watch again and again, until
 * nobody does.
 * @throws WrongUse, ReaderGone, OutputBroken; AbortError when interrupted
 */
export async function status(folder: string, flags: StatusFlags, shell: Shell): Promise<ExitCode> {
  const paths = await existingArchive(folder);
  while (await report(paths, flags, shell)) await sleep(WATCH_MS, undefined, { signal: shell.interrupted });
  return EXIT_CODES.allGood.code;
}

/** @returns whether there will be something new to report */
async function report(paths: ArchivePaths, flags: StatusFlags, shell: Shell): Promise<boolean> {
  const [{ versions }, totals, failed, running] = [
    await archiveStats(paths),
    await countRecords(paths),
    await failuresIn(paths),
    await tellHolder(paths),
  ];
  const held = { ...totals, ...failed };
  if (flags.json === true) {
    const told = { ...held, versions, running };
    // Reports that follow each other are a line each.
    await writeOut(shell.stdout, flags.watch === true ? `${JSON.stringify(told)}\n` : prettyJson(told));
  } else {
    const table = archiveTable(held, paintFor(shell.environment, NO_COLOURS));
    const made = Object.entries(versions).map(
      ([version, files]) => `made by ${version.padEnd(18)}${String(files).padStart(10)} files\n`,
    );
    await writeOut(shell.stdout, `${table}${made.join("")}${running === null ? "" : `${running}\n`}`);
  }
  return flags.watch === true && running !== null;
}
