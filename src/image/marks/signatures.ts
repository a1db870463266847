import type { GreyImage } from "../../model/grey-image.ts";
import type { Component } from "../components.ts";
import { type Bitmap, bitmapOf } from "./bitmap.ts";

/** A signature, in letter heights: wider than a word's touching letters, higher than a line, lower than a drawing. */
const SIGNATURE = { width: 4, height: { from: 1.6, to: 10 } };

/** Ink in a signature's frame; print that runs together is twice as dense. */
const MOST_INK = 0.2;

/** A straight line this long, in letter heights, is a rule or a frame and no pen stroke. */
const RULE_LENGTH = 6;

/** What a pen wrote, by its size and thinness. */
export function findSignatures(image: GreyImage, components: readonly Component[], letterHeight: number): Bitmap[] {
  return components
    .filter((component) => isSignatureSized(component, letterHeight))
    .map((component) => bitmapOf(image, component))
    .filter((bitmap) => !hasRule(bitmap, letterHeight));
}

function isSignatureSized({ left, top, right, bottom, area }: Component, letterHeight: number): boolean {
  const [width, height] = [right - left, bottom - top];
  return (
    width >= SIGNATURE.width * letterHeight &&
    height >= SIGNATURE.height.from * letterHeight &&
    height <= SIGNATURE.height.to * letterHeight &&
    area <= MOST_INK * width * height
  );
}

function hasRule(bitmap: Bitmap, letterHeight: number): boolean {
  let longest = 0;
  bitmap.forEach((x, y) => {
    if (!bitmap.has(x - 1, y)) longest = Math.max(longest, bitmap.run(x, y, 1, 0));
  });
  return longest >= RULE_LENGTH * letterHeight;
}
