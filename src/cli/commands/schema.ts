import { Option } from "commander";
import type { SchemaFlags } from "../schema.ts";
import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Examples:
  hausmitteilung schema > record.schema.json
  hausmitteilung schema --of events > events.schema.json
`;

export const addSchema: AddCommand = (program, shell, onExit) => {
  program
    .command("schema")
    .description("Print the JSON Schema (draft 2020-12) of a record, or of a line of the JSON logs.")
    .addOption(new Option("--of <what>", "what is described").choices(["record", "events"]).default("record"))
    .addHelpText("after", EXAMPLES)
    .action(async (flags: SchemaFlags) => {
      const { schema } = await import("../schema.ts");
      onExit(await schema(flags, shell));
    });
};
