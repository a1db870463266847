import type { StatusFlags } from "../status.ts";
import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Examples:
  hausmitteilung status archive
  hausmitteilung status archive --json | jq .failures
`;

export const addStatus: AddCommand = (program, shell, onExit) => {
  program
    .command("status")
    .description("Tell what an archive holds: records, failures by reason, who works on it.")
    .argument("<dir>", "the archive's folder")
    .option("--json", "as a JSON object")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, flags: StatusFlags) => {
      const { status } = await import("../status.ts");
      onExit(await status(folder, flags, shell));
    });
};
