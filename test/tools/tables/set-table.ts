import { breakLines } from "../print/break-lines.ts";
import { type Face, type Flow, type Measure, PAGE, type Piece } from "../print/page.ts";
import type { TableContent } from "./table-content.ts";

/** How a table is printed. */
export interface TableStyle {
  /** all: every edge; level: lines between rows only; upright: between columns only; head: below the head and at the end. */
  readonly rules: "all" | "level" | "upright" | "head" | "none";
  readonly size: number;
  /** Line distance within a cell, in font sizes. */
  readonly leading: number;
  /** White within a cell, in points: beside its text, above and below it. */
  readonly pad: { readonly across: number; readonly down: number };
  /** Stretched to the width of the type area; else as wide as its cells need. */
  readonly wide: boolean;
  readonly boldHead: boolean;
  readonly align: "top" | "middle";
  /** The head is printed again on each new page. */
  readonly repeatsHead: boolean;
  readonly left: number;
  readonly width: number;
  readonly thickness?: number;
}

interface SetCell {
  readonly lines: readonly string[];
  readonly column: number;
  readonly count: number;
}

/** Widths of columns that their cells need and that fit beside one another. */
function widthsOf(content: TableContent, style: TableStyle, measure: (text: string, row: number) => number): number[] {
  const columns = content.numeric.length;
  const covered = (row: number, column: number): boolean =>
    content.spans.some((span) => span.row === row && column >= span.column && column < span.column + span.count);
  const need = (of: (text: string, row: number) => number): number[] =>
    Array.from({ length: columns }, (_, column) =>
      Math.max(12, ...content.rows.map((cells, row) => (covered(row, column) ? 0 : of(cells[column] ?? "", row)))),
    ).map((width) => width + 2 * style.pad.across + 1);
  const wished = need((text, row) => measure(text, row));
  // Words with a long tail can be broken; numbers cannot.
  const least = need((text, row) =>
    Math.max(
      0,
      ...text
        .split(" ")
        .map((word) => (/\d/.test(text) && text.length < 16 ? measure(text, row) : Math.min(measure(word, row), 62))),
    ),
  );
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  const spare = style.width - sum(wished);
  if (spare >= 0) return style.wide ? wished.map((width) => width + spare / columns) : wished;
  const room = Math.max(0, style.width - sum(least));
  const want = wished.map((width, at) => Math.max(0, width - (least[at] ?? 0)));
  return least.map((width, at) => width + (room * (want[at] ?? 0)) / Math.max(1, sum(want)));
}

/** Prints a table, its rows kept together, over as many pages as it needs. */
export function setTable(flow: Flow, content: TableContent, style: TableStyle, measure: Measure): void {
  const face = (row: number): Face =>
    style.boldHead && (row < content.headRows || content.sums.includes(row)) ? "bold" : "regular";
  const widths = widthsOf(content, style, (text, row) => measure(text, face(row), style.size));
  const edges = [style.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const rows = content.rows.map((cells, row) =>
    cellsOf(content, cells, row).map((cell): SetCell => {
      const width = (edges[cell.column + cell.count] ?? 0) - (edges[cell.column] ?? 0) - 2 * style.pad.across;
      const lines = breakLines(cell.text, Math.max(width, 20), (text) => measure(text, face(row), style.size));
      return { lines: lines.map(({ text }) => text), column: cell.column, count: cell.count };
    }),
  );
  const height = (row: number): number =>
    Math.max(...(rows[row] ?? []).map(({ lines }) => lines.length)) * style.size * style.leading + 2 * style.pad.down;
  const print = (row: number): void =>
    printRow(flow, content, style, measure, rows[row] ?? [], { row, face: face(row), edges, height: height(row) });
  const from = { page: flow.page };
  flow.keepTogether(height(0) + height(Math.min(1, rows.length - 1)));
  from.page = flow.page;
  rule(flow, style, edges, "first");
  for (const row of rows.keys()) {
    flow.keepTogether(height(row) + 2);
    if (flow.page !== from.page) {
      from.page = flow.page;
      rule(flow, style, edges, "first");
      if (style.repeatsHead && content.headRows > 0 && row >= content.headRows)
        for (let head = 0; head < content.headRows; head++) print(head);
    }
    print(row);
  }
}

function cellsOf(
  content: TableContent,
  cells: readonly string[],
  row: number,
): { text: string; column: number; count: number }[] {
  return cells.flatMap((text, column) => {
    const span = content.spans.find(
      (each) => each.row === row && column >= each.column && column < each.column + each.count,
    );
    if (span !== undefined && span.column !== column) return [];
    return [{ text, column, count: span?.count ?? 1 }];
  });
}

interface PlacedRow {
  readonly row: number;
  readonly face: Face;
  readonly edges: readonly number[];
  readonly height: number;
}

function printRow(
  flow: Flow,
  content: TableContent,
  style: TableStyle,
  measure: Measure,
  cells: readonly SetCell[],
  { row, face, edges, height }: PlacedRow,
): void {
  const step = style.size * style.leading;
  for (const { lines, column, count } of cells) {
    const [left, right] = [edges[column] ?? 0, edges[column + count] ?? 0];
    const isRight = content.numeric[column] === true && count === 1 && row >= content.headRows;
    const slack = style.align === "middle" ? (height - 2 * style.pad.down - lines.length * step) / 2 : 0;
    for (const [at, text] of lines.entries()) {
      if (text === "") continue;
      const width = measure(text, face, style.size);
      const x = isRight ? right - style.pad.across - width : left + style.pad.across;
      flow.pieces.push({
        kind: "text",
        part: "body",
        ending: "end",
        page: flow.page,
        x,
        y: flow.y + style.pad.down + slack + at * step,
        text,
        face,
        size: style.size,
      });
    }
    if (style.rules === "all" || style.rules === "upright") {
      for (const x of [left, right]) flow.pieces.push(stroke(flow.page, x, flow.y, 0, height, style));
    }
  }
  flow.y += height;
  const isLast = row === content.rows.length - 1;
  const drawn =
    style.rules === "all" ||
    style.rules === "level" ||
    (style.rules === "head" && (row === content.headRows - 1 || isLast || content.sums.includes(row + 1)));
  if (drawn) rule(flow, style, edges, "next");
}

function rule(flow: Flow, style: TableStyle, edges: readonly number[], which: "first" | "next"): void {
  if (style.rules === "none" || style.rules === "upright" || (which === "first" && style.rules === "head")) return;
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  flow.pieces.push(stroke(flow.page, left, flow.y, right - left, 0, style));
}

function stroke(page: number, x: number, y: number, width: number, height: number, { thickness }: TableStyle): Piece {
  return { kind: "box", page, x, y, width, height, ...(thickness === undefined ? {} : { thickness }) };
}

/** The page's type area. */
export const FULL = { left: PAGE.left, width: PAGE.right - PAGE.left } as const;
