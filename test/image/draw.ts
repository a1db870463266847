import type { GreyImage } from "../../src/model/grey-image.ts";

/** A picture to draw on, in pixels. */
export class Canvas implements GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;

  constructor(width: number, height: number, paper = 255) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height).fill(paper);
  }

  rectangle(left: number, top: number, width: number, height: number, grey = 0): this {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++) {
      this.data.fill(grey, y * this.width + Math.max(0, left), y * this.width + Math.min(this.width, left + width));
    }
    return this;
  }

  /** A pen stroke from point to point. */
  stroke(points: readonly (readonly [number, number])[], penWidth: number, grey = 0): this {
    points.slice(1).forEach(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? [x, y];
      const steps = Math.ceil(Math.hypot(x - fromX, y - fromY));
      for (let step = 0; step <= steps; step++) {
        const share = step / steps;
        const [atX, atY] = [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
        this.rectangle(Math.round(atX - penWidth / 2), Math.round(atY - penWidth / 2), penWidth, penWidth, grey);
      }
    });
    return this;
  }

  /** Something like a line of print: letters of two heights, side by side; a letter's stem is 4 pixels wide. */
  print(left: number, baseline: number, letters: number, height = 22): this {
    for (let index = 0; index < letters; index++) {
      const isTall = index % 3 === 0;
      const tall = isTall ? Math.round(height * 1.4) : height;
      const x = left + index * Math.round(height * 0.9);
      this.rectangle(x, baseline - tall, 4, tall);
      this.rectangle(x, baseline - 4, Math.round(height * 0.6), 4);
    }
    return this;
  }

  at(x: number, y: number): number {
    return this.data[y * this.width + x] ?? -1;
  }
}

/** The grey of one pixel. */
export function greyAt(image: GreyImage, x: number, y: number): number {
  return image.data[y * image.width + x] ?? -1;
}

/** The number of dark pixels within a rectangle. */
export function inkIn(image: GreyImage, left: number, top: number, width: number, height: number): number {
  let count = 0;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) if (greyAt(image, x, y) < 128) count++;
  }
  return count;
}
