import { z } from "zod";
import { recordJsonSchema } from "../model/json-schema.ts";
import { prettyJson } from "../model/pretty-json.ts";
import { logEventSchema } from "../report/event-schema.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

export interface SchemaFlags {
  /** A record, or a line of the JSON logs. */
  readonly of: "record" | "events";
}

/** A JSON Schema (draft 2020-12), pretty, with a line break at its end. */
export function schemaText({ of }: SchemaFlags): string {
  return prettyJson(of === "record" ? recordJsonSchema() : z.toJSONSchema(logEventSchema, { target: "draft-2020-12" }));
}

/** `hausmitteilung schema` */
export async function schema(flags: SchemaFlags, shell: Shell): Promise<ExitCode> {
  await writeOut(shell.stdout, schemaText(flags));
  return EXIT_CODES.allGood.code;
}
