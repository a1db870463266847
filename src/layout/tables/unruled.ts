import type { Box } from "../../model/box.ts";
import type { Ruling } from "../../model/rulings.ts";
import type { PlacedWord } from "../segment.ts";
import { type Column, columnsOf, placesOf } from "./columns.ts";
import type { FoundRow, FoundTable } from "./grid.ts";
import { continues, rowBreaksOf, type TableLine } from "./row-breaks.ts";
import { type Chunk, isNumeric, type TextLine, textOfWords } from "./text-lines.ts";

/** A gap of so many line heights may part two cells. */
const CELL_GAP = 0.9;

/** Between the two lines of a table without more, so many. */
const PLAIN_CELL_GAP = 1.5;

/** A gap this much wider than the line's others is none between the words of a justified line. */
const STANDS_OUT = 1.8;

/** Lines of a table are at most so many line heights apart, from foot to foot. */
const NEXT_LINE = 3.4;

/** Lines without a gap that may stand between two rows: the rest of wrapped cells, a row with one cell. */
const MOST_BETWEEN = 8;

/** A line with one part wider than this share of the text is a sentence. */
const SENTENCE = 0.62;

/** A clause number, a letter or a bullet: what follows it is no cell. */
const ITEM_MARK = /^[„"“,(]*(?:\d{1,3}[.)]{0,2}|[a-z][.)]|[-–—•*·▪●])$/u;

/** Where the page's running text begins and ends. */
export interface TextWidth {
  readonly left: number;
  readonly right: number;
}

/** The tables whose columns are parted by white alone, from the top. */
export function unruledTables(
  lines: readonly TextLine[],
  level: readonly Ruling[],
  text: TextWidth,
  lineHeight: number,
): FoundTable[] {
  const tables: FoundTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const run = firstTable(runAt(lines, at, text, lineHeight), lineHeight);
    const table = run.length < 2 ? null : tableOf(run, level, lineHeight);
    if (table === null) at += 1;
    else {
      const isOpen =
        isBelowRow(lines, at, table.box, lineHeight) || isAboveRest(run, lines[at + run.length], lineHeight);
      tables.push(isOpen ? { ...table, isUncertain: true } : table);
      at += run.length;
    }
  }
  return tables;
}

/** A line right above a table, as far from it as its rows are from one another, may be a row of it. */
function isBelowRow(lines: readonly TextLine[], at: number, [left, , width]: Box, lineHeight: number): boolean {
  const [before, above, first, second] = [lines[at - 2], lines[at - 1], lines[at], lines[at + 1]];
  if (above === undefined || first === undefined || second === undefined || above.chunks.length > 1) return false;
  const near = lines.slice(at, at + 4);
  const pitch = Math.max(...near.slice(1).map((line, index) => line.foot - (near[index]?.foot ?? 0)));
  const step = first.foot - above.foot;
  const isShort = Math.abs(above.left - left) < lineHeight / 2 && above.right - above.left < width / 2;
  const isApart = before === undefined || above.foot - before.foot > 1.15 * step;
  return isShort && isApart && step < 1.1 * pitch && !/[.:!?]$/u.test(textOfWords(above.words));
}

/** A short line right below a table's first column may be the rest of its last row. */
function isAboveRest(run: readonly TextLine[], next: TextLine | undefined, lineHeight: number): boolean {
  const [last, row] = [run.at(-1), run.findLast(({ chunks }) => chunks.length > 1)];
  const [first, second] = row?.chunks ?? [];
  if (next === undefined || last === undefined || first === undefined || second === undefined) return false;
  const isBelow = Math.abs(next.left - first.left) < lineHeight / 2 && next.right < second.left;
  return isBelow && next.chunks.length === 1 && next.foot - last.foot < 1.7 * lineHeight;
}

/** Tables right below one another have columns of their own: the first of them. */
function firstTable(run: readonly TextLine[], lineHeight: number): readonly TextLine[] {
  if (run.length < 4) return run;
  const steps = run.slice(1).map((line, at) => line.foot - (run[at]?.foot ?? 0));
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  const whole = fitOf(run, lineHeight);
  for (let at = 2; at <= run.length - 2; at++) {
    const step = (steps[at - 1] ?? 0) / usual;
    const isPlace = step > (run[at]?.chunks.length === 1 ? WIDER_STEP_TO_LINE : WIDER_STEP);
    if (!isPlace) continue;
    const [above, below] = [fitOf(run.slice(0, at), lineHeight), fitOf(run.slice(at), lineHeight)];
    if (above.columns < 2 || below.columns < 2) continue;
    const isTwo = whole.columns > Math.max(above.columns, below.columns) || whole.glued > above.glued + below.glued;
    if (isTwo) return firstTable(run.slice(0, at + trailing(run.slice(at - 1), lineHeight)), lineHeight);
  }
  return run;
}

/** Tables are at least so much farther apart than rows; from a line between them less. */
const WIDER_STEP = 1.2;
const WIDER_STEP_TO_LINE = 1.05;

/** How well lines stand in the columns that they have together: parts that share a cell, or cross white. */
function fitOf(run: readonly TextLine[], lineHeight: number): { columns: number; glued: number } {
  const columns = columnsOf(run, lineHeight);
  let glued = 0;
  for (const { chunks } of run.filter((line) => line.chunks.length > 1)) {
    const under = placesOf(chunks, columns).map((place) => place.under);
    glued += under.filter(
      (at, index) => at.length > 1 || (index > 0 && under[index - 1]?.includes(at[0] ?? -1)),
    ).length;
  }
  return { columns: columns.length, glued };
}

/** Lines from one with a gap on, as far as they may be of one table. */
function runAt(lines: readonly TextLine[], at: number, text: TextWidth, lineHeight: number): TextLine[] {
  const first = lines[at] as TextLine;
  if (!isTabular(first, text, lineHeight)) return [];
  const run = [first];
  let kept = 1;
  let pending = 0;
  for (const line of lines.slice(at + 1)) {
    const before = run.at(-1) as TextLine;
    if (line.foot - before.foot > NEXT_LINE * lineHeight) break;
    const isRow = isTabular(line, text, lineHeight);
    if (!isRow && (isSentence(line, text) || pending === MOST_BETWEEN)) break;
    run.push(line);
    pending = isRow ? 0 : pending + 1;
    if (isRow) kept = run.length;
  }
  // What follows the last row with a gap may be the rest of its wrapped cell.
  return run.slice(0, kept + trailing(run.slice(kept - 1), lineHeight));
}

/** How many lines after a row go on with one of its cells. */
function trailing([last, ...rest]: readonly TextLine[], lineHeight: number): number {
  let count = 0;
  let before = last;
  for (const line of rest) {
    const [chunk] = line.chunks;
    const cell = before?.chunks.find((one) => chunk !== undefined && isBelow(chunk, one, lineHeight));
    if (before === undefined || chunk === undefined || cell === undefined) break;
    const next = last?.chunks[(last.chunks.indexOf(cell) ?? 0) + 1];
    const isWithin =
      line.chunks.length === 1 && (next === undefined || last?.chunks.indexOf(cell) === -1 || chunk.right < next.left);
    // No paragraph begins below an inner column.
    const isInner = chunk.left > (last?.chunks[0]?.right ?? Number.POSITIVE_INFINITY);
    const above = textOfWords(cell.words);
    const goesOn = isInner || above.endsWith(",") || continues(above, textOfWords(chunk.words));
    if (!isWithin || !goesOn || line.foot - before.foot > 1.7 * lineHeight) break;
    count += 1;
    before = line;
  }
  return count;
}

/** Both begin at one place, or both end at one. */
function isBelow(chunk: Chunk, above: Chunk, lineHeight: number): boolean {
  const [left, right] = [Math.abs(chunk.left - above.left), Math.abs(chunk.right - above.right)];
  return left < lineHeight / 3 || right < lineHeight / 6;
}

function isSentence({ chunks, left, right }: TextLine, text: TextWidth): boolean {
  return chunks.length === 1 && right - left > SENTENCE * (text.right - text.left);
}

/** Whether a line has a gap as between cells. */
function isTabular(line: TextLine, text: TextWidth, lineHeight: number): boolean {
  const gaps = line.words.slice(1).map((word, at) => word.box[0] - rightOf(line.words[at] as PlacedWord));
  const widest = Math.max(
    0,
    ...line.chunks
      .slice(1)
      .map((chunk, at) => (isMark(line.chunks[at], at, chunk) ? 0 : chunk.left - (line.chunks[at]?.right ?? 0))),
  );
  if (widest < CELL_GAP * lineHeight) return false;
  if (widest > 3 * lineHeight) return true;
  const isFull = line.left < text.left + 3 * lineHeight && line.right > text.right - lineHeight;
  const spaces = gaps.filter((gap) => gap < widest / STANDS_OUT).length;
  return !isFull || spaces * 2 >= gaps.length || gaps.length < 3;
}

function isMark(chunk: Chunk | undefined, at: number, next: Chunk): boolean {
  if (at > 0 || chunk === undefined || !ITEM_MARK.test(textOfWords(chunk.words))) return false;
  return !isNumeric(textOfWords(next.words));
}

function rightOf({ box }: PlacedWord): number {
  return box[0] + box[2];
}

function tableOf(run: readonly TextLine[], level: readonly Ruling[], lineHeight: number): FoundTable | null {
  const columns = columnsOf(run, lineHeight);
  if (columns.length < 2 || !isSupported(run, columns, lineHeight)) return null;
  const lines = run.map((line) => asTableLine(line, columns));
  const { begins, isCertain } = breaksBetween(
    run,
    lines.map(({ line }) => line),
    level,
    lineHeight,
  );
  const starts = begins.flatMap((isBegun, at) => (isBegun ? [at] : []));
  if (starts.length < 2) return null;
  const edges = edgesOf(columns, run);
  const rows = starts.map((from, at): FoundRow => {
    const to = starts[at + 1] ?? run.length;
    const part = lines.slice(from, to);
    const top = Math.min(...run.slice(from, to).map((line) => line.top));
    const bottom = Math.max(...run.slice(from, to).map((line) => line.bottom));
    return {
      cells: columns.map((_, column) => part.flatMap(({ line }) => line.cells[column] ?? [])),
      boxes: columns.map(
        (_, column): Box => [edges[column] ?? 0, top, (edges[column + 1] ?? 0) - (edges[column] ?? 0), bottom - top],
      ),
    };
  });
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const [top, bottom] = [Math.min(...run.map((line) => line.top)), Math.max(...run.map((line) => line.bottom))];
  const isUncertain = !isCertain || lines.some(({ isDoubtful }) => isDoubtful) || narrowest(columns) < 0.7 * lineHeight;
  return { box: [left, top, right - left, bottom - top], rows, isUncertain };
}

/** A list's marks and its entries are no two columns; and each white between columns must part two lines at least. */
function isSupported(run: readonly TextLine[], columns: readonly Column[], lineHeight: number): boolean {
  const rows = run.filter(({ chunks }) => chunks.length > 1);
  if (rows.length < 2) return false;
  const marks = rows.filter(
    ({ chunks }) => chunks[0] !== undefined && ITEM_MARK.test(textOfWords(chunks[0].words)),
  ).length;
  if (
    columns.length === 2 &&
    marks * 2 > rows.length &&
    !rows.every(({ chunks }) => chunks.at(-1) !== undefined && isNumeric(textOfWords((chunks.at(-1) as Chunk).words)))
  )
    return false;
  if (rows.length > 2) return true;
  const isOfThree = rows.every(({ chunks }) => chunks.length > 2 && chunks.length === columns.length);
  if (
    isOfThree &&
    rows
      .at(-1)
      ?.chunks.slice(1)
      .every((chunk) => isNumeric(textOfWords(chunk.words)))
  )
    return true;
  return rows.every(({ chunks }) =>
    chunks.slice(1).some(({ left }, at) => left - (chunks[at]?.right ?? 0) > PLAIN_CELL_GAP * lineHeight),
  );
}

/** A line's words by column; a part across several columns stands in the first. */
function asTableLine({ chunks, foot }: TextLine, columns: readonly Column[]): { line: TableLine; isDoubtful: boolean } {
  const cells = columns.map((): PlacedWord[] => []);
  let isDoubtful = false;
  for (const { chunk, under } of placesOf(chunks, columns)) {
    const cell = cells[under[0] ?? 0];
    if ((under.length > 1 && chunks.length > 1) || (cell?.length ?? 0) > 0) isDoubtful = true;
    cell?.push(...chunk.words);
  }
  return { line: { cells, foot }, isDoubtful };
}

/** Rows as level lines part them, where these are drawn between all; else by the lines' distances and words. */
function breaksBetween(
  run: readonly TextLine[],
  lines: readonly TableLine[],
  level: readonly Ruling[],
  lineHeight: number,
): { begins: readonly boolean[]; isCertain: boolean } {
  const [left, right] = [Math.min(...run.map((line) => line.left)), Math.max(...run.map((line) => line.right))];
  const drawn = run.map((line, at) => {
    const above = run[at - 1];
    if (above === undefined) return true;
    return level.some(
      (one) =>
        one.at > above.foot - 0.6 * lineHeight &&
        one.at < line.foot - 0.4 * lineHeight &&
        Math.min(one.to, right) - Math.max(one.from, left) > 0.7 * (right - left),
    );
  });
  const rules = drawn.slice(1).filter(Boolean).length;
  const breaks = rowBreaksOf(lines, lineHeight);
  if (rules === 0) return breaks;
  const isBetweenAll = breaks.begins.every((isBegun, at) => !isBegun || drawn[at] === true) && rules >= 2;
  if (isBetweenAll) return { begins: drawn, isCertain: true };
  // Lines below the head and above the sum: what is between them is told by itself.
  const parts = drawn.flatMap((isDrawn, at) => (isDrawn ? [at] : []));
  const found = parts.map((from, at) => rowBreaksOf(lines.slice(from, parts[at + 1] ?? lines.length), lineHeight));
  if (parts.length > 3 && found.filter(({ begins }) => begins.filter(Boolean).length > 1).length <= 1)
    return { begins: drawn, isCertain: found.every(({ begins }) => begins.filter(Boolean).length === 1) };
  const begins = breaks.begins.map((isBegun, at) => isBegun || drawn[at] === true);
  return { begins, isCertain: breaks.isCertain };
}

function narrowest(columns: readonly Column[]): number {
  return Math.min(...columns.slice(1).map((column, at) => column.left - (columns[at]?.right ?? 0)));
}

/** Where columns meet: in the middle of the white between them. */
function edgesOf(columns: readonly Column[], run: readonly TextLine[]): number[] {
  const inner = columns.slice(1).map((column, at) => (column.left + (columns[at]?.right ?? 0)) / 2);
  return [Math.min(...run.map((line) => line.left)), ...inner, Math.max(...run.map((line) => line.right))];
}
