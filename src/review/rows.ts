import type { MemoRecord } from "../model/record.ts";
import { fieldsAt } from "../revise/fields.ts";
import type { RecordRow } from "./protocol.ts";

/** A line of the list with what it is found by. */
export interface ListedRecord {
  readonly row: RecordRow;
  /** All that the memo says, folded. */
  readonly haystack: string;
}

/** @param isReviewed whether a person decided anything about it */
export function listed(key: string, record: MemoRecord, isReviewed: boolean): ListedRecord {
  const { memo, evidence, diagnostics, source, status } = record;
  const values = fieldsAt(memo).map(({ value }) => String(value));
  return {
    row: {
      key,
      state: status === "needs-review" ? "open" : isReviewed ? "done" : "ok",
      hasConflict: diagnostics.some(({ code, severity }) => code === "review-conflict" && severity !== "info"),
      date: memo.date,
      kind: memo.kind,
      papers: memo.references.map(({ paper }) => paper),
      subject: memo.subject,
      office: memo.office,
      confidence: Math.min(1, ...Object.values(evidence).map(({ confidence }) => confidence)),
      findings: diagnostics.filter(({ severity }) => severity !== "info").length,
    },
    haystack: folded([source.file, ...values].join("\n")),
  };
}

/** Text as it is searched: without case, accents and umlauts' dots, "ss" for "ß". */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss");
}

const URGENCY = { open: 0, ok: 1, done: 2 } as const;

/** What needs eyes first: conflicts, then open records, the least sure first; what a person has seen comes last. */
export function compareRows(a: RecordRow, b: RecordRow): number {
  return (
    Number(b.hasConflict) - Number(a.hasConflict) ||
    URGENCY[a.state] - URGENCY[b.state] ||
    a.confidence - b.confidence ||
    (a.key < b.key ? -1 : 1)
  );
}
