import { Option } from "commander";
import type { BatchFlags } from "../batch.ts";
import { exitCodesHelp } from "../help.ts";
import type { AddCommand } from "./add-command.ts";
import { addCorrectionOptions } from "./correction-options.ts";
import { positiveInteger } from "./option-values.ts";

const EXAMPLES = `
Examples:
  hausmitteilung batch scans/ --out archive            everything below a folder
  hausmitteilung batch scans/ --out archive            once more: goes on where it was stopped
  hausmitteilung batch 'in/**/*.pdf' more/ --out archive --redo
  hausmitteilung batch scans/ --out archive --progress json 2> events.ndjson

The originals are only read. The archive holds records/, failures/ with the reason for each file that gave none,
records.ndjson, and index.csv for a spreadsheet. Ctrl-C ends what is in hand; a second one stops at once.
`;

export const addBatch: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("batch")
    .description(
      "Import files and whole folders into an archive: a record for each memo, a reason for each other file.",
    )
    .argument("<inputs...>", "files, folders, patterns")
    .requiredOption("-o, --out <dir>", "the archive's folder")
    .addOption(
      new Option("--source <source>", "where a PDF page's text is taken from")
        .choices(["auto", "ocr", "text-layer"])
        .default("auto"),
    )
    .option("-j, --jobs <n>", "files or pages read at once (default: one a core, as memory allows)", positiveInteger)
    .option("--redo", "do again what another version of this program did")
    .addOption(new Option("--fail-on <what>", "exit with code 4 if a record needs review").choices(["review"]))
    .addOption(new Option("--progress <form>", "how progress is told").choices(["auto", "json"]).default("auto"));
  addCorrectionOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (inputs: string[], flags: BatchFlags) => {
      const { batch } = await import("../batch.ts");
      onExit(await batch(inputs, flags, shell));
    });
};
