import { readFileSync } from "node:fs";
import { type MemoRecord, recordSchema } from "../../src/model/record.ts";
import type { Change, ReviewEvent } from "../../src/revise/event.ts";

/** A record of the fixtures, as their golden files have it. */
export function fixtureRecord(name: string, input = "scan.pdf"): MemoRecord {
  const path = new URL(`../../fixtures/${name}/${input}.expected.json`, import.meta.url);
  const [record] = JSON.parse(readFileSync(path, "utf8")) as unknown[];
  return recordSchema.parse(record);
}

/** A record with one thing to look at: of its findings those alone that a test is about are warnings. */
export function withOnly(
  record: MemoRecord,
  isAsked: (finding: MemoRecord["diagnostics"][number]) => boolean,
): MemoRecord {
  const diagnostics = record.diagnostics.map((finding) => ({
    ...finding,
    severity: isAsked(finding) ? ("warning" as const) : ("info" as const),
  }));
  return recordSchema.parse({ ...record, status: "needs-review", diagnostics });
}

/** A decision with all that the log adds. */
export function decided(change: Change, when = "2026-03-02T08:15:00.000Z"): ReviewEvent {
  return { ...change, who: "Clerk", when, on: "0".repeat(64) };
}

/** A record with another text in one field, as a later version of the machine might read it. */
export function withText(record: MemoRecord, from: string, to: string): MemoRecord {
  return recordSchema.parse(JSON.parse(JSON.stringify(record).replaceAll(from, to)));
}
