import type { Line } from "../../model/page.ts";
import type { Rulings } from "../../model/rulings.ts";
import { middleOf, type PlacedWord, type Segment, segmentOf } from "../segment.ts";
import type { FoundTable } from "./grid.ts";
import { latticesOf } from "./lattice.ts";
import { ruledTable } from "./ruled.ts";
import { tableLine } from "./table-line.ts";
import { textLinesOf } from "./text-lines.ts";
import { unruledTables } from "./unruled.ts";

/** A table as a line, and where it stands. */
export interface PlacedTable {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly line: Line;
}

/** The tables among some lines of a page, and what of the lines is none of them. */
export function findTables(
  segments: readonly Segment[],
  rulings: Rulings,
  lineHeight: number,
): { tables: PlacedTable[]; rest: readonly Segment[] } {
  const words = segments.flatMap((segment) => segment.words);
  const ruled = latticesOf(rulings).flatMap((lattice) => ruledTable(lattice, words, lineHeight) ?? []);
  const free = without(words, ruled);
  const text = {
    left: Math.min(...words.map(({ box }) => box[0])),
    right: quantile(
      words.map(({ box }) => box[0] + box[2]),
      0.98,
    ),
  };
  const unruled = unruledTables(textLinesOf(free, lineHeight), rulings.level, text, lineHeight);
  const found = [...ruled, ...unruled];
  if (found.length === 0) return { tables: [], rest: segments };
  const taken = new Set(found.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat())));
  const tables = found.map((table): PlacedTable => {
    const [left, top, , height] = table.box;
    return { left, top, bottom: top + height, line: tableLine(table) };
  });
  return { tables, rest: segments.flatMap((segment) => untaken(segment, taken)) };
}

function without(words: readonly PlacedWord[], tables: readonly FoundTable[]): PlacedWord[] {
  const taken = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat())));
  return words.filter((word) => !taken.has(word));
}

/** What of a segment stands in no table, in its parts. */
function untaken(segment: Segment, taken: ReadonlySet<PlacedWord>): Segment[] {
  if (!segment.words.some((word) => taken.has(word))) return [segment];
  const parts: PlacedWord[][] = [[]];
  for (const word of segment.words) {
    if (taken.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0).map(segmentOf);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** Lines with tables put among them where they stand; of two side by side the left one first. */
export function withTables(lines: readonly Line[], tables: readonly PlacedTable[]): Line[] {
  const waiting = [...tables].sort((a, b) => (a.top < b.bottom && b.top < a.bottom ? a.left - b.left : a.top - b.top));
  const placed: Line[] = [];
  for (const line of lines) {
    const middle = line.box === null ? 0 : middleOf(line.box);
    while (
      waiting[0] !== undefined &&
      (middle > waiting[0].bottom || (middle > waiting[0].top && (line.box?.[0] ?? 0) >= waiting[0].left))
    ) {
      placed.push((waiting.shift() as PlacedTable).line);
    }
    placed.push(line);
  }
  return [...placed, ...waiting.map(({ line }) => line)];
}
