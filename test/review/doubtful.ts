import type { DiagnosticCode } from "../../src/model/record.ts";
import { type MemoRecord, recordSchema } from "../../src/model/record.ts";
import { valueAt } from "../../src/revise/fields.ts";
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
    record.diagnostics.push({ severity: "warning", code: HOSTILE as DiagnosticCode, message: HOSTILE });
    record.status = "needs-review";
  });
}

/** A letter with doubtful words in one field, and a finding on that field. @param words each stands in it once */
export function withDoubts(name: string, pointer: string, words: readonly string[]): KnownInput {
  return changedInput(name, (record) => {
    const evidence = record.evidence[pointer];
    const value = String(valueAt(record.memo, pointer));
    if (evidence === undefined) throw new Error(`Nothing was read at ${pointer}.`);
    evidence.doubts = words.map((word) => ({
      offset: value.indexOf(word),
      length: word.length,
      reason: "word-uncertain",
    }));
    record.diagnostics = [
      { severity: "warning", code: "field-uncertain", message: "Read with little confidence.", at: pointer },
    ];
    record.status = "needs-review";
  });
}

/** A letter with findings of its own, and none besides. */
export function withFindings(name: string, findings: MemoRecord["diagnostics"]): KnownInput {
  return changedInput(name, (record) => {
    record.diagnostics = findings;
    record.status = "needs-review";
  });
}

/** A letter that asks for nothing, whatever the reader makes of it today. */
export function withoutFindings(name: string): KnownInput {
  return changedInput(name, (record) => {
    record.diagnostics = [];
    for (const evidence of Object.values(record.evidence)) delete evidence.doubts;
    record.status = "ok";
  });
}

/** The text of the line that `withUnplacedLine` says no field took. */
export const UNPLACED = "eine verirrte Zeile";

/** A letter with a line on its first page that no field took, and no other finding. */
export function withUnplacedLine(name: string): KnownInput {
  const message = `No field took this line: "${UNPLACED}".`;
  const regions: MemoRecord["diagnostics"][number]["regions"] = [{ page: 1, box: [71, 400, 200, 12] }];
  return withFindings(name, [{ severity: "warning", code: "unplaced-text", message, page: 1, regions }]);
}
