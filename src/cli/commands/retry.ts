import { type Command, Option } from "commander";
import { FAILURES } from "../../model/failure.ts";
import { exitCodesHelp } from "../help.ts";
import type { RetryFlags } from "../retry.ts";
import { WrongUse } from "../shell.ts";
import type { AddCommand } from "./add-command.ts";
import { dbOption } from "./db-option.ts";
import { addWorkOptions } from "./work-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung retry archive                         all that failed
  hausmitteilung retry archive --reason pdf-encrypted --password-file passwords.txt
  hausmitteilung retry --db postgres://clerk@db/memos  queued again for the workers of a fleet
`;

/** What a queue is told; how files are read is told to the workers. */
const HEARD_BY_A_QUEUE: ReadonlySet<string> = new Set(["db", "reason", "config"]);

/** @throws WrongUse where the command line has an option that would not be heard */
function refuseUnheard(command: Command): void {
  const unheard = command.options.filter((option) => {
    const name = option.attributeName();
    return command.getOptionValueSource(name) === "cli" && !HEARD_BY_A_QUEUE.has(name);
  });
  if (unheard.length === 0) return;
  const names = [...new Set(unheard.map(({ long }) => long))].join(", ");
  throw new WrongUse(
    `With --db the workers read the files, each with options of its own: ${names} would not be heard.`,
  );
}

export const addRetry: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("retry")
    .description("Read once more the files of an archive or a fleet that failed.")
    .argument("[dir]", "the archive's folder")
    .addOption(dbOption())
    .addOption(new Option("--reason <code>", "only what failed for this reason").choices(Object.keys(FAILURES)));
  addWorkOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (folder: string | undefined, flags: RetryFlags & { readonly db?: string }, given: Command) => {
      if (folder !== undefined) {
        const { retry } = await import("../retry.ts");
        onExit(await retry(folder, flags, shell));
        return;
      }
      const { db } = flags;
      if (db === undefined) throw new WrongUse("An archive's folder or --db is needed.");
      refuseUnheard(given);
      const { fleetRetry } = await import("../fleet-retry.ts");
      onExit(await fleetRetry({ ...flags, db }, shell));
    });
};
