import { anyRecordSchema } from "../model/earlier-records.ts";
import type { MemoRecord } from "../model/record.ts";

/**
 * A text without U+0000 and lone surrogates, which no text of PostgreSQL can hold: U+FFFD stands for each. All are
 * one UTF-16 unit, so that offsets stay true.
 */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** A record as JSON for `jsonb`. */
export function toStored(record: MemoRecord): string {
  return JSON.stringify(record, (_key, value: unknown) => (typeof value === "string" ? storable(value) : value));
}

/** What `jsonb` keeps of a record, and the one order that it does not. */
export interface StoredRecord {
  readonly record: unknown;
  /** JSON Pointers in the order in which the evidence stood. */
  readonly pointers: readonly string[];
}

/**
 * A record as it was before `jsonb` put its keys into an order of its own, so that it gives the same bytes again.
 * All keys but those of the evidence stand in the order of the schema.
 */
export function fromStored({ record, pointers }: StoredRecord): MemoRecord {
  const parsed = anyRecordSchema.parse(record);
  const { evidence } = parsed;
  // In its own place among the keys.
  return {
    ...parsed,
    evidence: Object.fromEntries(pointers.flatMap((at) => (evidence[at] ? [[at, evidence[at]]] : []))),
  };
}
