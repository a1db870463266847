import { roundBox } from "../model/box.ts";
import { displayedBox, type TableRow } from "../model/page.ts";
import type { Cell } from "../model/record.ts";
import { lineAt, type ReadLine } from "./read-text.ts";
import { type TableCell, tablesOf } from "./tables.ts";
import type { TracedText } from "./traced-text.ts";

/** The cells of the tables in a text, each with its place on paper; none where the places are not known. */
export function placedCellsOf(text: TracedText): Cell[] {
  if (!text.text.includes("\t")) return [];
  return tablesOf(text.text).flatMap(({ rows }) =>
    rows.flatMap((cells) => {
      const source = sourceOf(text, cells);
      return source === null ? [] : cells.flatMap((cell) => placed(cell, source));
    }),
  );
}

/** A line as read that is a row of a table. */
export interface ReadRow {
  readonly source: ReadLine;
  readonly row: TableRow;
}

function sourceOf(text: TracedText, cells: readonly TableCell[]): ReadRow | null {
  const filled = cells.find((cell) => cell.text !== "");
  const start = filled === undefined ? null : text.rawRange(filled.offset, filled.offset + filled.text.length)?.start;
  const source = start === undefined || start === null ? null : lineAt(text.read, start);
  const row = source?.line.row;
  return source === null || row === undefined ? null : { source, row };
}

function placed({ offset, text, row, column }: TableCell, { source, row: { cells } }: ReadRow): Cell[] {
  const box = cells[column];
  if (box === undefined) return [];
  const { page } = source;
  const [x, y, width, height] = roundBox(displayedBox(page, box));
  return [{ offset, length: text.length, row, column, page: page.number, box: [x, y, width, height] }];
}
