import type { GreyImage } from "../model/grey-image.ts";

/** Pixels row by row, red, green and blue first of `channels` bytes. */
export interface ColourImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  readonly data: Uint8Array;
}

/** Side of the cells in which a marker is looked for, in inches: two millimetres. */
const CELL = 0.08;

/** Every so many pixels one is looked at. */
const STEP = 2;

/** Darker than this, by its brightest plane, is ink upon the marker. */
const DARK = 150;

/** Planes that differ by more than this are a colour. */
const COLOURED = 45;

/**
 * Of a cell's pixels that are no ink, the share that a marker colours; of coloured ink itself, which stands in strokes
 * with paper between, less.
 */
const MARKED_SHARE = 0.85;

/** A cell with less of it light is ink all over. */
const LIGHT_SHARE = 0.3;

/** Cells by row. */
interface Cells {
  readonly side: number;
  readonly columns: number;
  readonly marked: readonly boolean[];
}

/**
 * The grey picture without a marker's colours: where one was drawn over print, the plane is taken in which it is as
 * light as paper. The same picture where there is none.
 * @param grey of the same size
 */
export function withoutMarker(grey: GreyImage, colours: ColourImage, dpi: number): GreyImage {
  const { side, columns, marked } = markedCells(colours, dpi);
  if (!marked.includes(true)) return grey;
  const data = grey.data.slice();
  for (const [cell, isMarked] of marked.entries()) {
    if (isMarked) takeBrightest(data, colours, (cell % columns) * side, Math.floor(cell / columns) * side, side);
  }
  return { ...grey, data };
}

/** Also fills the half cell about, for a marker ends within cells. */
function takeBrightest(to: Uint8Array, colours: ColourImage, left: number, top: number, side: number): void {
  const margin = side >> 1;
  const [right, bottom] = [
    Math.min(colours.width, left + side + margin),
    Math.min(colours.height, top + side + margin),
  ];
  for (let y = Math.max(0, top - margin); y < bottom; y++) {
    for (let x = Math.max(0, left - margin); x < right; x++) {
      const pixel = y * colours.width + x;
      to[pixel] = Math.max(to[pixel] ?? 0, brightest(colours, pixel));
    }
  }
}

function markedCells(colours: ColourImage, dpi: number): Cells {
  const side = Math.max(4, Math.round(CELL * dpi));
  const columns = Math.ceil(colours.width / side);
  const rows = Math.ceil(colours.height / side);
  const light = new Uint32Array(columns * rows);
  const coloured = new Uint32Array(columns * rows);
  for (let y = 0; y < colours.height; y += STEP) {
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < colours.width; x += STEP) {
      const pixel = y * colours.width + x;
      const most = brightest(colours, pixel);
      if (most < DARK) continue;
      const cell = row + Math.floor(x / side);
      light[cell] = (light[cell] ?? 0) + 1;
      if (most - darkest(colours, pixel) > COLOURED) coloured[cell] = (coloured[cell] ?? 0) + 1;
    }
  }
  const least = LIGHT_SHARE * (side / STEP) ** 2;
  const marked = Array.from(light, (count, cell) => count >= least && (coloured[cell] ?? 0) >= MARKED_SHARE * count);
  return { side, columns, marked };
}

function brightest({ data, channels }: ColourImage, pixel: number): number {
  const at = pixel * channels;
  return Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
}

function darkest({ data, channels }: ColourImage, pixel: number): number {
  const at = pixel * channels;
  return Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
}
