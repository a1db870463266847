import { type Observation, observe } from "./confidence.ts";
import { type FieldScore, scoreFields } from "./score-fields.ts";
import { type ItemsScore, scoreItems } from "./score-items.ts";
import { isWholeRecord, type Scorable, type Truth, truthOf } from "./truth.ts";

/** "withheld": there is a date, and none was given. "asserted": no person can read it, and one was given. */
type DateVerdict = "right" | "wrong" | "withheld" | "asserted";

/** How one record fared against its truth. */
export interface MemoScore {
  /** There was no record, or none that could be read: all is wrong. */
  readonly missing: boolean;
  readonly fields: readonly FieldScore[];
  /** null where the date was not scored. */
  readonly date: DateVerdict | null;
  readonly items: ItemsScore | null;
  readonly observations: readonly Observation[];
}

/** Scores a record; `record` is null where there is none. */
export function scoreMemo(truth: Scorable, record: Scorable | null): MemoScore {
  const stated = truthOf(truth);
  const read = record?.memo ?? null;
  const fields = scoreFields(stated, read);
  const items = scoreItems(stated, read);
  const evidence = record !== null && isWholeRecord(record) ? record.evidence : {};
  return {
    missing: record === null,
    fields,
    date: verdictOnDate(stated, read?.date ?? null, fields),
    items,
    observations: observe(evidence, fields, items),
  };
}

function verdictOnDate({ memo }: Truth, read: string | null, fields: readonly FieldScore[]): DateVerdict | null {
  const scored = fields.find(({ field }) => field === "date");
  if (scored === undefined) return memo.date === null && read !== null ? "asserted" : null;
  if (scored.right) return "right";
  return read === null ? "withheld" : "wrong";
}
