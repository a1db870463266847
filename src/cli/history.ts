import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { ArchivePaths, memoKeyOf } from "../archive/paths.ts";
import { readEvents } from "../archive/review-log.ts";
import { printable } from "../report/printable.ts";
import type { ReviewEvent } from "../revise/event.ts";
import { standingEvents } from "../revise/standing.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { historyLines } from "./history-lines.ts";
import { type Shell, WrongUse } from "./shell.ts";
import { writeOut } from "./streams.ts";

export interface HistoryFlags {
  readonly json?: true;
}

/**
 * `hausmitteilung history`: the decisions on a record, in the order they were made.
 * @throws WrongUse, OutputBroken
 */
export async function history(record: string, flags: HistoryFlags, shell: Shell): Promise<ExitCode> {
  const path = resolve(record);
  const key = memoKeyOf(basename(path));
  if (key === null || (await stat(path).catch(() => null)) === null) {
    throw new WrongUse(`${JSON.stringify(record)} is no record of an archive (records/ab/<sha256>.json).`);
  }
  const events = await readEvents(new ArchivePaths(dirname(dirname(dirname(path)))), key);
  if (events.length === 0) shell.stderr.write("Nobody has decided anything about this record.\n");
  const standing = new Set<ReviewEvent>(standingEvents(events));
  for (const [index, event] of events.entries()) {
    const lines = flags.json
      ? [JSON.stringify(event)]
      : historyLines(event, index + 1, standing.has(event)).map(printable);
    await writeOut(shell.stdout, `${lines.join("\n")}\n`);
  }
  return EXIT_CODES.allGood.code;
}
