import type { GreyImage } from "../model/grey-image.ts";
import type { Component } from "./components.ts";

/** The largest step of brightness between neighbouring pixels in and around a component: how sharp its edge is. */
export function edgeOf(image: GreyImage, { left, top, right, bottom }: Component): number {
  const { width, height, data } = image;
  let largest = 0;
  for (let y = Math.max(0, top - 1); y < Math.min(height - 1, bottom); y++) {
    for (let x = Math.max(0, left - 1); x < Math.min(width - 1, right); x++) {
      const at = y * width + x;
      const value = data[at] ?? 0;
      const across = Math.abs(value - (data[at + 1] ?? 0));
      const down = Math.abs(value - (data[at + width] ?? 0));
      largest = Math.max(largest, across, down);
    }
  }
  return largest;
}
