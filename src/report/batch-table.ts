import { FAILURES, type FailureCode } from "../model/failure.ts";
import { perMinute } from "./batch-counts.ts";
import { duration } from "./batch-progress.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import type { ArchiveTotals, BatchTotals, FailureCounts } from "./run-event.ts";

/** A row: what, in this run, in the archive, a remark. Numbers are null where they say nothing. */
type Row = readonly [string, number | null, number | null, string];

/** Widths of the columns, in characters. */
const WIDTH = { label: 26, number: 10 };

/** What a run came to, as a table. */
export function batchTable(totals: BatchTotals, paint: Paint): string {
  const { archive, skipped, pages, seconds } = totals;
  const rows: Row[] = [
    ["records", totals.records, archive.records, ""],
    ["  to be reviewed", totals.needReview, archive.needReview, ""],
    ["failed", sumOf(totals.failures), sumOf(archive.failures), ""],
    ...failureRows(totals.failures, archive.failures),
    ...skippedRows(skipped),
    ["pages", pages, null, `${perMinute(pages, seconds)} a minute, ${duration(seconds)}`],
  ];
  const head = `${"".padEnd(WIDTH.label)}${"this run".padStart(WIDTH.number)}${"archive".padStart(WIDTH.number)}`;
  const lines = [paint.dim(head), ...rows.map((row) => lineOf(row, paint)), ...namesOf(totals)];
  return lines.map((line) => `${line}\n`).join("");
}

/** The files that gave no record, so that nobody has to look for them. */
function namesOf({ failedFiles, failures }: BatchTotals): string[] {
  if (failedFiles.length === 0) return [];
  const more = sumOf(failures) - failedFiles.length;
  const names = failedFiles.map(({ source, code }) => `  ${printable(source)}: ${code}`);
  return ["not read:", ...names, ...(more > 0 ? [`  … and ${more} more`] : [])];
}

/** What an archive holds, as a table. */
export function archiveTable({ records, needReview, failures }: ArchiveTotals, paint: Paint): string {
  const rows: Row[] = [
    ["records", null, records, ""],
    ["  to be reviewed", null, needReview, ""],
    ["failed", null, sumOf(failures), ""],
    ...failureRows({}, failures).map(([label, , count, remark]): Row => [label, null, count, remark]),
  ];
  return rows.map((row) => `${lineOf(row, paint)}\n`).join("");
}

function failureRows(run: FailureCounts, archive: FailureCounts): Row[] {
  const codes = Object.keys(FAILURES) as FailureCode[];
  return codes
    .filter((code) => code in run || code in archive)
    .map((code) => [`  ${code}`, run[code] ?? 0, archive[code] ?? 0, FAILURES[code]]);
}

function skippedRows({ done, duplicate, outdated }: BatchTotals["skipped"]): Row[] {
  const rows: Row[] = [
    ["passed over, done already", done, null, ""],
    ["passed over, duplicates", duplicate, null, ""],
    ["passed over, outdated", outdated, null, "another version made them; --redo does them again"],
  ];
  return rows.filter(([, count]) => count !== 0);
}

function lineOf([label, run, archive, remark]: Row, paint: Paint): string {
  const cell = (value: number | null): string => String(value ?? "").padStart(WIDTH.number);
  return `${label.padEnd(WIDTH.label)}${cell(run)}${cell(archive)}  ${paint.dim(remark)}`.trimEnd();
}

function sumOf(counts: FailureCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
