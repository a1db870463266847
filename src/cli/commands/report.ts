import { Option } from "commander";
import { exitCodesHelp } from "../help.ts";
import type { ReportFlags } from "../report.ts";
import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Examples:
  hausmitteilung report archive -o report.html                the records, with the pages of those that need review
  hausmitteilung report archive -o report.html --pages none   small enough for any mail
`;

export const addReport: AddCommand = (program, shell, onExit) => {
  program
    .command("report")
    .description(
      "Write an archive's records as one HTML file to read: the desk's view, nothing to load, nothing to edit.",
    )
    .argument("<dir>", "an archive's folder")
    .requiredOption("-o, --out <file>", "the file to write")
    .addOption(
      new Option("--pages <which>", "records whose page pictures are put in (some 200 kB a page)")
        .choices(["all", "review", "none"])
        .default("review"),
    )
    .addOption(new Option("--lang <language>", "the page's language").choices(["de", "en"]).default("de"))
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (dir: string, flags: ReportFlags) => {
      const { report } = await import("../report.ts");
      onExit(await report(dir, flags, shell));
    });
};
