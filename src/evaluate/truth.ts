import { z } from "zod";
import { anyRecordSchema } from "../model/earlier-records.ts";
import { type MemoRecord, recordSchema } from "../model/record.ts";
import { type Checked, checkedBy, checkedJson } from "./checked-json.ts";

const { items, references, signatures, ...fields } = recordSchema.shape.memo.shape;

/** A memo of which only the fields present are stated; of an item any part may be left out. */
const partialMemoSchema = z
  .strictObject({
    ...fields,
    references: z.array(references.element.partial({ meeting: true })),
    items: z.array(items.element.partial()),
    signatures: z.array(signatures.element.partial({ role: true })),
  })
  .partial();

/** Other keys are for people and other tools. */
const truthSchema = z.looseObject({
  memo: partialMemoSchema,
  /** JSON Pointers to what cannot be told for sure, not even by a person ("/memo/date"). */
  unscored: z.array(z.string().regex(/^(\/[^/]*)+$/, 'A JSON Pointer is expected, as "/memo/date".')).default([]),
});

export type PartialMemo = z.infer<typeof partialMemoSchema>;

/** What a memo truly says. Fields that are absent are not scored. */
export interface Truth {
  readonly memo: PartialMemo;
  readonly unscored: readonly string[];
}

/** What there is to be scored: a whole record, or a memo alone. */
export type Scorable = MemoRecord | Truth;

/** Reads `{ "memo": …, "unscored"?: […] }`, or a whole record, whose memo then is the truth. */
export function parseTruth(json: string): Checked<Scorable> {
  return checkedJson(json, checkTruth);
}

/** A truth or record that is JSON already. */
export function checkTruth(value: unknown): Checked<Scorable> {
  const isRecordLike = typeof value === "object" && value !== null && "schemaVersion" in value;
  return isRecordLike ? checkedBy(anyRecordSchema, value) : checkedBy(truthSchema, value);
}

export function isWholeRecord(scorable: Scorable): scorable is MemoRecord {
  return "schemaVersion" in scorable;
}

/** What a record or truth states of its memo. */
export function truthOf(scorable: Scorable): Truth {
  return { memo: scorable.memo, unscored: isWholeRecord(scorable) ? [] : scorable.unscored };
}
