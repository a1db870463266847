import { Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "./exit-codes.ts";
import { exitCodesHelp, PARSE_EXAMPLES, PROGRAM_EXAMPLES, REPAIR_EXAMPLES, SCHEMA_EXAMPLES } from "./help.ts";
import type { ParseFlags } from "./parse.ts";
import type { RepairFlags } from "./repair.ts";
import type { Shell } from "./shell.ts";

/** Called with the exit code of the command that ran. */
type OnExit = (code: ExitCode) => void;

/** The commands and their options. Each command's code is loaded only when it runs, so that help answers at once. */
export function createProgram(version: string, shell: Shell, onExit: OnExit): Command {
  const program = new Command("hausmitteilung")
    .description(
      "Turns scanned Hausmitteilung memos of the Landeshauptstadt Dresden into validated JSON records, offline.",
    )
    .version(version)
    .showHelpAfterError("(--help shows how)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => shell.stdout.write(text), writeErr: (text) => shell.stderr.write(text) })
    .addHelpText("after", PROGRAM_EXAMPLES + exitCodesHelp());
  addParse(program, shell, onExit);
  addRepair(program, shell, onExit);
  addSchema(program, shell, onExit);
  return program;
}

function addParse(program: Command, shell: Shell, onExit: OnExit): void {
  const command = program
    .command("parse")
    .description("Read memos (PDF, PNG, JPEG, TIFF, text) and write a JSON record for each.")
    .argument("<files...>", "files to read; - for standard input")
    .option("-o, --out <dir>", "write <name>.json into this folder instead of standard output")
    .addOption(
      new Option("--source <source>", "where a PDF page's text is taken from")
        .choices(["auto", "ocr", "text-layer"])
        .default("auto"),
    )
    .option("-j, --jobs <n>", "files or pages read at once (default: one a core, as memory allows)", positiveInteger)
    .addOption(new Option("--fail-on <what>", "exit with code 4 if a record needs review").choices(["review"]))
    .addOption(new Option("--quiet", "failures only on standard error").conflicts(["verbose", "jsonLogs"]))
    .addOption(new Option("--verbose", "tell every step and finding on standard error").conflicts("jsonLogs"))
    .option("--json-logs", "the same as JSON lines");
  addCorrectionOptions(command)
    .addHelpText("after", PARSE_EXAMPLES + exitCodesHelp())
    .action(async (files: string[], flags: ParseFlags) => {
      const { parse } = await import("./parse.ts");
      onExit(await parse(files, flags, shell));
    });
}

function addRepair(program: Command, shell: Shell, onExit: OnExit): void {
  const command = program
    .command("repair")
    .description("Repair plain text: broken words, OCR noise. A Unix filter.")
    .argument("<files...>", "UTF-8 text files; - for standard input")
    .option("--json", "a JSON line per file: the text and every correction");
  addCorrectionOptions(command)
    .addHelpText("after", REPAIR_EXAMPLES + exitCodesHelp())
    .action(async (files: string[], flags: RepairFlags) => {
      const { repairFiles } = await import("./repair.ts");
      onExit(await repairFiles(files, flags, shell));
    });
}

function addSchema(program: Command, shell: Shell, onExit: OnExit): void {
  program
    .command("schema")
    .description("Print the JSON Schema (draft 2020-12) of a record.")
    .addHelpText("after", SCHEMA_EXAMPLES)
    .action(async () => {
      const { schema } = await import("./schema.ts");
      onExit(await schema(shell));
    });
}

function addCorrectionOptions(command: Command): Command {
  return command
    .option("--no-correct", "leave the text as it was read")
    .option("--min-confidence <p>", "make no correction less sure than this, 0 to 1", probability, 0)
    .option("--words <file>", "names and words of your own, one a line");
}

function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError("It must be a whole number from 1 on.");
  return number;
}

function probability(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError("It must be a number from 0 to 1.");
  return number;
}
