import { z } from "zod";

/**
 * What people decide about a record: an append-only log, one event a line. The log is the truth; a record's revision
 * is what `applyReview` makes of the machine's record and the log.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** JSON Pointer into the record. */
const pointer = z.string().regex(/^(\/[^/]*)*$/);

const coordinate = z.number().min(-100_000).max(100_000);

/** A part of a page, as the record's evidence has it. */
const regionSchema = z.strictObject({
  page: z.int().min(1),
  box: z.tuple([coordinate, coordinate, coordinate, coordinate]),
});

/** A correction, as it stood in the record that the decision was made on. */
const decidedCorrectionSchema = z.strictObject({
  rule: z.string().min(1),
  from: z.string(),
  to: z.string(),
  offset: z.int().min(0),
});

/** A finding is known again by what it says. */
const settledFindingSchema = z.strictObject({
  code: z.string().min(1),
  message: z.string().min(1),
  page: z.int().min(1).optional(),
});

/** Values are those of the field: a leaf of the memo, or a list of it as a whole ("/memo/items"). */
const values = { field: z.string().regex(/^\/memo(?:\/[^/]+)*$/), old: z.json(), new: z.json() };

/** What a person asks for; whoever writes the log adds who, when and on what. */
const CHANGES = [
  /** The field has a new value. */
  z.strictObject({
    act: z.literal("set"),
    ...values,
    /** Where on paper leaves of the new value were pointed at; `at` is below the field, "" the field itself. */
    places: z.array(z.strictObject({ at: pointer, regions: z.array(regionSchema).min(1).max(200) })).optional(),
  }),
  /** The field's value is right as it stands; "/memo" is all of it. */
  z.strictObject({ act: z.literal("confirm"), ...values }),
  /** A doubtful word was looked at: right as it stands, or mended; `old` and `new` are the field's text. */
  z.strictObject({
    act: z.literal("check"),
    ...values,
    /** The word in `old`, UTF-16. */
    word: z.strictObject({ offset: z.int().min(0), length: z.int().min(1) }),
  }),
  /** The machine's correction is right. `old` and `new` are the field's text. */
  z.strictObject({ act: z.literal("accept"), ...values, correction: decidedCorrectionSchema }),
  /** The machine's correction is wrong: what was read stands again. */
  z.strictObject({ act: z.literal("reject"), ...values, correction: decidedCorrectionSchema }),
  /** Text that no field took belongs into this one. */
  z.strictObject({ act: z.literal("place"), ...values, finding: settledFindingSchema }),
  /** The finding asks for nothing. */
  z.strictObject({
    act: z.literal("dismiss"),
    ...values,
    field: z.literal("/diagnostics"),
    finding: settledFindingSchema,
  }),
  /** Somebody has to be asked before the letter can be settled: it stays open, with the note, until that is done. */
  z.strictObject({
    act: z.literal("query"),
    ...values,
    field: z.literal("/diagnostics"),
    note: z.string().min(1).max(2000),
  }),
] as const;

const UNDO = z.strictObject({
  act: z.literal("undo"),
  ...values,
  field: pointer,
  /** Numbers of the events taken back: their lines in the log, from 1. */
  undoes: z.array(z.int().min(1)).min(1),
});

const stamp = {
  who: z.string().min(1),
  when: z.iso.datetime(),
  /** SHA-256 of the record's file as it was when this was decided. */
  on: sha256,
  /** SHA-256 of the record's file after this and all that was decided with it; of the last of these alone. */
  gives: sha256.optional(),
  /** Holds all that stands before it in the log, and itself; absent in logs from before it was kept. */
  chain: sha256.optional(),
};

export const changeSchema = z.discriminatedUnion("act", CHANGES);
export type Change = z.infer<typeof changeSchema>;

const reviewEventSchema = z.discriminatedUnion("act", [
  CHANGES[0].extend(stamp),
  CHANGES[1].extend(stamp),
  CHANGES[2].extend(stamp),
  CHANGES[3].extend(stamp),
  CHANGES[4].extend(stamp),
  CHANGES[5].extend(stamp),
  CHANGES[6].extend(stamp),
  CHANGES[7].extend(stamp),
  UNDO.extend(stamp),
]);
export type ReviewEvent = z.infer<typeof reviewEventSchema>;

/** The log as text: a line an event. @throws Error naming the line that is none */
export function parseEvents(text: string): ReviewEvent[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      const checked = reviewEventSchema.safeParse(jsonOf(line));
      if (checked.success) return checked.data;
      throw new Error(`Line ${index + 1} of the review log is no event: ${checked.error.issues[0]?.message ?? ""}`);
    });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
