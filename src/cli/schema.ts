import { z } from "zod";
import { prettyJson } from "../model/pretty-json.ts";
import { recordSchema } from "../model/record.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

/** The JSON Schema (draft 2020-12) of the record, pretty, with a line break at its end. */
export function schemaText(): string {
  return prettyJson(z.toJSONSchema(recordSchema, { target: "draft-2020-12" }));
}

/** `hausmitteilung schema` */
export async function schema(shell: Shell): Promise<ExitCode> {
  await writeOut(shell.stdout, schemaText());
  return EXIT_CODES.allGood.code;
}
