import type { PlacedWord } from "../segment.ts";
import { isNumeric, textOfWords } from "./text-lines.ts";

/** What stands on one height of a table, by column. */
export interface TableLine {
  readonly cells: readonly (readonly PlacedWord[])[];
  /** The height that its letters stand on, in points. */
  readonly foot: number;
}

/** Which lines begin a row, and whether that is certain. */
export interface RowBreaks {
  readonly begins: readonly boolean[];
  readonly isCertain: boolean;
}

/** Lines of one cell are closer than rows by at least this ratio. */
const CLOSER = 1.1;

/** Lines of one cell are at most so many line heights apart. */
const CELL_PITCH = 1.75;

/**
 * Where the rows of a table begin whose cells may have several lines each. Rows are told by their distance where
 * there are two kinds of it, else by what stands in the cells.
 * @param headLines lines at the top that may be the head's
 */
export function rowBreaksOf(lines: readonly TableLine[], lineHeight: number): RowBreaks {
  if (lines.length < 2) return { begins: lines.map(() => true), isCertain: true };
  const evidence = evidenceOf(lines);
  return byDistance(lines, lineHeight, evidence) ?? byContent(evidence);
}

/** What a line's words say: > 0 a row begins, < 0 one goes on; 2 and more is beyond doubt. */
function evidenceOf(lines: readonly TableLine[]): number[] {
  const numeric = numericColumns(lines);
  const reach = columnReach(lines);
  let row: { text: string; right: number }[] = [];
  return lines.map((line, index) => {
    const cells = line.cells.map((words) => ({
      text: textOfWords(words),
      right: words.at(-1) === undefined ? 0 : rightOf(words),
    }));
    const value = index === 0 ? 3 : evidenceOfLine(line, cells, row, numeric, reach);
    row =
      value > 0
        ? cells
        : row.map((before, at) => (cells[at]?.text ? (cells[at] as { text: string; right: number }) : before));
    if (row.length === 0) row = cells;
    return value;
  });
}

interface CellEnd {
  readonly text: string;
  readonly right: number;
}

function evidenceOfLine(
  line: TableLine,
  cells: readonly CellEnd[],
  row: readonly CellEnd[],
  numeric: ReadonlySet<number>,
  reach: readonly number[],
): number {
  const filled = cells.flatMap(({ text }, at) => (text === "" ? [] : [at]));
  const goesOn = filled.filter((at) => continues(row[at]?.text ?? "", cells[at]?.text ?? ""));
  const numbers = filled.filter((at) => numeric.has(at) && isNumeric(cells[at]?.text ?? ""));
  if (numbers.some((at) => (row[at]?.text ?? "") !== "")) return 3;
  if (goesOn.length > 0 && numbers.length === 0) return goesOn.length === filled.length ? -3 : -1;
  if (numbers.length > 0 && filled.includes(0)) return 2;
  if (filled.length === cells.length) return 2;
  // The first word would have fitted into the line before: it is no wrapped line.
  const fitted = filled.filter((at) => wouldFit(line.cells[at] ?? [], row[at], reach[at] ?? 0));
  if (fitted.length > 0) return filled.length > 1 ? 2 : 1.5;
  if (filled.some((at) => (row[at]?.text ?? "") === "")) return 1;
  return -1;
}

function wouldFit(words: readonly PlacedWord[], before: CellEnd | undefined, reach: number): boolean {
  const width = words[0]?.box[2] ?? 0;
  return before !== undefined && before.text !== "" && before.right + 1.35 * width + 4 < reach;
}

/** Whether a text goes on with one above it in its cell. */
export function continues(before: string, text: string): boolean {
  if (before === "" || text === "") return false;
  // A unit by itself belongs to the number above it.
  if (UNIT.test(text) && isNumeric(before)) return true;
  return (
    /(?:\p{L}-|[/(]|(?:^|\s)(?:und|oder|der|die|das|des|im|in|mit|von|für|zu[rm]?|an|am|auf))$/u.test(before) ||
    /^(?:\p{Ll}|[)/&])/u.test(text)
  );
}

const UNIT = /^(?:%|‰|€|Euro|EUR|T€|TEUR|km|m|m²|ha|Stk\.?|Prozent|Mio\.?(?: (?:Euro|EUR|€))?)$/u;

/** Where lines are of two distances, the closer ones are of one cell: unless what they say speaks against it. */
function byDistance(lines: readonly TableLine[], lineHeight: number, evidence: readonly number[]): RowBreaks | null {
  const steps = lines.slice(1).map((line, index) => line.foot - (lines[index]?.foot ?? 0));
  const sorted = [...steps].sort((a, b) => a - b);
  const splits = sorted.slice(1).map((step, at) => ({
    at: (step + (sorted[at] ?? 0)) / 2,
    ratio: step / Math.max(0.1, sorted[at] ?? 0),
    low: sorted[at] ?? 0,
  }));
  for (const { at } of splits
    .filter(({ ratio, low }) => ratio >= CLOSER && low <= CELL_PITCH * lineHeight)
    .sort((a, b) => b.ratio - a.ratio)) {
    const begins = [true, ...steps.map((step) => step > at)];
    const against = begins.filter((isBegun, index) =>
      isBegun ? (evidence[index] ?? 0) <= -3 : (evidence[index] ?? 0) >= 2,
    ).length;
    if (against === 0) return { begins, isCertain: true };
  }
  return null;
}

function byContent(evidence: readonly number[]): RowBreaks {
  return { begins: evidence.map((value) => value > 0), isCertain: evidence.every((value) => Math.abs(value) >= 1.5) };
}

/** Columns with a number on most of their lines. */
function numericColumns(lines: readonly TableLine[]): Set<number> {
  const columns = lines[0]?.cells.length ?? 0;
  return new Set(
    Array.from({ length: columns }, (_, at) => at).filter((at) => {
      const texts = lines.map(({ cells }) => textOfWords(cells[at] ?? [])).filter((text) => text !== "");
      return texts.filter(isNumeric).length > texts.length / 2;
    }),
  );
}

function columnReach(lines: readonly TableLine[]): number[] {
  const columns = lines[0]?.cells.length ?? 0;
  return Array.from({ length: columns }, (_, at) => Math.max(0, ...lines.map(({ cells }) => rightOf(cells[at] ?? []))));
}

function rightOf(words: readonly PlacedWord[]): number {
  return Math.max(0, ...words.map(({ box }) => box[0] + box[2]));
}
