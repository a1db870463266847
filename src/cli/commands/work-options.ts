import { type Command, Option } from "commander";
import { addCorrectionOptions, addRepairOptions } from "./correction-options.ts";
import { addLimitOptions } from "./limit-options.ts";
import { positiveInteger } from "./option-values.ts";

function sourceOption(): Option {
  return new Option("--source <source>", "where a PDF page's text is taken from")
    .choices(["auto", "ocr", "text-layer"])
    .default("auto");
}

function engineOption(): Option {
  return new Option("--engine <engine>", "what reads pictures; native: the tesseract of this machine, 5 or later")
    .choices(["tesseract.js", "native"])
    .default("tesseract.js");
}

const TESSDATA = [
  "--tessdata <dir>",
  "folder of another OCR model: its deu.traineddata in place of the one installed",
] as const;

/** The options that a record depends on, for who only has to know what workers will make. */
export function addVersionOptions(command: Command): Command {
  return addRepairOptions(
    command
      .addOption(sourceOption())
      .addOption(engineOption())
      .option(...TESSDATA),
  );
}

const MEMORY = "what all child processes may hold together (default: 768 a job, but what one may)";

/** The options of every command that reads documents. */
export function addReadingOptions(command: Command): Command {
  command
    .addOption(sourceOption())
    .addOption(engineOption())
    .option(...TESSDATA)
    .option("-j, --jobs <n>", "files or pages read at once (default: one a core, as memory allows)", positiveInteger)
    .option("--memory <MiB>", MEMORY, positiveInteger);
  addCorrectionOptions(command).option("--password-file <file>", "passwords to try on encrypted PDFs, one a line");
  return addLimitOptions(command);
}

/** The option of every command that ends with a verdict on what it read. */
export function failOnOption(): Option {
  return new Option("--fail-on <what>", "exit with code 4 if a record needs review").choices(["review"]);
}

/** The options of every command that works into an archive. */
export function addWorkOptions(command: Command): Command {
  return addReadingOptions(command)
    .addOption(failOnOption())
    .addOption(new Option("--progress <form>", "how progress is told").choices(["auto", "json"]).default("auto"));
}
