import type { FleetStatusFlags } from "../fleet-status.ts";
import { WrongUse } from "../shell.ts";
import type { StatusFlags } from "../status.ts";
import type { AddCommand } from "./add-command.ts";
import { dbOption } from "./db-option.ts";
import { port } from "./option-values.ts";

const EXAMPLES = `
Examples:
  hausmitteilung status archive
  hausmitteilung status archive --json | jq .failures
  hausmitteilung status --db postgres://reader@db/memos --watch
  hausmitteilung status --db postgres://reader@db/memos --port 8080
`;

export const addStatus: AddCommand = (program, shell, onExit) => {
  program
    .command("status")
    .description("Tell what an archive or a fleet holds: records, failures by reason, who works on it.")
    .argument("[dir]", "the archive's folder")
    .addOption(dbOption())
    .option("--watch", "every other second, until all is done or nobody works any more")
    .option("--json", "as a JSON object")
    .option("--port <port>", "of a fleet: as a page on this port, until Ctrl-C; 0 for any", port)
    .option("--host <address>", "and on this address (default: 127.0.0.1, this machine alone)")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined, { db, ...flags }: StatusFlags & Partial<FleetStatusFlags>) => {
      if (folder !== undefined) {
        if (flags.port !== undefined || flags.host !== undefined) {
          throw new WrongUse("--port and --host are about a fleet (--db): an archive's page is `review`.");
        }
        const { status } = await import("../status.ts");
        onExit(await status(folder, flags, shell));
        return;
      }
      if (db === undefined) throw new WrongUse("An archive's folder or --db is needed.");
      if (flags.host !== undefined && flags.port === undefined) throw new WrongUse("--host is about --port.");
      const { fleetStatus } = await import("../fleet-status.ts");
      onExit(await fleetStatus({ ...flags, db }, shell));
    });
};
