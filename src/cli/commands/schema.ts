import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Example:
  hausmitteilung schema > record.schema.json
`;

export const addSchema: AddCommand = (program, shell, onExit) => {
  program
    .command("schema")
    .description("Print the JSON Schema (draft 2020-12) of a record.")
    .addHelpText("after", EXAMPLES)
    .action(async () => {
      const { schema } = await import("../schema.ts");
      onExit(await schema(shell));
    });
};
