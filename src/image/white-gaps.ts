import type { GreyImage } from "../model/grey-image.ts";
import { INK } from "./letters.ts";

/** White columns between ink: where they begin, and how many they are. Pixels. */
export interface WhiteGap {
  readonly x: number;
  readonly width: number;
}

/** The gaps between what stands side by side in a rectangle, from the left; white at its ends is none. */
export function whiteGapsIn(image: GreyImage, left: number, top: number, width: number, height: number): WhiteGap[] {
  const gaps: WhiteGap[] = [];
  let lastInk: number | null = null;
  for (let x = Math.max(0, left); x < Math.min(image.width, left + width); x++) {
    if (!hasInk(image, x, top, height)) continue;
    if (lastInk !== null && x - lastInk > 1) gaps.push({ x: lastInk + 1, width: x - lastInk - 1 });
    lastInk = x;
  }
  return gaps;
}

function hasInk(image: GreyImage, x: number, top: number, height: number): boolean {
  for (let y = Math.max(0, top); y < Math.min(image.height, top + height); y++) {
    if ((image.data[y * image.width + x] ?? 255) < INK) return true;
  }
  return false;
}
