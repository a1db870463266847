import type { GreyImage } from "../model/grey-image.ts";
import { INK } from "./letters.ts";

/** Rows of a picture, half-open. */
export interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** Rows with nothing in them that part two lines, in inches: a third of the white between lines of print. */
const LEAST_GAP = 0.012;

/** Of a page's ink, what each of two parts must have. */
const LEAST_SHARE = 0.25;

/**
 * The picture in two parts of about as much ink, cut where no line of print is: two threads read a page in little more
 * than half of the time. Whole where it has no such place. Told from the picture alone, never from how many threads
 * there are, so that a page is read the same everywhere.
 */
export function splitPage(image: GreyImage, dpi: number): Strip[] {
  const ink = inkByRow(image);
  const all = Math.max(
    1,
    ink.reduce((sum, count) => sum + count, 0),
  );
  let best = { row: 0, share: 0 };
  let above = 0;
  let white = 0;
  for (const [row, count] of ink.entries()) {
    white = count === 0 ? white + 1 : 0;
    above += count;
    const share = Math.min(above, all - above) / all;
    if (white < LEAST_GAP * dpi || share < best.share) continue;
    // Rows of one gap share alike: its middle is half of it above its end.
    best = { row: row - (white >> 1), share };
  }
  if (best.share < LEAST_SHARE) return [{ top: 0, bottom: image.height }];
  return [
    { top: 0, bottom: best.row },
    { top: best.row, bottom: image.height },
  ];
}

function inkByRow({ width, height, data }: GreyImage): Uint32Array {
  const counts = new Uint32Array(height);
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let at = y * width; at < (y + 1) * width; at++) if ((data[at] ?? 255) < INK) count++;
    counts[y] = count;
  }
  return counts;
}
