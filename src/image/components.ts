import type { GreyImage } from "../model/grey-image.ts";

/** Dark pixels that hang together (also over corners), and the box around them; pixels, half-open. */
export interface Component {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Number of dark pixels. */
  readonly area: number;
}

/**
 * The components of an image's dark pixels.
 * Runs of dark pixels are joined to those they touch in the row above, by union-find over runs.
 * @param threshold a pixel below it is dark
 */
export function componentsOf(image: GreyImage, threshold: number): Component[] {
  const runs = darkRuns(image, threshold);
  const parents = linkRuns(runs, image.height);
  return gather(runs, parents);
}

/** Runs of dark pixels in row order, as parallel lists: half-open columns, and each row's first run. */
interface Runs {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly rows: Int32Array;
  /** Index of the first run at or after each row; one entry more than rows. */
  readonly rowStarts: Int32Array;
}

function darkRuns(image: GreyImage, threshold: number): Runs {
  const { width, height, data } = image;
  const starts = new GrowingList();
  const ends = new GrowingList();
  const rows = new GrowingList();
  const rowStarts = new Int32Array(height + 1);
  for (let y = 0; y < height; y++) {
    rowStarts[y] = starts.length;
    const row = y * width;
    let x = 0;
    while (x < width) {
      while (x < width && (data[row + x] ?? 255) >= threshold) x++;
      if (x === width) break;
      starts.push(x);
      rows.push(y);
      while (x < width && (data[row + x] ?? 255) < threshold) x++;
      ends.push(x);
    }
  }
  rowStarts[height] = starts.length;
  return { count: starts.length, starts: starts.values, ends: ends.values, rows: rows.values, rowStarts };
}

/** For each run the run its component is named after, by way of others. */
function linkRuns(runs: Runs, height: number): Int32Array {
  const parents = Int32Array.from({ length: runs.count }, (_, index) => index);
  for (let y = 1; y < height; y++) {
    let above = runs.rowStarts[y - 1] ?? 0;
    const aboveEnd = runs.rowStarts[y] ?? 0;
    for (let run = aboveEnd; run < (runs.rowStarts[y + 1] ?? 0); run++) {
      const start = runs.starts[run] ?? 0;
      const end = runs.ends[run] ?? 0;
      while (above < aboveEnd && (runs.ends[above] ?? 0) < start) above++;
      for (let other = above; other < aboveEnd && (runs.starts[other] ?? 0) <= end; other++) {
        unite(parents, run, other);
      }
    }
  }
  return parents;
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run;
  while (parents[root] !== root) {
    // Path halving keeps the chains short.
    parents[root] = parents[parents[root] ?? 0] ?? 0;
    root = parents[root] ?? 0;
  }
  return root;
}

function unite(parents: Int32Array, a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)];
  parents[Math.max(first, second)] = Math.min(first, second);
}

function gather(runs: Runs, parents: Int32Array): Component[] {
  const components = new Map<number, { -readonly [Key in keyof Component]: number }>();
  for (let run = 0; run < runs.count; run++) {
    const root = rootOf(parents, run);
    const [start, end, row] = [runs.starts[run] ?? 0, runs.ends[run] ?? 0, runs.rows[run] ?? 0];
    const known = components.get(root);
    if (known === undefined) {
      components.set(root, { left: start, top: row, right: end, bottom: row + 1, area: end - start });
      continue;
    }
    known.left = Math.min(known.left, start);
    known.right = Math.max(known.right, end);
    known.bottom = row + 1;
    known.area += end - start;
  }
  return [...components.values()];
}

/** A list of integers that grows in one typed array. */
class GrowingList {
  length = 0;
  #values = new Int32Array(4096);

  get values(): Int32Array {
    return this.#values.subarray(0, this.length);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Int32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }
}
