import type { GreyImage } from "../model/grey-image.ts";

/** The image made higher, rows put in evenly between its own. In plain code, so that every machine agrees. */
export function stretchDown(image: GreyImage, factor: number): GreyImage {
  const { width } = image;
  const height = Math.max(1, Math.round(image.height * factor));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const place = Math.max(0, Math.min(image.height - 1, (y + 0.5) / factor - 0.5));
    const above = Math.floor(place) * width;
    const below = Math.min(image.height - 1, Math.floor(place) + 1) * width;
    const share = place - Math.floor(place);
    for (let x = 0; x < width; x++) {
      const value = image.data[above + x] ?? 0;
      data[y * width + x] = Math.round(value + ((image.data[below + x] ?? 0) - value) * share);
    }
  }
  return { width, height, data };
}
