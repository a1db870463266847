import { Option } from "commander";
import { exitCodesHelp } from "../help.ts";
import type { RegisterFlags } from "../register/register.ts";
import type { AddCommand } from "./add-command.ts";
import { calendarDate } from "./option-values.ts";

const EXAMPLES = `
Examples:
  hausmitteilung register archive > register.json
  hausmitteilung register archive --format csv -o register.csv      a line for each point, for Excel
  hausmitteilung register archive --format html -o register.html    a page to read and print, with lines of time
  hausmitteilung register archive --overdue --as-of 2026-06-30      what was overdue that day
`;

export const addRegister: AddCommand = (program, shell, onExit) => {
  program
    .command("register")
    .description(
      "Tell what became of each resolution of an archive: every point's reports, its state, what is overdue.",
    )
    .argument("<dir>", "an archive's folder")
    .addOption(new Option("--as-of <date>", "the day that overdue is told of (default: today)").argParser(calendarDate))
    .addOption(
      new Option("--format <format>", "what is written").choices(["json", "csv", "markdown", "html"]).default("json"),
    )
    .option("--overdue", "only papers with a report that is overdue")
    .option("-o, --out <file>", "the file to write instead of standard output")
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (dir: string, flags: RegisterFlags) => {
      const { register } = await import("../register/register.ts");
      onExit(await register(dir, flags, shell));
    });
};
