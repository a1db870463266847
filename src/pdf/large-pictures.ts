import type { PdfJsPage } from "./pdf-js.ts";

/** A picture as pdf.js's decoder hands it to its painter. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** Rows from the top; of bits each begins with a byte. null where it is not kept. */
  readonly data: Uint8Array | Uint8ClampedArray | null;
  /** `ImageKind` of pdf.js: bits of grey, RGB, RGBA; none where the bits are a mask, whose 0 is painted. */
  readonly kind?: number;
}

const GREY_BITS = 1;
const RGB = 2;
const CHANNELS: Readonly<Record<number, number>> = { [RGB]: 3, 3: 4 };

/**
 * Pixels from which a picture is scaled down before it is painted: the painter takes four bytes for each, several
 * times. A page of A4 in 600 dots an inch has 35 million; one painted in 300 has need of no more than a quarter.
 */
const LARGE_PIXELS = 40_000_000;

/** Lets a page that is only read keep two samples of each picture: what is asked of it is its kind, and if it is blank. */
export function keepTwoSamples(page: PdfJsPage): void {
  onPictures(page, (picture) => {
    const [first = 0] = picture.data ?? [];
    const other = picture.data?.find((value) => value !== first) ?? first;
    return picture.data === null ? picture : { ...picture, data: Uint8Array.of(first, other) };
  });
}

/** Lets a page be painted from pictures no larger than there is use for. */
export function paintScaled(page: PdfJsPage): void {
  onPictures(page, (picture) => scaledDown(picture, LARGE_PIXELS));
}

/** Hands on another picture in the place of each that was decoded for a page. */
function onPictures(page: PdfJsPage, change: (picture: DecodedPicture) => DecodedPicture): void {
  const { objs } = page;
  const resolve = Object.getPrototypeOf(objs).resolve as typeof objs.resolve;
  objs.resolve = (name, value) => resolve.call(objs, name, isPicture(value) ? change(value) : value);
}

function isPicture(value: unknown): value is DecodedPicture {
  return typeof value === "object" && value !== null && "width" in value && "height" in value && "data" in value;
}

/**
 * A picture of about so many pixels, each of which stands for a square of them; itself where it has no more. Bits of
 * grey become colours, those of a mask what most of them are.
 */
export function scaledDown(picture: DecodedPicture, most: number): DecodedPicture {
  const { width, height, data, kind } = picture;
  const by = Math.ceil(Math.sqrt((width * height) / most));
  if (by <= 1 || data === null) return picture;
  const size = { width: Math.ceil(width / by), height: Math.ceil(height / by) };
  const channels = CHANNELS[kind ?? 0];
  if (channels !== undefined) return { ...picture, ...size, data: averaged(picture, data, by, channels) };
  const share = shareOfOnes(picture, data, by);
  if (kind === GREY_BITS) return { ...picture, ...size, kind: RGB, data: asColours(share) };
  return { ...picture, ...size, data: asBits(share, size) };
}

/** The mean of each square, channel by channel; squares at the edges may be cut. */
function averaged({ width, height }: DecodedPicture, data: ArrayLike<number>, by: number, channels: number) {
  const [columns, rows] = [Math.ceil(width / by), Math.ceil(height / by)];
  const result = new Uint8ClampedArray(columns * rows * channels);
  const sums = new Float64Array(columns * channels);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    const end = Math.min(height, (row + 1) * by);
    for (let y = row * by; y < end; y++) addRow(sums, data, y * width * channels, width, by, channels);
    for (let at = 0; at < sums.length; at++) {
      const across = Math.min(by, width - Math.floor(at / channels) * by);
      result[row * sums.length + at] = (sums[at] ?? 0) / (across * (end - row * by));
    }
  }
  return result;
}

function addRow(
  sums: Float64Array,
  data: ArrayLike<number>,
  start: number,
  width: number,
  by: number,
  channels: number,
) {
  let at = start;
  for (let x = 0; x < width; x++) {
    const to = Math.floor(x / by) * channels;
    for (let channel = 0; channel < channels; channel++)
      sums[to + channel] = (sums[to + channel] ?? 0) + (data[at++] ?? 0);
  }
}

/** Of each square, what share of its bits are 1, as 0 to 255. */
function shareOfOnes({ width, height }: DecodedPicture, data: ArrayLike<number>, by: number): Uint8Array {
  const [columns, rows] = [Math.ceil(width / by), Math.ceil(height / by)];
  const bytesOfRow = (width + 7) >> 3;
  const result = new Uint8Array(columns * rows);
  const ones = new Uint32Array(columns);
  for (let row = 0; row < rows; row++) {
    ones.fill(0);
    const end = Math.min(height, (row + 1) * by);
    for (let y = row * by; y < end; y++) {
      for (let x = 0; x < width; x++) {
        const bit = ((data[y * bytesOfRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
        if (bit === 1) ones[Math.floor(x / by)] = (ones[Math.floor(x / by)] ?? 0) + 1;
      }
    }
    for (let column = 0; column < columns; column++) {
      const bits = Math.min(by, width - column * by) * (end - row * by);
      result[row * columns + column] = Math.round((255 * (ones[column] ?? 0)) / bits);
    }
  }
  return result;
}

function asColours(grey: Uint8Array): Uint8ClampedArray {
  const result = new Uint8ClampedArray(3 * grey.length);
  for (let at = 0; at < result.length; at++) result[at] = grey[Math.floor(at / 3)] ?? 0;
  return result;
}

function asBits(share: Uint8Array, { width, height }: Pick<DecodedPicture, "width" | "height">): Uint8Array {
  const bytesOfRow = (width + 7) >> 3;
  const result = new Uint8Array(bytesOfRow * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((share[y * width + x] ?? 0) < 128) continue;
      const at = y * bytesOfRow + (x >> 3);
      result[at] = (result[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return result;
}
