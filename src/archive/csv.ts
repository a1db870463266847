import { basename, dirname } from "node:path";
import { BYTE_ORDER_MARK, csvLine } from "../model/csv.ts";
import { FAILURES_IN_GERMAN, FINDINGS_IN_GERMAN } from "../model/german.ts";
import type { MemoRecord } from "../model/record.ts";
import type { FailureEntry } from "./sources.ts";

/** A record, by what it is found, and the folder that its file was in. */
export interface CsvRecord {
  /** "<sha256>[.n]" */
  readonly key: string;
  readonly folder: string;
  readonly record: MemoRecord;
}

/** A column: its heading, what stands in it for a record, and for a file that gave none. Numbers may be counted with. */
type Column = readonly [string, (row: CsvRecord) => string | number | null, (entry: FailureEntry) => string | null];

const nothing = (): null => null;

const COLUMNS: readonly Column[] = [
  ["Ordner", ({ folder }) => folder, ({ names }) => folderOf(names)],
  ["Datei", ({ record }) => record.source.file, ({ source }) => source],
  ["Seiten", ({ record: { source } }) => `${source.pages.first}–${source.pages.last}`, nothing],
  ["Datum", ({ record: { memo } }) => memo.date, nothing],
  ["Art", ({ record: { memo } }) => memo.kind, nothing],
  ["Vorlage", ({ record: { memo } }) => memo.references.map(({ paper }) => paper).join(", "), nothing],
  ["Aktenzeichen", ({ record: { memo } }) => memo.fileReference, nothing],
  ["Betreff", ({ record: { memo } }) => memo.subject, nothing],
  ["Amt", ({ record: { memo } }) => memo.office, nothing],
  ["Empfänger", ({ record: { memo } }) => memo.recipient, nothing],
  ["Punkte", ({ record: { memo } }) => memo.items.length, nothing],
  [
    "Status",
    ({ record: { status } }) => (status === "ok" ? "in Ordnung" : "zu prüfen"),
    ({ dismissed }) => (dismissed === undefined ? "nicht gelesen" : "kein Brief"),
  ],
  ["Grund", ({ record }) => reasonsOf(record), ({ code }) => FAILURES_IN_GERMAN[code]],
  ["Hinweise", ({ record: { diagnostics } }) => diagnostics.filter(isOpen).length, nothing],
  ["Satz", ({ key }) => key, ({ sha256 }) => sha256],
];

/** The first line of `index.csv`. Semicolons, because German Excel reads commas as decimal points. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + csvLine(COLUMNS.map(([heading]) => heading));
}

export function csvRow(row: CsvRecord): string {
  return csvLine(COLUMNS.map(([, show]) => show(row)));
}

/** The line of a file that gave no record. */
export function csvFailureRow(entry: FailureEntry): string {
  return csvLine(COLUMNS.map(([, , show]) => show(entry)));
}

/** The last folder of the first path that a content was found under; "" where none is known. */
export function folderOf([first]: readonly string[]): string {
  return first === undefined ? "" : basename(dirname(first));
}

const FAILURE_COLUMNS = ["Datei", "Grund", "Meldung", "Fundort", "Bytes", "Inhalt"] as const;

/**
 * `failures.csv`: a line for each name of each file that gave no record, by name. Failures are few and small, so that
 * they are sorted in memory.
 */
export function failureTable(failures: readonly FailureEntry[]): string {
  const rows = failures
    .flatMap(({ names, ...failure }) => names.map((name) => ({ ...failure, name })))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, code, message, bytes, sha256 }) => [basename(name), code, message, name, bytes, sha256]);
  return BYTE_ORDER_MARK + [FAILURE_COLUMNS, ...rows].map(csvLine).join("");
}

function isOpen({ severity }: MemoRecord["diagnostics"][number]): boolean {
  return severity !== "info";
}

/** Why a record asks for a person, each reason once. */
function reasonsOf({ diagnostics }: MemoRecord): string {
  const german: Readonly<Record<string, string>> = FINDINGS_IN_GERMAN;
  const reasons = diagnostics.filter(isOpen).map(({ code, message }) => german[code] ?? message);
  return [...new Set(reasons)].join(" ");
}
