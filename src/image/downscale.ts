import type { GreyImage } from "../model/grey-image.ts";

/** For each pixel of the smaller side: the first pixel it takes from the larger one, and their weights. */
interface Windows {
  readonly starts: Int32Array;
  /** `taps` weights a pixel; they sum to 1. */
  readonly weights: Float32Array;
  readonly taps: number;
}

/** A smaller image; each pixel is the mean of the area it covers. In plain code, so that every machine agrees. */
export function downscale(image: GreyImage, factor: number): GreyImage {
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const columns = areaWindows(image.width, width);
  const rows = areaWindows(image.height, height);
  const data = new Uint8Array(width * height);
  const sums = new Float32Array(image.width);
  for (let y = 0; y < height; y++) {
    sumRows(image, rows, y, sums);
    sumColumns(sums, columns, data.subarray(y * width, (y + 1) * width));
  }
  return { width, height, data };
}

function sumRows({ width, data }: GreyImage, { starts, weights, taps }: Windows, y: number, sums: Float32Array): void {
  sums.fill(0);
  for (let tap = 0; tap < taps; tap++) {
    const weight = weights[y * taps + tap] ?? 0;
    if (weight === 0) continue;
    for (let x = 0, at = ((starts[y] ?? 0) + tap) * width; x < width; x++, at++) {
      sums[x] = (sums[x] ?? 0) + weight * (data[at] ?? 255);
    }
  }
}

function sumColumns(sums: Float32Array, { starts, weights, taps }: Windows, to: Uint8Array): void {
  for (let x = 0, at = 0; x < to.length; x++) {
    let sum = 0.5;
    for (let tap = 0, from = starts[x] ?? 0; tap < taps; tap++) sum += (weights[at++] ?? 0) * (sums[from++] ?? 0);
    to[x] = sum;
  }
}

function areaWindows(from: number, to: number): Windows {
  const step = from / to;
  const taps = Math.ceil(step) + 1;
  const starts = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let index = 0; index < to; index++) {
    const begin = index * step;
    const end = begin + step;
    const start = Math.min(Math.floor(begin), Math.max(0, from - taps));
    starts[index] = start;
    for (let tap = 0; tap < taps; tap++) {
      const covered = Math.min(end, start + tap + 1) - Math.max(begin, start + tap);
      weights[index * taps + tap] = Math.max(0, covered) / step;
    }
  }
  return { starts, weights, taps };
}
