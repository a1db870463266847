import type { GreyImage } from "../model/grey-image.ts";

/** Side of the tiles the paper's brightness is measured in, in pixels: some letters wide at any OCR resolution. */
const TILE = 64;

/** Of a tile's pixels sorted by brightness, the share below the paper's: text covers less than a half of a tile. */
const PAPER_QUANTILE = 0.7;

/** Paper darker than this is none: a photo or a black edge is not stretched to white. */
const DARKEST_PAPER = 80;

/** Brightness of paper in each tile, row by row. */
interface PaperMap {
  readonly columns: number;
  readonly rows: number;
  readonly levels: Float32Array;
}

/** Makes the paper white everywhere: the shadow of a fold, the grey of a copy and an uneven lamp go. */
export function normaliseBackground(image: GreyImage): GreyImage {
  const paper = paperMap(image);
  const data = new Uint8Array(image.data.length);
  const gains = new Float32Array(image.width);
  for (let y = 0; y < image.height; y++) {
    fillGains(gains, paper, y);
    const row = y * image.width;
    for (let x = 0; x < image.width; x++) {
      const value = (image.data[row + x] ?? 0) * (gains[x] ?? 1);
      data[row + x] = Math.min(value, 255);
    }
  }
  return { ...image, data };
}

function paperMap(image: GreyImage): PaperMap {
  const columns = Math.ceil(image.width / TILE);
  const rows = Math.ceil(image.height / TILE);
  const levels = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      levels[row * columns + column] = paperLevel(image, column * TILE, row * TILE);
    }
  }
  return { columns, rows, levels };
}

/** The brightness of the paper in one tile, from every fourth pixel. */
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

/** What each pixel of a row is to be multiplied by; between the tiles' middles the paper changes evenly. */
function fillGains(gains: Float32Array, paper: PaperMap, y: number): void {
  const [upper, lower, down] = neighbours(y, paper.rows);
  for (let x = 0; x < gains.length; x++) {
    const [left, right, across] = neighbours(x, paper.columns);
    const at = (row: number, column: number): number => paper.levels[row * paper.columns + column] ?? 255;
    const above = at(upper, left) * (1 - across) + at(upper, right) * across;
    const below = at(lower, left) * (1 - across) + at(lower, right) * across;
    gains[x] = 255 / (above * (1 - down) + below * down);
  }
}

/** The two tiles whose middles a pixel lies between, and how far it is on the way to the second. */
function neighbours(pixel: number, tiles: number): readonly [first: number, second: number, share: number] {
  const position = pixel / TILE - 0.5;
  const first = Math.max(0, Math.min(tiles - 1, Math.floor(position)));
  const second = Math.min(tiles - 1, first + 1);
  return [first, second, Math.max(0, Math.min(1, position - first))];
}
