import { type Region, roundBox, unionBox } from "../model/box.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { displayedBox } from "../model/page.ts";
import { leavesOf, type PlacedLeaf } from "../text/leaves.ts";
import type { MemoTree } from "../text/memo-tree.ts";
import type { ReadLine, ReadText } from "../text/read-text.ts";

/** Warnings on tables of a letter whose cells cannot be told for certain, or that came into two fields. */
export function tableFindings(read: ReadText, memo: MemoTree): Diagnostic[] {
  const tables = tablesIn(read);
  if (tables.length === 0) return [];
  const leaves = leavesOf(memo).filter(({ leaf }) => leaf.value === leaf.text.text);
  return tables.flatMap((lines) => findingOn(lines, leaves) ?? []);
}

/** Rows as read, table by table. */
function tablesIn({ lines }: ReadText): ReadLine[][] {
  const tables: ReadLine[][] = [];
  for (const line of lines) {
    const { row } = line.line;
    if (row === undefined) continue;
    if (row.isFirst || tables.length === 0) tables.push([]);
    tables.at(-1)?.push(line);
  }
  return tables;
}

function findingOn(lines: readonly ReadLine[], leaves: readonly PlacedLeaf[]): Diagnostic | null {
  const places = lines.map((line) => leaves.filter(({ leaf }) => isWithin(line, leaf)).map(({ pointer }) => pointer));
  const pointers = [...new Set(places.flat())];
  const [at] = pointers;
  // An annex's table, or one above the letter, is in no field.
  if (at === undefined) return null;
  const isTorn = pointers.length > 1 || places.some((place) => place.length === 0);
  if (!isTorn && !lines.some(({ line }) => line.row?.isUncertain === true)) return null;
  const message = isTorn
    ? "The rows of a table did not come into one field."
    : "Which words belong to which cell of a table cannot be told for certain.";
  const page = lines[0]?.page.number ?? 1;
  const regions = regionsOfTable(lines);
  return { severity: "warning", stage: "layout", code: "table-uncertain", message, at, page, regions };
}

function isWithin({ start, end }: ReadLine, { text }: PlacedLeaf["leaf"]): boolean {
  return text.segments.some((segment) => segment.kind !== "layout" && segment.start < end && segment.end > start);
}

/** One region a page. */
function regionsOfTable(lines: readonly ReadLine[]): Region[] {
  return [...new Set(lines.map(({ page }) => page))].flatMap((page): Region[] => {
    const own = lines.filter((line) => line.page === page).map(({ line }) => line.box);
    const box = unionBox(own.flatMap((each) => (each === null ? [] : [displayedBox(page, each)])));
    return box === null ? [] : [{ page: page.number, box: roundBox(box) }];
  });
}
