import { recordJsonSchema } from "../model/json-schema.ts";
import { prettyJson } from "../model/pretty-json.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

/** The JSON Schema (draft 2020-12) of the record, pretty, with a line break at its end. */
export function schemaText(): string {
  return prettyJson(recordJsonSchema());
}

/** `hausmitteilung schema` */
export async function schema(shell: Shell): Promise<ExitCode> {
  await writeOut(shell.stdout, schemaText());
  return EXIT_CODES.allGood.code;
}
