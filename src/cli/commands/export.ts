import type { ExportFlags } from "../export.ts";
import { exitCodesHelp } from "../help.ts";
import type { AddCommand } from "./add-command.ts";
import { DB_HELP, dbOption } from "./db-option.ts";
import { addFormatOptions } from "./format-options.ts";

const EXAMPLES = `
Example:
  hausmitteilung export --db postgres://reader@db/memos --out archive
${DB_HELP}
The folder is an archive as \`batch\` makes it: review, verify and check work on it.
`;

export const addExport: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("export")
    .description("Write the records and failures of a fleet into an archive folder.")
    .addOption(dbOption().makeOptionMandatory())
    .requiredOption("-o, --out <dir>", "the archive's folder");
  addFormatOptions(command, "oparl: the memos as OParl 1.1 Papers too, in the folder's folder oparl")
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (flags: ExportFlags) => {
      const { exportRecords } = await import("../export.ts");
      onExit(await exportRecords(flags, shell));
    });
};
