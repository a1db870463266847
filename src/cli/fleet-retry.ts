import { redriveFailures } from "../fleet/redrive-failures.ts";
import type { FailureCode } from "../model/failure.ts";
import { counted } from "../report/messages.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { PERSON, withFleet } from "./fleet-session.ts";
import type { Shell } from "./shell.ts";

export interface FleetRetryFlags {
  readonly db: string;
  readonly reason?: FailureCode;
}

/**
 * `hausmitteilung retry --db`: queues again what failed, all or for one reason.
 * @throws CommandFailed
 */
export async function fleetRetry(flags: FleetRetryFlags, shell: Shell): Promise<ExitCode> {
  const count = await withFleet({ ...PERSON, url: flags.db }, shell, ({ database, boss }) =>
    redriveFailures(database, boss, flags.reason),
  );
  shell.stderr.write(`${counted(count, "file")} queued again\n`);
  return EXIT_CODES.allGood.code;
}
