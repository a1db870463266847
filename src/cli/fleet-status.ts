import { setTimeout as sleep } from "node:timers/promises";
import { countNeedingReview, readStats } from "../fleet/stats.ts";
import { archiveTable } from "../report/batch-table.ts";
import { paintFor } from "../report/paint.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type FleetDatabase, PERSON, withFleetDatabase } from "./fleet-session.ts";
import type { Shell } from "./shell.ts";
import { WATCH_MS } from "./status.ts";
import { writeOut } from "./streams.ts";

export interface FleetStatusFlags {
  readonly db: string;
  readonly json?: true;
  readonly watch?: true;
}

/** The colours of a terminal: standard output is for pipes as well, so that it has none. */
const NO_COLOURS = 0;

/**
 * `hausmitteilung status --db`: how far a fleet has come; with --watch again and again, until all is done.
 * @throws CommandFailed, ReaderGone, OutputBroken; AbortError when interrupted
 */
export async function fleetStatus(flags: FleetStatusFlags, shell: Shell): Promise<ExitCode> {
  return withFleetDatabase({ ...PERSON, url: flags.db }, shell, async (fleet) => {
    while (await report(fleet, flags, shell)) await sleep(WATCH_MS, undefined, { signal: shell.interrupted });
    return EXIT_CODES.allGood.code;
  });
}

/** @returns whether there will be something new to report */
async function report({ database }: FleetDatabase, flags: FleetStatusFlags, shell: Shell): Promise<boolean> {
  const { waiting, active, records, failed: failures } = await readStats(database);
  const held = { records, needReview: await countNeedingReview(database), failures };
  if (flags.json === true) {
    // Reports that follow each other are a line each.
    const indent = flags.watch === true ? undefined : 2;
    await writeOut(shell.stdout, `${JSON.stringify({ waiting, active, ...held }, null, indent)}\n`);
  } else {
    const queue = `waiting ${waiting}, in hand ${active}\n`;
    await writeOut(shell.stdout, queue + archiveTable(held, paintFor(shell.environment, NO_COLOURS)));
  }
  return flags.watch === true && waiting + active > 0;
}
