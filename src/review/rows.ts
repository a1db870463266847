import type { MemoRecord } from "../model/record.ts";
import { fieldsAt } from "../revise/fields.ts";
import type { RecordRow, Sort } from "./protocol.ts";

/** A line of the list with what it is found by. */
export interface ListedRecord {
  readonly row: RecordRow;
  /** All that the memo says, folded. */
  readonly haystack: string;
}

/** @param isReviewed whether a person decided anything about it */
export function listed(key: string, record: MemoRecord, isReviewed: boolean): ListedRecord {
  const { memo, evidence, diagnostics, source, status } = record;
  const open = diagnostics.filter(({ severity }) => severity !== "info");
  const hasDoubts = Object.values(evidence).some(({ doubts = [] }) => doubts.length > 0);
  const values = fieldsAt(memo).map(({ value }) => String(value));
  return {
    row: {
      key,
      state: status === "needs-review" || hasDoubts ? "open" : isReviewed ? "done" : "ok",
      hasConflict: open.some(({ code }) => code === "review-conflict"),
      isAsked: open.some(({ code }) => code === "review-query"),
      date: memo.date,
      kind: memo.kind,
      papers: memo.references.map(({ paper }) => paper),
      subject: memo.subject,
      office: memo.office,
      confidence: Math.min(1, ...Object.values(evidence).map(({ confidence }) => confidence)),
      findings: open.length,
      reasons: [...new Set(open.map(({ code }) => code))],
      file: source.file,
      memo: /\.(\d+)$/u.test(key) ? Number(key.split(".")[1]) : null,
      folder: null,
    },
    haystack: folded([source.file, ...values].join("\n")),
  };
}

/** What no one searches for: punctuation beyond Latin 1. Without it most texts take a byte a character. */
const TYPOGRAPHY = /[^\p{L}\p{N}\s\u0021-\u00ff]+/gu;

/** Text as it is searched: without case, accents and umlauts' dots, "ss" for "ß". */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(TYPOGRAPHY, " ");
}

const collator = new Intl.Collator("de", { numeric: true });

/** Rows without what they are sorted by come last. */
export function sorterOf(sort: Sort): (a: RecordRow, b: RecordRow) => number {
  const byText = (of: (row: RecordRow) => string | null) => (a: RecordRow, b: RecordRow) => {
    const [left, right] = [of(a), of(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || compareRows(a, b);
    return collator.compare(left, right) || compareRows(a, b);
  };
  if (sort === "oldest") return byText(({ date }) => date);
  if (sort === "newest") return (a, b) => compareDates(b.date, a.date) || compareRows(a, b);
  if (sort === "paper") return byText(({ papers }) => papers[0] ?? null);
  if (sort === "file") return byText(({ file }) => file);
  return compareRows;
}

/** null is before all: sorted the other way round it comes last. */
function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

const URGENCY = { open: 0, ok: 1, done: 2 } as const;

/**
 * What needs eyes first: conflicts, then open records, the least sure first, and those that wait for an answer after
 * them; what a person has seen comes last.
 */
export function compareRows(a: RecordRow, b: RecordRow): number {
  return (
    Number(b.hasConflict) - Number(a.hasConflict) ||
    URGENCY[a.state] - URGENCY[b.state] ||
    Number(a.isAsked) - Number(b.isAsked) ||
    a.confidence - b.confidence ||
    (a.key < b.key ? -1 : 1)
  );
}
