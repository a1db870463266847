import { type MemoRecord, recordSchema } from "../model/record.ts";

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

/**
 * A record as it was before `jsonb` put its keys into an order of its own, so that it gives the same bytes again.
 * The schema's order is that of the record; evidence stands in the order of the memo's leaves.
 */
export function fromStored(stored: unknown): MemoRecord {
  const record = recordSchema.parse(stored);
  const pointers = pointersIn(record.memo, "/memo").filter((pointer) => pointer in record.evidence);
  const known = new Set(pointers);
  const others = Object.keys(record.evidence).filter((pointer) => !known.has(pointer));
  const evidence = Object.fromEntries([...pointers, ...others].map((at) => [at, record.evidence[at]]));
  return recordSchema.parse({ ...record, evidence });
}

/** JSON Pointers of all leaves, in their order. */
function pointersIn(value: unknown, pointer: string): string[] {
  if (value === null || typeof value !== "object") return [pointer];
  return Object.entries(value).flatMap(([key, child]) => pointersIn(child, `${pointer}/${key}`));
}
