import type { TableRow } from "../../model/page.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import type { TracedText } from "../../text/traced-text.ts";

/** Words of a line. */
interface Placed {
  readonly line: TracedLine;
  readonly text: TracedText;
}

/** The row of a table that some words stand in. */
export function rowOf({ line }: Placed): TableRow | undefined {
  return line.source.line.row;
}

/** A tab for each cell that ends between two parts of a row; null where both are of one cell, or of no table. */
export function cellsBetween(before: Placed, next: Placed): string | null {
  const [end, start] = [before.text.rawRange()?.end, next.text.rawRange()?.start];
  if (rowOf(next) === undefined || end === undefined || start === undefined) return null;
  return tabsIn(next, end, start) || null;
}

/** A tab for each empty cell left of a row's first words. */
export function emptyCellsBefore(first: Placed): string {
  const start = first.text.rawRange()?.start;
  return rowOf(first) === undefined || start === undefined ? "" : tabsIn(first, first.line.source.start, start);
}

/** A tab for each empty cell right of a row's last words. */
export function emptyCellsAfter(last: Placed): string {
  const end = last.text.rawRange()?.end;
  return rowOf(last) === undefined || end === undefined ? "" : tabsIn(last, end, last.line.source.end);
}

function tabsIn({ text }: Placed, start: number, end: number): string {
  return text.read.raw.slice(start, end).replace(/[^\t]/g, "");
}
