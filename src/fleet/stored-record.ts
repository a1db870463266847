import { type MemoRecord, recordSchema } from "../model/record.ts";

/** What stands for a character that no text of PostgreSQL can hold. One UTF-16 unit, as those are: offsets stay true. */
const REPLACEMENT = "\uFFFD";

/** A record as JSON for `jsonb`, which refuses U+0000 and lone surrogates. */
export function toStored(record: MemoRecord): string {
  return JSON.stringify(record, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", REPLACEMENT).toWellFormed() : value,
  );
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
