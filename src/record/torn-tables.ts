import type { Diagnostic } from "../model/diagnostic.ts";
import { leavesOf, type PlacedLeaf } from "../text/leaves.ts";
import type { MemoTree } from "../text/memo-tree.ts";
import { lineAt, type ReadLine, type ReadText } from "../text/read-text.ts";

/** So many lines in a row that hold numbers alone are a column that was read apart from the others. */
const COLUMN = 3;

/** So many lines in a row that end in several numbers are rows of a table; of lines with one number it takes more. */
const ROWS = 2;
const ROWS_OF_ONE_NUMBER = 3;

/** In a plain text so many short lines in a row, two of them beginning with a figure. */
const SHORT_LINES = 4;
const SHORT_LINE = 42;

const NUMBER = String.raw`[-–+]?\d[\d.,]*(?: ?(?:%|€|Euro|EUR|T€|TEUR|Mio\.? (?:Euro|EUR|€)|t|km|m²|ha|qm))?`;
const ONLY_NUMBERS = new RegExp(`^(?:${NUMBER})(?: (?:${NUMBER}|[-–]))*$`, "u");
const ENDS_IN_NUMBERS = new RegExp(`\\p{L}.* (?:${NUMBER}|[-–]) (?:${NUMBER}|[-–])$`, "u");
const ENDS_IN_NUMBER = new RegExp(`^\\p{L}.* ${NUMBER}$`, "u");
const GAP = /\S(?:\t| {3})/u;

/** A number or a sign before an entry of a list is no cell. */
const ITEM_MARK = /^(?:[^\p{L}\d]|\d{1,2}[.)]|[a-z]\))\s/u;

/** In characters: a longer line is no row, whatever it ends in. */
const LONGEST_ROW = 200;

/**
 * Warnings on answers and clauses with what looks like a table that nobody can take apart: a text layer or a plain text
 * whose columns a scanner's OCR tore apart or ran together, rows with and without gaps. The words stay as they were read.
 */
export function tornTables(read: ReadText, memo: MemoTree): Diagnostic[] {
  return leavesOf(memo)
    .filter(({ pointer, leaf }) => pointer.startsWith("/memo/items/") && leaf.value === leaf.text.text)
    .flatMap((placed) => findingIn(linesIn(placed, read), placed.pointer) ?? []);
}

/** The lines that a leaf was read from. */
function linesIn({ leaf: { text } }: PlacedLeaf, read: ReadText): ReadLine[] {
  const range = text.rawRange();
  const first = range === null ? null : lineAt(read, range.start);
  if (range === null || first === null) return [];
  const lines: ReadLine[] = [];
  for (let index = first.index; index < read.lines.length; index++) {
    const line = read.lines[index] as ReadLine;
    if (line.start >= range.end) break;
    const isTaken = text.segments.some(
      ({ kind, start, end }) => kind !== "layout" && start < line.end && end > line.start,
    );
    if (isTaken && line.line.text.trim() !== "") lines.push(line);
  }
  return lines;
}

function findingIn(lines: readonly ReadLine[], at: string): Diagnostic | null {
  const page =
    firstOfRun(lines, (text) => ONLY_NUMBERS.test(text), COLUMN) ??
    firstOfRun(lines, (text) => ENDS_IN_NUMBERS.test(text), ROWS) ??
    firstOfRun(lines, (text) => ENDS_IN_NUMBER.test(text), ROWS_OF_ONE_NUMBER) ??
    firstOfShortLines(lines) ??
    unevenRows(lines);
  if (page === null) return null;
  const message = "The columns of a table were torn apart or run together; the words stand as they were read.";
  return { severity: "warning", stage: "layout", code: "table-uncertain", message, at, page };
}

/** The page of the first of so many lines in a row that are alike. */
function firstOfRun(lines: readonly ReadLine[], isAlike: (text: string) => boolean, count: number): number | null {
  let run = 0;
  for (const { line, page } of lines) {
    run = line.table === undefined && line.text.length <= LONGEST_ROW && isAlike(line.text.trim()) ? run + 1 : 0;
    if (run === count) return page.number;
  }
  return null;
}

/** The page of cells that stand one below the other in a text without places: short lines, some of them values. */
function firstOfShortLines(lines: readonly ReadLine[]): number | null {
  let run = 0;
  let values = 0;
  for (const { line, page } of lines) {
    const text = line.text.trim();
    const isShort = line.box === null && text.length <= SHORT_LINE && !/^[-–•„"]|[.!?;“"]$/u.test(text);
    run = isShort ? run + 1 : 0;
    values = isShort ? values + Number(/^\d/u.test(text)) : 0;
    if (run >= SHORT_LINES && values >= 2) return page.number;
  }
  return null;
}

/** Rows with gaps of which some have a cell less, or that stand alone. */
function unevenRows(lines: readonly ReadLine[]): number | null {
  let counts: number[] = [];
  const isUneven = (): boolean => counts.length === 1 || new Set(counts).size > 1;
  for (const { line, page } of lines) {
    const text = line.text.trim();
    if (line.table === undefined && GAP.test(text) && !ITEM_MARK.test(text))
      counts.push(text.split(/\t+| {3,}/u).length);
    else {
      if (isUneven()) return page.number;
      counts = [];
    }
  }
  return isUneven() ? (lines.at(-1)?.page.number ?? null) : null;
}
