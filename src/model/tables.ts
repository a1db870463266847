/** A cell of a table as it stands in a value. */
export interface TableCell {
  readonly text: string;
  /** UTF-16 offset into the value. */
  readonly offset: number;
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

/** A table within a value: rows of cells, the heading row first, an empty cell with an empty text. */
export interface Table {
  /** UTF-16 offsets into the value, half-open: from its first row's beginning to its last row's end. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly (readonly TableCell[])[];
}

/**
 * The tables in a value of a record: runs of lines whose cells are parted by tabs.
 *
 * @param value - a text of the memo, as a response; values without a table give none
 *
 * @example
 * ```ts
 * const [table] = tablesOf("Es waren:\n\nJahr\tFälle\n2014\t12");
 * table?.rows.map((row) => row.map((cell) => cell.text)); // [["Jahr", "Fälle"], ["2014", "12"]]
 * ```
 */
export function tablesOf(value: string): Table[] {
  const tables: { start: number; end: number; rows: TableCell[][] }[] = [];
  let start = 0;
  let isInTable = false;
  for (const line of value.split("\n")) {
    const isRow = line.includes("\t");
    if (isRow && !isInTable) tables.push({ start, end: start, rows: [] });
    const table = tables.at(-1);
    if (isRow && table !== undefined) {
      table.rows.push(cellsOf(line, start, table.rows.length));
      table.end = start + line.length;
    }
    isInTable = isRow;
    start += line.length + 1;
  }
  return tables;
}

function cellsOf(line: string, start: number, row: number): TableCell[] {
  let offset = start;
  return line.split("\t").map((text, column) => {
    const cell = { text, offset, row, column };
    offset += text.length + 1;
    return cell;
  });
}
