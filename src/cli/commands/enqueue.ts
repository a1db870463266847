import process from "node:process";
import type { EnqueueFlags } from "../enqueue.ts";
import { exitCodesHelp } from "../help.ts";
import { loadFleet } from "../supported-node.ts";
import type { AddCommand } from "./add-command.ts";
import { DB_HELP, dbOption } from "./db-option.ts";

const EXAMPLES = `
Examples:
  hausmitteilung enqueue --db postgres://owner@db/memos                        makes the tables, as their owner
  hausmitteilung enqueue 2023 2024 --base /mnt/archive --db postgres://clerk@db/memos
  hausmitteilung enqueue --base s3://scans/2024 --db postgres://clerk@db/memos
${DB_HELP}
Every worker must see the files under the same path. Each file is read once, for its hash: a content that is known
is not queued again, whatever its name.
`;

export const addEnqueue: AddCommand = (program, shell, onExit) => {
  program
    .command("enqueue")
    .description("Queue files for the workers of a fleet.")
    .argument("[inputs...]", "files, folders, s3:// prefixes")
    .addOption(dbOption().makeOptionMandatory())
    .option("--base <place>", "the folder or s3:// prefix that the inputs are in; alone, all of it")
    .option("--redo", "do again what another version of this program did")
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (inputs: string[], flags: EnqueueFlags) => {
      const { enqueue } = await loadFleet(() => import("../enqueue.ts"), process.versions.node);
      onExit(await enqueue(inputs, flags, shell));
    });
};
