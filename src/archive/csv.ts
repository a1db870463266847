import { basename } from "node:path";
import { BYTE_ORDER_MARK, csvLine } from "../model/csv.ts";
import type { MemoRecord } from "../model/record.ts";
import type { FailureEntry } from "./sources.ts";

/** A column: its heading, and what stands in it. */
type Column = readonly [string, (record: MemoRecord, key: string) => string | number | null];

const COLUMNS: readonly Column[] = [
  ["Datum", ({ memo }) => memo.date],
  ["Art", ({ memo }) => memo.kind],
  ["Vorlage", ({ memo }) => memo.references.map(({ paper }) => paper).join(", ")],
  ["Aktenzeichen", ({ memo }) => memo.fileReference],
  ["Betreff", ({ memo }) => memo.subject],
  ["Amt", ({ memo }) => memo.office],
  ["Empfänger", ({ memo }) => memo.recipient],
  ["Punkte", ({ memo }) => memo.items.length],
  ["Status", ({ status }) => (status === "ok" ? "in Ordnung" : "zu prüfen")],
  ["Hinweise", ({ diagnostics }) => diagnostics.filter(({ severity }) => severity !== "info").length],
  ["Datei", ({ source }) => source.file],
  ["Seiten", ({ source }) => `${source.pages.first}–${source.pages.last}`],
  ["Satz", (_, key) => key],
];

/** The first line of `index.csv`. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + csvLine(COLUMNS.map(([heading]) => heading));
}

/** @param key "<sha256>[.n]", by which the record is found */
export function csvRow(key: string, record: MemoRecord): string {
  return csvLine(COLUMNS.map(([, show]) => String(show(record, key) ?? "")));
}

const FAILURE_COLUMNS = ["Datei", "Grund", "Meldung", "Fundort", "Bytes", "Inhalt"] as const;

/**
 * `failures.csv`: a line for each name of each file that gave no record, by name. Failures are few and small, so that
 * they are sorted in memory.
 */
export function failureTable(failures: readonly FailureEntry[]): string {
  const rows = failures.flatMap(({ names, code, message, bytes, sha256 }) =>
    names.map((name) => [basename(name), code, message, name, String(bytes ?? ""), sha256 ?? ""]),
  );
  const sorted = rows.toSorted(([, , , a = ""], [, , , b = ""]) => (a < b ? -1 : 1));
  return BYTE_ORDER_MARK + [FAILURE_COLUMNS, ...sorted].map(csvLine).join("");
}
