import { Option } from "commander";
import { FAILURES } from "../../model/failure.ts";
import { exitCodesHelp } from "../help.ts";
import type { RetryFlags } from "../retry.ts";
import type { AddCommand } from "./add-command.ts";
import { addWorkOptions } from "./work-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung retry archive                         all that failed
  hausmitteilung retry archive --reason pdf-encrypted --password-file passwords.txt
`;

export const addRetry: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("retry")
    .description("Read once more the files of an archive that failed.")
    .argument("<dir>", "the archive's folder")
    .addOption(new Option("--reason <code>", "only what failed for this reason").choices(Object.keys(FAILURES)));
  addWorkOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (folder: string, flags: RetryFlags) => {
      const { retry } = await import("../retry.ts");
      onExit(await retry(folder, flags, shell));
    });
};
