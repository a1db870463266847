import { Option } from "commander";
import { exitCodesHelp } from "../help.ts";
import type { ParseFlags } from "../parse.ts";
import type { AddCommand } from "./add-command.ts";
import { addFormatOptions } from "./format-options.ts";
import { addReadingOptions, failOnOption } from "./work-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung parse scan.pdf                        one file: one JSON object
  hausmitteilung parse *.pdf > records.ndjson          several: a line each, failures too
  hausmitteilung parse -o records/ in/*.pdf            a file each: records/<name>.json
  curl -s https://example.org/memo.pdf | hausmitteilung parse -
  hausmitteilung parse --fail-on review scan.pdf       exit code 4 if a person should look
  hausmitteilung parse --words names.txt scan.pdf      names of your own are not "corrected"
  hausmitteilung parse --tessdata /usr/share/tesseract-ocr/5/tessdata scan.pdf    Debian's model: faster

Every file that gives no record is named with the reason: {"failure":{"code","message","source"}}.
`;

export const addParse: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("parse")
    .description("Read memos (PDF, PNG, JPEG, TIFF, text) and write a JSON record for each.")
    .argument("<files...>", "files to read; - for standard input")
    .option("-o, --out <dir>", "write <name>.json into this folder instead of standard output");
  addFormatOptions(command, "what is written for each memo: its record, or an OParl 1.1 Paper around it")
    .addOption(new Option("--quiet", "failures only on standard error").conflicts(["verbose", "jsonLogs"]))
    .addOption(new Option("--verbose", "tell every step and finding on standard error").conflicts("jsonLogs"))
    .option("--json-logs", "the same as JSON lines");
  addReadingOptions(command)
    .addOption(failOnOption())
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (files: string[], flags: ParseFlags) => {
      const { parse } = await import("../parse.ts");
      onExit(await parse(files, flags, shell));
    });
};
