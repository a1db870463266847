import { type Command, Option } from "commander";
import { addCorrectionOptions } from "./correction-options.ts";
import { addLimitOptions } from "./limit-options.ts";
import { positiveInteger } from "./option-values.ts";

/** The options of every command that reads documents. */
export function addReadingOptions(command: Command): Command {
  command
    .addOption(
      new Option("--source <source>", "where a PDF page's text is taken from")
        .choices(["auto", "ocr", "text-layer"])
        .default("auto"),
    )
    .option("-j, --jobs <n>", "files or pages read at once (default: one a core, as memory allows)", positiveInteger)
    .addOption(new Option("--fail-on <what>", "exit with code 4 if a record needs review").choices(["review"]));
  addCorrectionOptions(command).option("--password-file <file>", "passwords to try on encrypted PDFs, one a line");
  return addLimitOptions(command);
}

/** The options of every command that works into an archive. */
export function addWorkOptions(command: Command): Command {
  return addReadingOptions(command).addOption(
    new Option("--progress <form>", "how progress is told").choices(["auto", "json"]).default("auto"),
  );
}
