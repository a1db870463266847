import { BYTE_ORDER_MARK, csvLine } from "../../model/csv.ts";
import type { RegisterClause, RegisterPaper } from "../../register/schema.ts";
import { dayText, noteText, placeOf, STATES, suggestionText } from "./words.ts";

/** Excel's limit on a cell is 32,767 UTF-16 units. */
const LONGEST = 32_000;

type Column = readonly [string, (clause: RegisterClause, paper: RegisterPaper) => string | number];

const COLUMNS: readonly Column[] = [
  ["Vorlage", (_, { paper }) => paper],
  ["Sitzung", (_, { meetings }) => meetings.join(", ")],
  ["Titel", (_, { title }) => title ?? ""],
  ["Punkt", ({ number }) => number ?? ""],
  ["Wortlaut", ({ text }) => text],
  ["Stand", ({ state }) => STATES[state]],
  ["Nächste Kontrolle", ({ nextReview }) => (nextReview === null ? "" : dayText(nextReview))],
  ["Überfällig", ({ overdue }) => (overdue ? "ja" : "nein")],
  ["Berichte", ({ reports }) => reports.length],
  ["Letzter Bericht", ({ reports }) => dayOf(reports.at(-1)?.date ?? null)],
  ["Antwort", ({ reports }) => reports.findLast(({ response }) => response !== null)?.response ?? ""],
  ["Fundstellen", ({ reports }, paper) => reports.map((report) => placeOf(report, paper)).join("; ")],
  ["Vermutlich verlesen", ({ suggestions }, paper) => suggestions.map((one) => suggestionText(one, paper)).join("; ")],
  ["Hinweise", ({ id }, paper) => notesOn(id, paper)],
];

function dayOf(date: string | null): string {
  return date === null ? "" : dayText(date);
}

function notesOn(id: string, paper: RegisterPaper): string {
  const notes = paper.notes.filter(({ clause }) => clause === id);
  return notes.map((note) => noteText(note, paper)).join("; ");
}

/** The first line. */
export function registerCsvHead(): string {
  return BYTE_ORDER_MARK + lineOf(COLUMNS.map(([heading]) => heading));
}

/** A line for each clause of a paper. */
export function registerCsvRows(paper: RegisterPaper): string {
  return paper.clauses.map((clause) => lineOf(COLUMNS.map(([, show]) => String(show(clause, paper))))).join("");
}

function lineOf(values: readonly string[]): string {
  return csvLine(values.map((value) => (value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)));
}
