import type { MemoRecord } from "../../src/model/record.ts";

/** A record as version 1.0 of the schema had it. */
export function asFirstVersion({ source, ...record }: MemoRecord): object {
  const { engine: _engine, ...first } = source;
  return { ...record, schemaVersion: "1.0", source: first };
}
