import { roundBox } from "../model/box.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { CELL_END, displayedBox, ROW_END } from "../model/page.ts";
import { leavesOf, type PlacedLeaf } from "../text/leaves.ts";
import type { MemoTree } from "../text/memo-tree.ts";
import type { ReadLine, ReadText } from "../text/read-text.ts";

/**
 * Warnings on tables of a letter whose cells cannot be told for certain.
 * @param memo as understood, its tables not laid out
 */
export function tableFindings(read: ReadText, memo: MemoTree): Diagnostic[] {
  const tables = read.lines.filter(({ line }) => line.table !== undefined);
  if (tables.length === 0) return [];
  const leaves = leavesOf(memo).filter(({ leaf }) => leaf.value === leaf.text.text);
  return tables.flatMap((table) => findingOn(table, leaves) ?? []);
}

function findingOn(table: ReadLine, leaves: readonly PlacedLeaf[]): Diagnostic | null {
  const holders = leaves.filter(({ leaf }) => holds(leaf, table));
  const [holder] = holders;
  // An annex's table, or one above the letter, is in no field.
  if (holder === undefined) return null;
  const isWhole = holders.length === 1 && separatorsIn(holder.leaf, table) === separatorCount(table.line.text);
  if (isWhole && table.line.table?.isUncertain !== true) return null;
  const message = isWhole
    ? "Which words belong to which cell of a table cannot be told for certain."
    : "A table did not come into one field as a whole.";
  const { page } = table;
  const box = table.line.box === null ? null : roundBox(displayedBox(page, table.line.box));
  const place = {
    at: holder.pointer,
    page: page.number,
    ...(box === null ? {} : { regions: [{ page: page.number, box }] }),
  };
  return { severity: "warning", stage: "layout", code: "table-uncertain", message, ...place };
}

function holds({ text }: PlacedLeaf["leaf"], { start, end }: ReadLine): boolean {
  return text.segments.some((segment) => segment.kind !== "layout" && segment.start < end && segment.end > start);
}

/** How many cells and rows of a table end within a leaf. */
function separatorsIn({ text }: PlacedLeaf["leaf"], { start, end }: ReadLine): number {
  return text.segments
    .filter((segment) => segment.kind !== "layout" && segment.start < end && segment.end > start)
    .reduce((sum, segment) => sum + separatorCount(segment.text), 0);
}

/** A read segment may reach beyond the table, but no other text holds such signs. */
function separatorCount(text: string): number {
  return text.split(SEPARATOR).length - 1;
}

const SEPARATOR = new RegExp(`[${CELL_END}${ROW_END}]`);
