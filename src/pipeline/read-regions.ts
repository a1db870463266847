import { crop } from "../image/crop.ts";
import { scaleForOcr } from "../image/scale-for-ocr.ts";
import type { Box } from "../model/box.ts";
import type { GreyImage } from "../model/grey-image.ts";
import { type Line, withBoxes } from "../model/page.ts";
import type { OcrPicture, OcrReader } from "../ocr/engine.ts";

/** A page made ready to be read: cleaned and upright, in its own resolution. */
export interface CleanPage {
  readonly image: GreyImage;
  readonly dpi: number;
  /** 1-based number in the file. */
  readonly number: number;
}

/**
 * Reads parts of a page, each by itself, in the size that suits the engine.
 * @param regions in pixels of the page; what reaches beyond it is left off
 * @returns for each region its lines, in pixels of the page
 */
export async function readRegions(
  { image, dpi, number }: CleanPage,
  regions: readonly Box[],
  shows: OcrPicture["shows"],
  engine: OcrReader,
): Promise<Line[][]> {
  const scaled = regions.map(([left, top, width, height]) => scaleForOcr(crop(image, left, top, width, height), dpi));
  const readings = await engine.recognise(
    scaled.map((part) => ({ image: part.image, dpi: dpi * part.scale, shows, page: number })),
  );
  return readings.map(({ lines }, index) => {
    const [left, top] = regions[index] ?? [0, 0];
    const scale = scaled[index]?.scale ?? 1;
    const toPage = ([x, y, width, height]: Box): Box => [
      Math.max(0, left) + x / scale,
      Math.max(0, top) + y / scale,
      width / scale,
      height / scale,
    ];
    return lines.map((line) => withBoxes(line, toPage));
  });
}
