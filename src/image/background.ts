import type { GreyImage } from "../model/grey-image.ts";

/** Side of the tiles the paper's brightness is measured in, in pixels: some letters wide at any OCR resolution. */
const TILE = 64;

/** Of a tile's pixels sorted by brightness, the share below the paper's: text covers less than a half of a tile. */
const PAPER_QUANTILE = 0.7;

/** Paper darker than this is none: a photo or a black edge is not stretched to white. */
const DARKEST_PAPER = 80;

/** What a pixel of each tile is to be multiplied by to make its paper white, row by row. */
interface GainMap {
  readonly columns: number;
  readonly rows: number;
  readonly gains: Float32Array;
}

/** Paper that need not be made whiter than by this factor is white. */
const WHITE_ENOUGH = 1.03;

/** Makes the paper white everywhere: the shadow of a fold, the grey of a copy and an uneven lamp go. */
export function normaliseBackground(image: GreyImage): GreyImage {
  const { width, height } = image;
  const map = gainMap(image);
  if (map.gains.every((gain) => gain <= WHITE_ENOUGH)) return image;
  const data = new Uint8Array(image.data.length);
  for (
    let top = 0, bottom = Math.min(height, TILE / 2);
    top < height;
    top = bottom, bottom = Math.min(height, bottom + TILE)
  ) {
    // Between the middles of two rows of tiles, gains change evenly from row to row.
    const gains = gainsOfRow(map, top, width);
    const steps = gainsOfRow(map, bottom, width).map((gain, x) => (gain - (gains[x] ?? 0)) / (bottom - top));
    for (let y = top; y < bottom; y++) brightenRow(image, y, gains, steps, data);
  }
  return { width, height, data };
}

/** Also moves the gains on to the next row. */
function brightenRow(
  { width, data }: GreyImage,
  y: number,
  gains: Float32Array,
  steps: Float32Array,
  to: Uint8Array,
): void {
  const row = y * width;
  for (let x = 0; x < width; x++) {
    const gain = gains[x] ?? 1;
    const value = (data[row + x] ?? 0) * gain;
    to[row + x] = value > 255 ? 255 : value;
    gains[x] = gain + (steps[x] ?? 0);
  }
}

function gainMap(image: GreyImage): GainMap {
  const columns = Math.ceil(image.width / TILE);
  const rows = Math.ceil(image.height / TILE);
  const gains = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      gains[row * columns + column] = 255 / paperLevel(image, column * TILE, row * TILE);
    }
  }
  return { columns, rows, gains };
}

/** The brightness of the paper in one tile, from one pixel in four. */
function paperLevel(image: GreyImage, left: number, top: number): number {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let y = top; y < Math.min(top + TILE, image.height); y += 2) {
    for (let x = left; x < Math.min(left + TILE, image.width); x += 2) {
      const value = image.data[y * image.width + x] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
      count++;
    }
  }
  return Math.max(DARKEST_PAPER, quantile(histogram, count * PAPER_QUANTILE));
}

function quantile(histogram: Uint32Array, below: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += histogram[value] ?? 0;
    if (seen > below) return value;
  }
  return 255;
}

/** The gains at one height, pixel by pixel. */
function gainsOfRow(map: GainMap, y: number, width: number): Float32Array {
  const down = between(y, map.rows);
  const gainAt = (row: number, column: number): number => map.gains[row * map.columns + column] ?? 1;
  const inColumn = (column: number): number =>
    gainAt(down.first, column) + (gainAt(down.second, column) - gainAt(down.first, column)) * down.share;
  const columns = Float32Array.from({ length: map.columns }, (_, column) => inColumn(column));
  return Float32Array.from({ length: width }, (_, x) => {
    const { first, second, share } = between(x, map.columns);
    return (columns[first] ?? 1) + ((columns[second] ?? 1) - (columns[first] ?? 1)) * share;
  });
}

/** The two tiles whose middles a pixel lies between, and how far it is on the way to the second, 0 to 1. */
function between(pixel: number, tiles: number): { first: number; second: number; share: number } {
  const position = pixel / TILE - 0.5;
  const first = Math.max(0, Math.min(tiles - 1, Math.floor(position)));
  const second = Math.min(tiles - 1, first + 1);
  return { first, second, share: Math.max(0, Math.min(1, position - first)) };
}
