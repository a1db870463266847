import { type MemoRecord, recordSchema } from "../../src/model/record.ts";
import { type KnownInput, knownInput } from "./make-archive.ts";

type Change = (record: MemoRecord) => void;

/** A known input, its one record changed. */
function changedInput(name: string, change: Change): KnownInput {
  const { path, records } = knownInput(name);
  const [record] = structuredClone(records);
  if (record === undefined) throw new Error(`${name} has no record.`);
  change(record);
  return { path, records: [recordSchema.parse(record)] };
}

/** A letter whose date could not be read. */
export function withoutDate(name: string): KnownInput {
  return changedInput(name, (record) => {
    record.memo.date = null;
    delete record.evidence["/memo/date"];
    record.diagnostics.push({ severity: "warning", code: "field-missing", message: "No date.", at: "/memo/date" });
    record.status = "needs-review";
  });
}

/** What OCR could read where somebody printed markup into a letter. */
export const HOSTILE = `<img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script>`;

export function withHostileText(name: string): KnownInput {
  return changedInput(name, (record) => {
    record.memo.subject = HOSTILE;
    record.evidence["/memo/subject"] = { raw: HOSTILE, confidence: 0.5, regions: [] };
    record.corrections = record.corrections.filter(({ at }) => at !== "/memo/subject");
    record.diagnostics.push({ severity: "warning", code: HOSTILE, message: HOSTILE });
    record.status = "needs-review";
  });
}
