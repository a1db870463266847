import type { GreyImage } from "../model/grey-image.ts";

/** The part of an image within a rectangle in pixels, as far as the image reaches. */
export function crop(image: GreyImage, left: number, top: number, width: number, height: number): GreyImage {
  const fromX = Math.max(0, left);
  const fromY = Math.max(0, top);
  const toX = Math.max(fromX, Math.min(image.width, left + width));
  const toY = Math.max(fromY, Math.min(image.height, top + height));
  const data = new Uint8Array((toX - fromX) * (toY - fromY));
  for (let y = fromY; y < toY; y++) {
    data.set(image.data.subarray(y * image.width + fromX, y * image.width + toX), (y - fromY) * (toX - fromX));
  }
  return { width: toX - fromX, height: toY - fromY, data };
}
