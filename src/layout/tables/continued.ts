import type { Box } from "../../model/box.ts";
import { CELL_END, type Line, type Page, ROW_END, type TableGrid } from "../../model/page.ts";
import { isPageMark } from "../../text/page-marks.ts";
import { segmentOfLine } from "../segment.ts";
import type { FoundRow } from "./grid.ts";
import { tableLine } from "./table-line.ts";

/** Rows at the top of a table that may be printed again overleaf. */
const MOST_HEAD_ROWS = 3;

/** Both heads are the same where so much of their letters is: scans are read twice. */
const SAME_HEAD = 0.8;

/** Rows overleaf that are no table by themselves. */
const MOST_LONE_ROWS = 2;

/** A line that is a table. */
type TableLine = Line & { readonly table: TableGrid };

/** Pages on which a table that goes on overleaf says so, its repeated head left out; the same list where none does. */
export function withTablesContinued(pages: readonly Page[]): readonly Page[] {
  const changed = [...pages];
  let isChanged = false;
  let first: TableLine | null = null;
  for (const [index, page] of pages.entries()) {
    const above = index === 0 ? null : lastTable(changed[index - 1] as Page);
    if (above === null) first = null;
    first ??= above;
    const next = above === null || first === null ? null : continuedPage(page, first, above);
    if (next === null) {
      first = null;
      continue;
    }
    changed[index] = next;
    isChanged = true;
  }
  return isChanged ? changed : pages;
}

function isTable(line: Line | undefined): line is TableLine {
  return line?.table !== undefined;
}

/** The table that a page ends with. */
function lastTable({ lines }: Page): TableLine | null {
  const last = lines.findLast(({ text }) => !isFurniture(text));
  return isTable(last) ? last : null;
}

function isFurniture(text: string): boolean {
  return text.trim() === "" || isPageMark(text);
}

/** A page that goes on with a table. @param first what the table begins with; its head */
function continuedPage(page: Page, first: TableLine, above: TableLine): Page | null {
  const at = page.lines.findIndex(({ text }) => !isFurniture(text));
  const top = page.lines[at];
  const columns = columnsOf(above);
  if (top === undefined) return null;
  const replace = (count: number, line: Line): Page => ({
    ...page,
    lines: [...page.lines.slice(0, at), line, ...page.lines.slice(at + count)],
  });
  if (isTable(top)) {
    const rows = withoutHead(rowsOf(top), rowsOf(first));
    const isUncertain = top.table.isUncertain || columnsOf(top) !== columns;
    // Another table begins with a head of its own.
    if (columnsOf(top) !== columns && rows.length === rowsOf(top).length) return null;
    return replace(1, goingOn(rows, isUncertain));
  }
  const lone = loneRows(page.lines.slice(at, at + MOST_LONE_ROWS), above);
  const rows = withoutHead(lone, rowsOf(first));
  return lone.length === 0 || rows.length === 0 ? null : replace(lone.length, goingOn(rows, above.table.isUncertain));
}

function goingOn(rows: readonly FoundRow[], isUncertain: boolean): Line {
  const line = tableLine({ box: [0, 0, 0, 0], rows, isUncertain });
  return line.table === undefined ? line : { ...line, table: { ...line.table, goesOn: true } };
}

function columnsOf({ table }: TableLine): number {
  return table.cells[0]?.length ?? 0;
}

/** The rows of a table's line, taken apart. */
function rowsOf(line: TableLine): FoundRow[] {
  const placed = segmentOfLine(line).words;
  let from = 0;
  return line.text.split(ROW_END).map((row, at) => {
    const cells = row.split(CELL_END).map((cell) => {
      const until = from + cell.length;
      const words = placed.filter((_, index) => {
        const start = line.words[index]?.start ?? -1;
        return start >= from && start < until;
      });
      from = until + 1;
      return words;
    });
    return { cells, boxes: line.table.cells[at] ?? [] };
  });
}

/** Rows without those at their top that are the table's head once more. */
function withoutHead(rows: readonly FoundRow[], first: readonly FoundRow[]): readonly FoundRow[] {
  let count = 0;
  while (count < MOST_HEAD_ROWS && isSame(rows[count], first[count])) count += 1;
  return rows.slice(count);
}

function isSame(a: FoundRow | undefined, b: FoundRow | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [textA, textB] = [textOf(a), textOf(b)];
  // A row of numbers is no head: two like rows are two rows.
  return /\p{L}{2}|\d{4}/u.test(textA) && likeness(textA, textB) >= SAME_HEAD;
}

function textOf({ cells }: FoundRow): string {
  return cells.map((cell) => cell.map(({ text }) => text).join("")).join(CELL_END);
}

/** The share of letter pairs that two texts have in common. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left > 0) common += 1;
    pairs.set(b.slice(at, at + 2), left - 1);
  }
  return (2 * common) / Math.max(1, a.length + b.length - 2);
}

/** Lines at a page's top whose words stand in the columns of the table above, two of them at least. */
function loneRows(lines: readonly Line[], { table }: TableLine): FoundRow[] {
  const rows: FoundRow[] = [];
  const columns = table.cells.at(-1) ?? [];
  for (const line of lines) {
    const row = line.box === null ? null : rowIn(line, columns, line.box);
    if (row === null) break;
    rows.push(row);
  }
  return rows;
}

function rowIn(line: Line, columns: readonly Box[], [, top, , height]: Box): FoundRow | null {
  const words = segmentOfLine(line).words;
  const cells = columns.map(([left, , width]) =>
    words.filter(({ box }) => box[0] + box[2] / 2 >= left && box[0] + box[2] / 2 < left + width),
  );
  const filled = cells.filter((cell) => cell.length > 0).length;
  const isWithin = cells.every((cell, at) =>
    cell.every(
      ({ box }) =>
        box[0] >= (columns[at]?.[0] ?? 0) - 1 &&
        box[0] + box[2] <= (columns[at]?.[0] ?? 0) + (columns[at]?.[2] ?? 0) + 1,
    ),
  );
  if (filled < 2 || !isWithin || cells.flat().length !== words.length) return null;
  // Two words on either side of a column's edge stand in one sentence, unless white parts them.
  const isParted = cells
    .flat()
    .every(
      (word, at, all) =>
        at === 0 ||
        cells.some((cell) => cell.includes(word) && cell.includes(all[at - 1] as (typeof all)[number])) ||
        word.box[0] - ((all[at - 1]?.box[0] ?? 0) + (all[at - 1]?.box[2] ?? 0)) > height / 2,
    );
  return isParted ? { cells, boxes: columns.map(([left, , width]): Box => [left, top, width, height]) } : null;
}
