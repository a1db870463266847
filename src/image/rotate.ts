import type { GreyImage } from "../model/grey-image.ts";

const WHITE = 255;

/** The image turned about its middle, in its old frame, white where nothing was. Bilinear. */
export function rotate(image: GreyImage, degrees: number): GreyImage {
  const { width, height } = image;
  const data = new Uint8Array(width * height);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    // Where the row's first pixel comes from; each next one lies one step (cos, -sin) further.
    let fromX = middleX - middleX * cos + (y - middleY) * sin;
    let fromY = middleY + middleX * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x++) {
      data[y * width + x] = sample(image, fromX, fromY);
      fromX += cos;
      fromY -= sin;
    }
  }
  return { width, height, data };
}

function sample({ width, height, data }: GreyImage, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return WHITE;
  const at = top * width + left;
  const [across, down] = [x - left, y - top];
  const upper = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across;
  const lower = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across;
  return upper * (1 - down) + lower * down + 0.5;
}
