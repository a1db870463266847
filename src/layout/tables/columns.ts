import type { Chunk, TextLine } from "./text-lines.ts";

/** What the words of a column cover, in points. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** White between two columns is at least so wide, in line heights. */
const RIVER = 0.4;

/** Of so many lines one may run across the white between columns. */
const LINES_TO_A_CROSSING = 8;

/** Lines at the top whose cells may cover several columns. */
const HEAD_LINES = 2;

/** The columns that lines of several chunks stand in; fewer than two where there are none. */
export function columnsOf(lines: readonly TextLine[], lineHeight: number): Column[] {
  const rows = lines.filter(({ chunks }) => chunks.length > 1);
  const all = exclusiveJoined(between(rows, lineHeight), rows);
  if (rows.length < HEAD_LINES + 2) return widened(all, rows);
  const body = exclusiveJoined(between(rows.slice(HEAD_LINES), lineHeight), rows);
  return widened(body.length > all.length ? body : all, rows);
}

/** Columns as far as what stands in each by itself reaches. */
function widened(columns: readonly Column[], rows: readonly TextLine[]): Column[] {
  const wide = columns.map((column) => ({ ...column }));
  for (const { chunk, under } of rows.flatMap(({ chunks }) => placesOf(chunks, columns))) {
    const [only, ...others] = under;
    const [column, before, after] = [wide[only ?? 0], wide[(only ?? 0) - 1], wide[(only ?? 0) + 1]];
    if (column === undefined || others.length > 0) continue;
    if (before === undefined || chunk.left > before.right) column.left = Math.min(column.left, chunk.left);
    if (after === undefined || chunk.right < after.left) column.right = Math.max(column.right, chunk.right);
  }
  return wide;
}

/** Columns parted by white that hardly any line crosses. */
function between(rows: readonly TextLine[], lineHeight: number): Column[] {
  const events = rows.flatMap(({ chunks }) =>
    chunks.flatMap(({ left, right }) => [
      { x: left, step: 1 },
      { x: right, step: -1 },
    ]),
  );
  events.sort((a, b) => a.x - b.x || b.step - a.step);
  const allowed = Math.floor(rows.length / LINES_TO_A_CROSSING);
  const columns: { left: number; right: number }[] = [];
  let depth = 0;
  let left: number | null = null;
  for (const { x, step } of events) {
    depth += step;
    if (left === null && depth > allowed) {
      const last = columns.at(-1);
      if (last !== undefined && x - last.right < RIVER * lineHeight) {
        left = last.left;
        columns.pop();
      } else left = x;
    } else if (left !== null && depth <= allowed) {
      columns.push({ left, right: x });
      left = null;
    }
  }
  return columns;
}

/** Neighbours that no line fills both are one: a head flush left over numbers flush right. */
function exclusiveJoined(columns: readonly Column[], rows: readonly TextLine[]): Column[] {
  const joined: Column[] = [];
  for (const column of columns) {
    const last = joined.at(-1);
    const isApart =
      last === undefined ||
      rows.some(
        ({ chunks }) =>
          chunks.some((chunk) => overlaps(chunk, last) && !overlaps(chunk, column)) &&
          chunks.some((chunk) => overlaps(chunk, column) && !overlaps(chunk, last)),
      );
    if (isApart) joined.push(column);
    else joined[joined.length - 1] = { left: last.left, right: column.right };
  }
  return joined;
}

function overlaps(chunk: Pick<Chunk, "left" | "right">, column: Column): boolean {
  return chunk.left < column.right && chunk.right > column.left;
}

/** The columns that each part of a line lies in; one in the white between two columns goes to one that is free. */
export function placesOf(chunks: readonly Chunk[], columns: readonly Column[]): { chunk: Chunk; under: number[] }[] {
  const lying = chunks.map((chunk) => columns.flatMap((column, at) => (overlaps(chunk, column) ? [at] : [])));
  const taken = new Set(lying.flat());
  return chunks.map((chunk, index) => {
    const own = lying[index] ?? [];
    if (own.length > 0) return { chunk, under: own };
    const free = columns.map((column, at) => (taken.has(at) ? null : column));
    const beside = nearestOf(chunk, free) ?? nearestOf(chunk, columns) ?? 0;
    const nearest = nearestOf(chunk, columns) ?? 0;
    return { chunk, under: [taken.has(nearest) && Math.abs(beside - nearest) === 1 ? beside : nearest] };
  });
}

function nearestOf(chunk: Chunk, columns: readonly (Column | null)[]): number | null {
  let best: { at: number; distance: number } | null = null;
  for (const [at, column] of columns.entries()) {
    if (column === null) continue;
    const distance = Math.max(column.left - chunk.right, chunk.left - column.right);
    if (best === null || distance < best.distance) best = { at, distance };
  }
  return best?.at ?? null;
}
