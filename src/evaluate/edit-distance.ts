/** Rows of the table of distances that one number holds as bits. */
const BLOCK = 32;

/**
 * Levenshtein's distance: the least number of elements to insert, delete or replace.
 *
 * Myers's bit vectors in blocks of 32 rows (G. Myers, JACM 46, 1999; blocks after H. Hyyrö, 2003): a block's column
 * of the table is kept as two words of bits, the rows where the distance rises and those where it falls. Time grows
 * with `a.length * b.length / 32`.
 */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  const [rows, columns] = a.length < b.length ? [a, b] : [b, a];
  // Differences along the row above the block in hand; along the table's first row each column adds one.
  const along = new Int8Array(columns.length).fill(1);
  for (let top = 0; top < rows.length; top += BLOCK) passBlock(rows.slice(top, top + BLOCK), columns, along);
  return along.reduce((sum, step) => sum + step, rows.length);
}

/** Takes a block's rows down the table: `along` becomes the differences along its last row. */
function passBlock(rows: readonly string[], columns: readonly string[], along: Int8Array): void {
  const places = new Map<string, number>();
  for (const [row, element] of rows.entries()) places.set(element, (places.get(element) ?? 0) | (1 << row));
  const last = 1 << (rows.length - 1);
  let rising = -1;
  let falling = 0;
  for (const [column, element] of columns.entries()) {
    const above = along[column] ?? 0;
    const matches = places.get(element) ?? 0;
    const vertical = matches | falling;
    const entering = above < 0 ? matches | 1 : matches;
    const diagonal = (((entering & rising) + rising) ^ rising) | entering;
    const rises = falling | ~(diagonal | rising);
    const falls = rising & diagonal;
    along[column] = (rises & last) !== 0 ? 1 : (falls & last) !== 0 ? -1 : 0;
    const risesBelow = (rises << 1) | (above > 0 ? 1 : 0);
    const fallsBelow = (falls << 1) | (above < 0 ? 1 : 0);
    rising = fallsBelow | ~(vertical | risesBelow);
    falling = risesBelow & vertical;
  }
}
