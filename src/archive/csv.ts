import { basename } from "node:path";
import { INVISIBLE } from "../model/invisible.ts";
import type { MemoRecord } from "../model/record.ts";
import type { FailureEntry } from "./sources.ts";

/** What German Excel needs to take a file for UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

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

/** The first line of `index.csv`. Semicolons, because German Excel reads commas as decimal points. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + lineOf(COLUMNS.map(([heading]) => heading));
}

/** @param key "<sha256>[.n]", by which the record is found */
export function csvRow(key: string, record: MemoRecord): string {
  return lineOf(COLUMNS.map(([, show]) => String(show(record, key) ?? "")));
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
  return BYTE_ORDER_MARK + [FAILURE_COLUMNS, ...sorted].map(lineOf).join("");
}

function lineOf(values: readonly string[]): string {
  return `${values.map(cell).join(";")}\r\n`;
}

/**
 * A value as RFC 4180 writes it. One that a spreadsheet would take for a formula gets an apostrophe before it:
 * text from a scan must not be run ("=HYPERLINK(…)"). What cannot be seen is left out: it could turn a cell around.
 */
function cell(value: string): string {
  const visible = value.replace(INVISIBLE, (character) => (character === "\n" || character === "\t" ? character : ""));
  const text = /^[=+\-@\t\r]/u.test(visible) ? `'${visible}` : visible;
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
