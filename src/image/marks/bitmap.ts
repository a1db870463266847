import type { GreyImage } from "../../model/grey-image.ts";
import type { Component } from "../components.ts";
import { INK } from "../letters.ts";

/** A rectangle of the page, in pixels, half-open. */
export type Frame = Omit<Component, "area">;

/** A set of pixels within a frame, in the coordinates of the page. */
export class Bitmap {
  readonly frame: Frame;
  readonly #width: number;
  readonly #pixels: Uint8Array;

  constructor(frame: Frame) {
    this.frame = frame;
    this.#width = frame.right - frame.left;
    this.#pixels = new Uint8Array(this.#width * (frame.bottom - frame.top));
  }

  has(x: number, y: number): boolean {
    const { left, top, right, bottom } = this.frame;
    if (x < left || y < top || x >= right || y >= bottom) return false;
    return this.#pixels[(y - top) * this.#width + x - left] === 1;
  }

  /** Pixels outside of the frame are left out. */
  add(x: number, y: number): void {
    const { left, top, right, bottom } = this.frame;
    if (x < left || y < top || x >= right || y >= bottom) return;
    this.#pixels[(y - top) * this.#width + x - left] = 1;
  }

  /** Adds all pixels of the frame that pass a test. */
  fill(test: (x: number, y: number) => boolean): void {
    for (let y = this.frame.top; y < this.frame.bottom; y++) {
      for (let x = this.frame.left; x < this.frame.right; x++) if (test(x, y)) this.add(x, y);
    }
  }

  /** Visits the pixels row by row. */
  forEach(visit: (x: number, y: number) => void): void {
    for (let index = 0; index < this.#pixels.length; index++) {
      if (this.#pixels[index] !== 1) continue;
      visit(this.frame.left + (index % this.#width), this.frame.top + Math.floor(index / this.#width));
    }
  }

  /** Its pixels that pass a test. */
  filter(test: (x: number, y: number) => boolean): Bitmap {
    const passed = new Bitmap(this.frame);
    this.forEach((x, y) => {
      if (test(x, y)) passed.add(x, y);
    });
    return passed;
  }

  get size(): number {
    return this.#pixels.reduce((sum, pixel) => sum + pixel, 0);
  }

  /** The number of its pixels in a row from (x, y) on, that one included. */
  run(x: number, y: number, stepX: number, stepY: number): number {
    let length = 0;
    while (this.has(x + length * stepX, y + length * stepY)) length++;
    return length;
  }
}

/** Pixels that hang together, also over corners. */
export interface Piece {
  readonly left: number;
  readonly right: number;
  readonly pixels: readonly (readonly [x: number, y: number])[];
}

export function piecesOf(bitmap: Bitmap): Piece[] {
  const seen = new Bitmap(bitmap.frame);
  const pieces: Piece[] = [];
  bitmap.forEach((x, y) => {
    if (!seen.has(x, y)) pieces.push(flood(bitmap, seen, x, y));
  });
  return pieces;
}

function flood(bitmap: Bitmap, seen: Bitmap, startX: number, startY: number): Piece {
  const pixels: [number, number][] = [[startX, startY]];
  let [left, right] = [startX, startX + 1];
  seen.add(startX, startY);
  for (let next = 0; next < pixels.length; next++) {
    const [x, y] = pixels[next] ?? [0, 0];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    for (let nearY = y - 1; nearY <= y + 1; nearY++) {
      for (let nearX = x - 1; nearX <= x + 1; nearX++) {
        if (!bitmap.has(nearX, nearY) || seen.has(nearX, nearY)) continue;
        seen.add(nearX, nearY);
        pixels.push([nearX, nearY]);
      }
    }
  }
  return { left, right, pixels };
}

/** The pixels of a component, without others that its frame takes in. */
export function bitmapOf(image: GreyImage, component: Component): Bitmap {
  const dark = new Bitmap(component);
  for (let y = component.top; y < component.bottom; y++) {
    for (let x = component.left; x < component.right; x++) {
      if ((image.data[y * image.width + x] ?? 255) < INK) dark.add(x, y);
    }
  }
  const own = piecesOf(dark).find((piece) => piece.pixels.length === component.area);
  const bitmap = new Bitmap(component);
  for (const [x, y] of own?.pixels ?? []) bitmap.add(x, y);
  return bitmap;
}
