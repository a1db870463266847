import process from "node:process";
import { Option } from "commander";
import { FAILURES } from "../../model/failure.ts";
import { exitCodesHelp } from "../help.ts";
import type { RetryFlags } from "../retry.ts";
import { WrongUse } from "../shell.ts";
import { loadFleet } from "../supported-node.ts";
import type { AddCommand } from "./add-command.ts";
import { dbOption } from "./db-option.ts";
import { addWorkOptions } from "./work-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung retry archive                         all that failed
  hausmitteilung retry archive --reason pdf-encrypted --password-file passwords.txt
  hausmitteilung retry --db postgres://clerk@db/memos  queued again for the workers of a fleet
`;

export const addRetry: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("retry")
    .description("Read once more the files of an archive or a fleet that failed.")
    .argument("[dir]", "the archive's folder")
    .addOption(dbOption())
    .addOption(new Option("--reason <code>", "only what failed for this reason").choices(Object.keys(FAILURES)));
  addWorkOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (folder: string | undefined, flags: RetryFlags & { readonly db?: string }) => {
      if (folder !== undefined) {
        const { retry } = await import("../retry.ts");
        onExit(await retry(folder, flags, shell));
        return;
      }
      const { db } = flags;
      if (db === undefined) throw new WrongUse("An archive's folder or --db is needed.");
      const { fleetRetry } = await loadFleet(() => import("../fleet-retry.ts"), process.versions.node);
      onExit(await fleetRetry({ ...flags, db }, shell));
    });
};
