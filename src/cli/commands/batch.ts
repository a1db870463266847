import type { BatchFlags } from "../batch.ts";
import { exitCodesHelp } from "../help.ts";
import type { AddCommand } from "./add-command.ts";
import { addFormatOptions } from "./format-options.ts";
import { positiveInteger } from "./option-values.ts";
import { addWorkOptions } from "./work-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung batch scans/ --out archive            everything below a folder
  hausmitteilung batch scans/ --out archive            once more: goes on where it was stopped
  hausmitteilung batch scans/ --out archive --redo     what an older version of this program made
  hausmitteilung batch /mnt/scanner --out archive --watch
  hausmitteilung batch '/mnt/20*/**/*.pdf' --out archive
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
    .option("--watch [seconds]", "go on, and look for new files every so many seconds (default: 10)", positiveInteger)
    .option("--redo", "do again what another version of this program did");
  addFormatOptions(command, "oparl: the archive's memos as OParl 1.1 Papers too, in its folder oparl");
  addWorkOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (inputs: string[], flags: BatchFlags) => {
      const { batch } = await import("../batch.ts");
      onExit(await batch(inputs, flags, shell));
    });
};
