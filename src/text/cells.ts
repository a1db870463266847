import { type Box, roundBox } from "../model/box.ts";
import { CELL_END, displayedBox, ROW_END } from "../model/page.ts";
import type { Cell } from "../model/record.ts";
import { type TableCell, tablesOf } from "../model/tables.ts";
import { mapLeaves, type PlacedLeaf } from "./leaves.ts";
import type { MemoTree } from "./memo-tree.ts";
import { lineAt, type ReadLine } from "./read-text.ts";
import { TracedText } from "./traced-text.ts";

const SEPARATOR = new RegExp(`[${CELL_END}${ROW_END}]`, "g");

/** A memo whose tables are laid out as the contract has it: rows each on a line, cells parted by tabs. */
export function withTablesLaidOut(tree: MemoTree): MemoTree {
  return mapLeaves(tree, (_, leaf) => laidOut(leaf));
}

/** A sentence that quotes a table. */
export function asPlainWords(text: string): string {
  return text.replace(SEPARATOR, " ");
}

/** Offsets into the value stay what they are. */
function laidOut(leaf: PlacedLeaf["leaf"]): PlacedLeaf["leaf"] {
  if (typeof leaf.value !== "string" || leaf.value.search(SEPARATOR) < 0) return leaf;
  const value = leaf.value.replace(SEPARATOR, layoutOf);
  if (leaf.value !== leaf.text.text) return { ...leaf, value };
  const parts: (TracedText | string)[] = [];
  let done = 0;
  for (const { index, 0: separator } of leaf.text.text.matchAll(SEPARATOR)) {
    parts.push(leaf.text.slice(done, index), layoutOf(separator));
    done = index + 1;
  }
  return { ...leaf, value, text: TracedText.concat(leaf.text.read, [...parts, leaf.text.slice(done)]) };
}

function layoutOf(separator: string): string {
  return separator === CELL_END ? "\t" : "\n";
}

/** The cells of the tables in a text, each with its place on paper; none where the places are not known. */
export function placedCellsOf(text: TracedText): Cell[] {
  if (!text.text.includes("\t")) return [];
  return tablesOf(text.text).flatMap(({ rows }) =>
    rows.flatMap((cells) => {
      const place = placeOf(text, cells);
      return place === null ? [] : cells.flatMap((cell) => placed(cell, place));
    }),
  );
}

interface RowPlace {
  readonly source: ReadLine;
  readonly boxes: readonly Box[];
}

/** Where a row of a text stands in a table as read. */
function placeOf(text: TracedText, cells: readonly TableCell[]): RowPlace | null {
  const filled = cells.find((cell) => cell.text !== "");
  const range = filled === undefined ? null : text.rawRange(filled.offset, filled.offset + filled.text.length);
  const source = range === null ? null : lineAt(text.read, range.start);
  if (range === null || source === null) return null;
  const row = source.line.text.slice(0, range.start - source.start).split(ROW_END).length - 1;
  const boxes = source.line.table?.cells[row];
  return boxes === undefined ? null : { source, boxes };
}

function placed({ offset, text, row, column }: TableCell, { source: { page }, boxes }: RowPlace): Cell[] {
  const box = boxes[column];
  if (box === undefined) return [];
  const [x, y, width, height] = roundBox(displayedBox(page, box));
  return [{ offset, length: text.length, row, column, page: page.number, box: [x, y, width, height] }];
}
