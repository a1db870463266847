import { basename } from "node:path";
import { FAILURES, type FailureCode } from "../model/failure.ts";
import { perMinute } from "./batch-counts.ts";
import { duration } from "./batch-progress.ts";
import { counted } from "./messages.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import type { ArchiveTotals, BatchTotals, FailedFiles, FailureCounts } from "./run-event.ts";

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
  const table = [paint.dim(head), ...rows.map((row) => lineOf(row, paint))];
  const names = [...namesOf(totals), ...failureNames(archive, paint, "all in failures.csv")];
  return [...table, ...names, ...interruption(totals, paint)].map((line) => `${line}\n`).join("");
}

/** The files of this run that gave no record, so that nobody has to look for them; not those that the archive's name. */
function namesOf({ failedFiles, failures, archive }: BatchTotals): string[] {
  const named = new Set(archive.failedFiles.map(({ name }) => basename(name)));
  const names = failedFiles.filter(({ source }) => !named.has(basename(source)));
  if (names.length === 0) return [];
  const more = sumOf(failures) - failedFiles.length;
  const lines = names.map(({ source, code }) => `  ${printable(source)}: ${code}`);
  return ["not read:", ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])];
}

/** That a run was interrupted, and how it goes on. */
function interruption({ left }: BatchTotals, paint: Paint): string[] {
  if (left === null) return [];
  const rest = left === 0 ? "no file is left" : `${counted(left, "file")} left; the same command goes on with them`;
  return [paint.yellow(`The run was interrupted: ${rest}.`)];
}

/**
 * What an archive holds, as a table.
 * @param others where the files are named for which there is no room: "all in failures.csv"
 */
export function archiveTable(
  archive: ArchiveTotals & Partial<FailedFiles>,
  paint: Paint,
  others = "all in failures.csv",
): string {
  const { records, needReview, failures } = archive;
  const rows: Row[] = [
    ["records", null, records, ""],
    ["  to be reviewed", null, needReview, ""],
    ["failed", null, sumOf(failures), ""],
    ...failureRows({}, failures).map(([label, , count, remark]): Row => [label, null, count, remark]),
  ];
  const lines = [...rows.map((row) => lineOf(row, paint)), ...failureNames(archive, paint, others)];
  return lines.map((line) => `${line}\n`).join("");
}

/** Which files gave no record; where they are many, the first of them and where the others are. */
function failureNames(
  { failedFiles = [], failedNames = 0 }: Partial<FailedFiles>,
  paint: Paint,
  others: string,
): string[] {
  if (failedFiles.length === 0) return [];
  const widest = Math.max(...failedFiles.map(({ code }) => code.length));
  const lines = failedFiles.map(({ name, code }) => `  ${paint.red(code.padEnd(widest))}  ${printable(name)}`);
  const more = failedNames - failedFiles.length;
  return ["without a record:", ...lines, ...(more > 0 ? [`  … and ${more} more, ${others}`] : [])];
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
