import type { GreyImage } from "../model/grey-image.ts";

/** A picture as binary PGM: the format that costs Tesseract least to read. */
export function pgmOf(image: GreyImage): Buffer {
  const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, "ascii");
  return Buffer.concat([header, image.data]);
}
