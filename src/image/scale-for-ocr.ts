import type { GreyImage } from "../model/grey-image.ts";
import { downscale } from "./downscale.ts";

/** A picture in the size that it is read at, and how much smaller each side is: 1 for not at all. */
export interface ScaledImage {
  readonly image: GreyImage;
  readonly across: number;
  readonly down: number;
}

/**
 * Dots an inch to read at. Tesseract's network takes a step for each three columns of a line scaled to a fixed height:
 * print that is narrower than high costs fewer steps. Measured on five pages of good to bad copies, across × down,
 * processor time and wrong letters with the installed model, and with Debian's fast one:
 *
 * | 200 × 200 | 150 × 150 | 130 × 150 | 115 × 150 |
 * |---|---|---|---|
 * | 1.00, 37 | 0.77, 23 | 0.67, 31 | 0.57, 45 |
 * | 1.00, 24 | 0.81, 23 | 0.66, 29 | 0.61, 39 |
 */
const OCR_DPI = { across: 130, down: 150 };

/** @param dpi dots an inch of the image, the same across and down */
export function scaleForOcr(image: GreyImage, dpi: number): ScaledImage {
  const across = Math.min(1, OCR_DPI.across / dpi);
  const down = Math.min(1, OCR_DPI.down / dpi);
  return { image: across === 1 ? image : downscale(image, across, down), across, down };
}
