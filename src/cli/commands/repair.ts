import { exitCodesHelp } from "../help.ts";
import type { RepairFlags } from "../repair.ts";
import type { AddCommand } from "./add-command.ts";
import { addCorrectionOptions } from "./correction-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung repair ocr.txt > clean.txt
  pdftotext memo.pdf - | hausmitteilung repair -
  hausmitteilung repair --json ocr.txt | jq .corrections
`;

export const addRepair: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("repair")
    .description("Repair plain text: broken words, OCR noise. A Unix filter.")
    .argument("<files...>", "UTF-8 text files; - for standard input")
    .option("--json", "a JSON line per file: the text and every correction");
  addCorrectionOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (files: string[], flags: RepairFlags) => {
      const { repairFiles } = await import("../repair.ts");
      onExit(await repairFiles(files, flags, shell));
    });
};
