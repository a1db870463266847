import { exitCodesHelp } from "../help.ts";
import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Examples:
  hausmitteilung explain letter.pdf                 what each line was taken for, and why
  hausmitteilung explain --json letter.txt | jq -r 'select(.label == "furniture").text'

A column each: page, ">" where a part begins, label, probability of the part, text, the heaviest facts. Send it with a bug report.
`;

export const addExplain: AddCommand = (program, shell, onExit) => {
  program
    .command("explain")
    .description("Show what each line of a letter was taken for, how surely, and why.")
    .argument("<files...>", "files to read")
    .option("--json", "a JSON line for each piece of a line")
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (files: string[], flags: { json?: true }) => {
      const { explainFiles } = await import("../explain.ts");
      onExit(await explainFiles(files, flags, shell));
    });
};
