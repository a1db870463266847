import { comparable } from "../../../src/evaluate/comparable-text.ts";
import { tablesOf } from "../../../src/model/tables.ts";

/** Cells that hold something: how many there are, were read, and were read right. */
export interface CellCounts {
  readonly wanted: number;
  readonly got: number;
  readonly right: number;
}

export const NO_CELLS: CellCounts = { wanted: 0, got: 0, right: 0 };

/**
 * Compares the tables of two texts cell by cell. Rows are aligned in their order so that most cells are right; a cell
 * is right where its text is the same, in the same row and column. Cells of a row that is no row of the truth are
 * read wrong.
 */
export function scoreCells(truth: string, read: string): CellCounts {
  const [wanted, got] = [rowsIn(truth), rowsIn(read)];
  // best[j]: the most cells right of the rows so far and the first j rows read.
  let best = new Array<number>(got.length + 1).fill(0);
  for (const row of wanted) {
    const next = [0];
    for (const [j, other] of got.entries()) {
      next.push(Math.max(best[j + 1] ?? 0, next[j] ?? 0, (best[j] ?? 0) + sameCells(row, other)));
    }
    best = next;
  }
  return { wanted: filledIn(wanted), got: filledIn(got), right: best.at(-1) ?? 0 };
}

export function addCells(a: CellCounts, b: CellCounts): CellCounts {
  return { wanted: a.wanted + b.wanted, got: a.got + b.got, right: a.right + b.right };
}

/** The harmonic mean of the shares of true cells found and of read cells that are right; 1 where there are none. */
export function cellF1({ wanted, got, right }: CellCounts): number {
  return wanted + got === 0 ? 1 : (2 * right) / (wanted + got);
}

function rowsIn(text: string): string[][] {
  return tablesOf(text).flatMap(({ rows }) => rows.map((row) => row.map((cell) => comparable(cell.text))));
}

function filledIn(rows: readonly (readonly string[])[]): number {
  return rows.reduce((sum, row) => sum + row.filter((cell) => cell !== "").length, 0);
}

function sameCells(row: readonly string[], other: readonly string[]): number {
  return row.filter((cell, at) => cell !== "" && cell === other[at]).length;
}
