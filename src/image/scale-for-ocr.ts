import type { GreyImage } from "../model/grey-image.ts";
import { downscale } from "./downscale.ts";

/** A picture in the size that it is read at, and how much smaller it is: 1 for not at all. */
export interface ScaledImage {
  readonly image: GreyImage;
  readonly scale: number;
}

/**
 * Dots an inch to read at. Measured on five pages of good to bad copies, across × down: processor time and wrong
 * letters with the installed model, and with Debian's fast one:
 *
 * | 200 × 200 | 150 × 150 | 130 × 150 | 115 × 150 |
 * |---|---|---|---|
 * | 1.00, 37 | 0.77, 23 | 0.67, 31 | 0.57, 45 |
 * | 1.00, 24 | 0.81, 23 | 0.66, 29 | 0.61, 39 |
 *
 * Tesseract's network takes a step for each three columns of a line, so print that is narrower than high is quicker.
 * But headings suffer, and with them what is built on them: at 130 × 150 "Zu 2.:" became "2U 2." in a fixture.
 * A line read again by itself is worth more dots.
 */
const OCR_DPI = { page: 150, line: 200 };

/** @param dpi dots an inch of the image */
export function scaleForOcr(image: GreyImage, dpi: number, shows: keyof typeof OCR_DPI): ScaledImage {
  const scale = Math.min(1, OCR_DPI[shows] / dpi);
  return { image: scale === 1 ? image : downscale(image, scale), scale };
}
