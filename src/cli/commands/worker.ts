import { exitCodesHelp } from "../help.ts";
import type { WorkerFlags } from "../worker.ts";
import type { AddCommand } from "./add-command.ts";
import { DB_HELP, dbOption } from "./db-option.ts";
import { port } from "./option-values.ts";
import { addReadingOptions } from "./work-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung worker --db postgres://worker@db/memos --jobs 8 --metrics-port 9464
  hausmitteilung worker --db postgres://worker@db/memos --until-empty
${DB_HELP}
SIGTERM and Ctrl-C let it end what it has in hand; a second signal stops it at once, and what it had in hand goes to
another worker. With --metrics-port it answers GET /healthz, /readyz and /metrics (Prometheus).
`;

export const addWorker: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("worker")
    .description("Work on the queue of a fleet, on as many machines as there are.")
    .addOption(dbOption().makeOptionMandatory())
    .option("--until-empty", "end when nothing is left to be done, rather than wait for more")
    .option("--metrics-port <port>", "answer operators on this port; 0 for any", port)
    .option("--metrics-host <address>", "and on this address", "127.0.0.1")
    .option("--json-logs", "JSON lines on standard error even at a terminal");
  addReadingOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (flags: WorkerFlags) => {
      const { worker } = await import("../worker.ts");
      onExit(await worker(flags, shell));
    });
};
