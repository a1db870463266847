import { exitCodesHelp } from "../help.ts";
import type { HistoryFlags } from "../history.ts";
import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Examples:
  hausmitteilung history archive scan-0001.pdf
  hausmitteilung history archive/records/3f/3fa9….json
  hausmitteilung history --json archive/records/3f/3fa9….json | jq 'select(.act == "set") | .field'
`;

export const addHistory: AddCommand = (program, shell, onExit) => {
  program
    .command("history")
    .description("Print what people decided about a record: who, when, which field, from what to what.")
    .argument("<record>", "a record's file in an archive; or the archive's folder, with the name of a file")
    .argument("[file]", "the name of a file that was read into the archive, with folders before it if need be")
    .option("--json", "the events as they are kept, a line each")
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (record: string, file: string | undefined, flags: HistoryFlags) => {
      const { history } = await import("../history.ts");
      onExit(await history(record, file, flags, shell));
    });
};
