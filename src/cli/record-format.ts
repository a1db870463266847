import type { MemoRecord } from "../model/record.ts";
import { paperOf } from "../oparl/paper.ts";

/** What is written for a record. */
export type RecordFormat = (record: MemoRecord) => object;

/** The format that flags choose. */
export function recordFormat(flags: { readonly format: "json" | "oparl"; readonly oparlBase: string }): RecordFormat {
  return flags.format === "oparl" ? (record) => paperOf(record, flags.oparlBase) : (record) => record;
}
