import { z } from "zod";
import { recordSchema, SCHEMA_VERSION } from "./record.ts";

/** A name that does not depend on where the schema is published. */
const SCHEMA_ID = `urn:hausmitteilung:record:${SCHEMA_VERSION}`;

/** The JSON Schema (draft 2020-12) of the record. */
export function recordJsonSchema(): z.core.JSONSchema.JSONSchema {
  const { $schema, ...schema } = z.toJSONSchema(recordSchema, { target: "draft-2020-12" });
  return { ...($schema !== undefined && { $schema }), $id: SCHEMA_ID, ...schema };
}
