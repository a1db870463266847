import type { Command } from "commander";
import type { EnqueueFlags } from "../enqueue.ts";
import { exitCodesHelp } from "../help.ts";
import { WrongUse } from "../shell.ts";
import type { AddCommand } from "./add-command.ts";
import { DB_HELP, dbOption } from "./db-option.ts";
import { addVersionOptions } from "./work-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung enqueue --db postgres://owner@db/memos                        makes the tables, as their owner
  hausmitteilung enqueue 2023 2024 --base /mnt/archive --db postgres://clerk@db/memos
  hausmitteilung enqueue --base s3://scans/2024 --db postgres://clerk@db/memos
${DB_HELP}
With --redo name the options that the workers are given (--source, --engine, --tessdata, --no-correct, --min-confidence): what was
made with others is done again. Without it they are the workers' alone.

Every worker must see the files under the same path. Each file is read once, for its hash: a content that is known
is not queued again, whatever its name.
`;

const OF_REDO: readonly string[] = ["source", "engine", "tessdata", "correct", "minConfidence"];

/** @throws WrongUse where an option that is about --redo stands without it */
function refuseWithoutRedo(command: Command, { redo }: EnqueueFlags): void {
  const given = OF_REDO.filter((name) => command.getOptionValueSource(name) === "cli");
  if (redo === true || given.length === 0) return;
  const names = command.options.filter((option) => given.includes(option.attributeName())).map(({ long }) => long);
  throw new WrongUse(`Without --redo ${names.join(", ")} would not be heard: the workers read the files.`);
}

export const addEnqueue: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("enqueue")
    .description("Queue files for the workers of a fleet.")
    .argument("[inputs...]", "files, folders, s3:// prefixes")
    .addOption(dbOption().makeOptionMandatory())
    .option("--base <place>", "the folder or s3:// prefix that the inputs are in; alone, all of it")
    .option(
      "--redo",
      "do again what another version of this program did, or what was made with other options than these",
    );
  addVersionOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (inputs: string[], flags: EnqueueFlags) => {
      refuseWithoutRedo(command, flags);
      const { enqueue } = await import("../enqueue.ts");
      onExit(await enqueue(inputs, flags, shell));
    });
};
