import type { Box } from "../../model/box.ts";
import { middleOf, type PlacedWord } from "../segment.ts";
import type { FoundRow, FoundTable } from "./grid.ts";
import type { Lattice } from "./lattice.ts";
import { rowBreaksOf, type TableLine } from "./row-breaks.ts";
import { isNumeric, type TextLine, textLinesOf, textOfWords } from "./text-lines.ts";

/** A cell between drawn lines: it begins at a band and a column, and may cover several. */
interface RuledCell {
  readonly band: number;
  readonly column: number;
  readonly words: readonly PlacedWord[];
}

/** A table whose columns are parted by drawn lines, or null where the lines are none of a table. */
export function ruledTable(lattice: Lattice, words: readonly PlacedWord[], lineHeight: number): FoundTable | null {
  const { xs, ys } = lattice;
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  const columns = xs.length - 1;
  const inside = words.filter(
    ({ box }) => isWithin(box[0] + box[2] / 2, left, right) && isWithin(middleOf(box), top, bottom),
  );
  const places = new Map<number, PlacedWord[]>();
  let isDoubtful = false;
  for (const line of textLinesOf(inside, lineHeight)) {
    for (const word of line.words) {
      const y = middleOf(word.box);
      const column = indexIn(xs, word.box[0] + word.box[2] / 2);
      const first = mergedFrom(line, y, column, lattice);
      isDoubtful ||= first.isDoubtful || crossesUpright(word, lattice);
      let band = indexIn(ys, y);
      while (band > 0 && !lattice.hasLevel(band, first.column)) band -= 1;
      const place = band * columns + first.column;
      places.set(place, [...(places.get(place) ?? []), word]);
    }
  }
  const cells = [...places].map(
    ([at, found]): RuledCell => ({ band: Math.floor(at / columns), column: at % columns, words: found }),
  );
  const levels = ys.length - 2;
  const bands = ys.slice(1).map((_, band) => rowsOfBand(band, cells, lattice, levels, lineHeight));
  const rows = bands.flatMap(({ rows: found }) => found).filter((row) => row.cells.some((cell) => cell.length > 0));
  if (rows.length < 2 || usedColumns(rows) < 2) return null;
  const isUncertain = isDoubtful || bands.some(({ isCertain }) => !isCertain);
  return { box: [left, top, right - left, bottom - top], rows, isUncertain };
}

function usedColumns(rows: readonly FoundRow[]): number {
  return new Set(rows.flatMap(({ cells }) => cells.flatMap((cell, at) => (cell.length > 0 ? [at] : [])))).size;
}

function isWithin(at: number, from: number, to: number): boolean {
  return at >= from && at < to;
}

/** Between which edges a place is. */
function indexIn(edges: readonly number[], at: number): number {
  return edges.findIndex((edge, index) => at >= edge && at < (edges[index + 1] ?? edge));
}

/** The first column of the cell that a word stands in: no line is drawn at its height between that and the word's own. */
function mergedFrom(
  line: TextLine,
  y: number,
  own: number,
  { xs, hasUpright }: Lattice,
): { column: number; isDoubtful: boolean } {
  let column = own;
  let isDoubtful = false;
  while (column > 0 && !hasUpright(y, column)) {
    const edge = xs[column] ?? 0;
    // Words with white between them at the edge are two cells all the same: the line is too weak to be seen.
    const before = line.chunks.some(({ right, left }) => right <= edge && left >= (xs[column - 1] ?? 0));
    const crosses = line.chunks.some(({ left, right }) => left < edge && right > edge);
    if (before && !crosses) {
      isDoubtful = true;
      break;
    }
    column -= 1;
  }
  return { column, isDoubtful };
}

/** A word that a drawn line goes through is several words read as one. */
function crossesUpright({ box }: PlacedWord, { xs, hasUpright }: Lattice): boolean {
  const room = 0.3 * box[3];
  const y = box[1] + box[3] / 2;
  return xs.some(
    (x, at) => at > 0 && at < xs.length - 1 && x > box[0] + room && x < box[0] + box[2] - room && hasUpright(y, at),
  );
}

/** The rows between two level lines: one, unless its lines are plainly several. */
function rowsOfBand(
  band: number,
  cells: readonly RuledCell[],
  lattice: Lattice,
  levels: number,
  lineHeight: number,
): { rows: FoundRow[]; isCertain: boolean } {
  const columns = lattice.xs.length - 1;
  const own = cells.filter((cell) => cell.band === band);
  const [top, bottom] = [lattice.ys[band] ?? 0, lattice.ys[band + 1] ?? 0];
  const lines = textLinesOf(
    own.flatMap(({ words }) => words),
    lineHeight,
  ).map(
    (line): TableLine => ({
      foot: line.foot,
      cells: Array.from({ length: columns }, (_, column) =>
        line.words.filter((word) => own.some((cell) => cell.column === column && cell.words.includes(word))),
      ),
    }),
  );
  const whole = [
    rowOf(
      columns,
      (column) => readingOrder(own.find((cell) => cell.column === column)?.words ?? [], lineHeight),
      lattice.xs,
      top,
      bottom,
    ),
  ];
  if (lines.length < 2) return { rows: whole, isCertain: true };
  const isRow = levels >= 2 && !hasSeveralNumbers(lines);
  if (isRow) return { rows: whole, isCertain: true };
  const { begins, isCertain } = rowBreaksOf(lines, lineHeight);
  const starts = begins.flatMap((isBegun, at) => (isBegun ? [at] : []));
  const rows = starts.map((from, at) => {
    const part = lines.slice(from, starts[at + 1] ?? lines.length);
    const height = (index: number, otherwise: number): number =>
      (index < lines.length && index > 0 ? (lines[index - 1]?.foot ?? 0) : otherwise) + 2;
    return rowOf(
      columns,
      (column) => part.flatMap((line) => line.cells[column] ?? []),
      lattice.xs,
      from === 0 ? top : height(from, top),
      at + 1 < starts.length ? height(starts[at + 1] ?? 0, bottom) : bottom,
    );
  });
  return { rows, isCertain: levels >= 2 ? false : isCertain };
}

/** Numbers below one another in one cell are of several rows. */
function hasSeveralNumbers(lines: readonly TableLine[]): boolean {
  const columns = lines[0]?.cells.length ?? 0;
  return (
    Array.from(
      { length: columns },
      (_, at) => lines.filter(({ cells }) => isNumeric(textOfWords(cells[at] ?? []))).length,
    ).filter((count) => count > 1).length > 1
  );
}

/** Words of a cell line by line. */
function readingOrder(words: readonly PlacedWord[], lineHeight: number): PlacedWord[] {
  return textLinesOf(words, lineHeight).flatMap((line) => line.words);
}

function rowOf(
  columns: number,
  wordsOf: (column: number) => readonly PlacedWord[],
  xs: readonly number[],
  top: number,
  bottom: number,
): FoundRow {
  const at = Array.from({ length: columns }, (_, column) => column);
  const boxes = at.map(
    (column): Box => [xs[column] ?? 0, top, (xs[column + 1] ?? 0) - (xs[column] ?? 0), bottom - top],
  );
  return { cells: at.map(wordsOf), boxes };
}
