import type { GreyImage } from "../model/grey-image.ts";

const WHITE = 255;

/** The image turned clockwise about its middle, in its old frame, white where nothing was. Bilinear. */
export function rotate(image: GreyImage, degrees: number): GreyImage {
  const { width, height } = image;
  const data = new Uint8Array(width * height);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    // Where the row's first pixel comes from; each next one lies one step (cos, -sin) further.
    const startX = middleX - middleX * cos + (y - middleY) * sin;
    const startY = middleY + middleX * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x++) {
      data[y * width + x] = sample(image.data, width, height, startX + x * cos, startY - x * sin);
    }
  }
  return { width, height, data };
}

function sample(data: Uint8Array, width: number, height: number, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return WHITE;
  const left = x | 0;
  const top = y | 0;
  const at = top * width + left;
  const across = x - left;
  const [a, b, c, d] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + width] ?? 0, data[at + width + 1] ?? 0];
  const upper = a + (b - a) * across;
  const lower = c + (d - c) * across;
  return upper + (lower - upper) * (y - top) + 0.5;
}
