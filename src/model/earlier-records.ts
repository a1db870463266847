import { z } from "zod";
import { recordSchema, SCHEMA_VERSION } from "./record.ts";

/**
 * A record of this or of an earlier version of the schema, as one of this version. What 1.0 did not say follows from
 * it: tesseract.js was the one engine that read pictures. Anything else stays as it is, for the schema to refuse.
 */
export const anyRecordSchema = z.preprocess(asCurrent, recordSchema);

/** What tells a record of 1.0, and as much of it as was changed since. */
const firstSchema = z.looseObject({
  schemaVersion: z.literal("1.0"),
  source: z.looseObject({ text: recordSchema.shape.source.shape.text }),
});

function asCurrent(value: unknown): unknown {
  const first = firstSchema.safeParse(value);
  if (!first.success) return value;
  const { source } = first.data;
  const engine = source.text === "ocr" || source.text === "mixed" ? "tesseract.js" : null;
  return { ...first.data, schemaVersion: SCHEMA_VERSION, source: { ...source, engine } };
}
