import type { GreyImage } from "../../model/grey-image.ts";
import { type Component, componentsOf } from "../components.ts";
import { INK, letterHeightOf, lettersOf } from "../letters.ts";
import { type Bitmap, bitmapOf } from "./bitmap.ts";
import { penStrokes } from "./pen-strokes.ts";
import { textBandsNear } from "./text-bands.ts";

/** A signature, in letter heights: wider than a word's touching letters, higher than a line, lower than a drawing. */
const SIGNATURE = { width: 4, height: { from: 1.6, to: 10 } };

/** Ink in a signature's frame; print that runs together is twice as dense. */
const MOST_INK = 0.2;

/** A straight line this long, in letter heights, is a rule or a frame and no pen stroke. */
const RULE_LENGTH = 6;

const WHITE = 255;

/**
 * The image without signatures: what a pen wrote over and between the lines of print. Left alone, OCR takes a
 * signature and the name typed beneath it for one line, and reads neither. For a straight image, its background
 * normalised.
 */
export function eraseHandwriting(image: GreyImage, dpi: number): GreyImage {
  const components = componentsOf(image, INK);
  const letters = lettersOf(components, dpi);
  const letterHeight = letterHeightOf(letters);
  const signatures = components
    .filter((component) => isSignatureSized(component, letterHeight))
    .map((component) => bitmapOf(image, component))
    .filter((bitmap) => !hasRule(bitmap, letterHeight));
  if (signatures.length === 0) return image;
  const data = image.data.slice();
  for (const signature of signatures) {
    const bands = textBandsNear(signature.frame, letters, letterHeight);
    erase(data, image, signature, penStrokes(image, signature, bands, letterHeight));
  }
  return { ...image, data };
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

/** Whitens pen strokes and their grey rim, but nothing of the print they touch. */
function erase(data: Uint8Array, image: GreyImage, signature: Bitmap, strokes: Bitmap): void {
  strokes.forEach((x, y) => {
    for (let rimY = y - 1; rimY <= y + 1; rimY++) {
      for (let rimX = x - 1; rimX <= x + 1; rimX++) {
        if (rimX < 0 || rimY < 0 || rimX >= image.width || rimY >= image.height) continue;
        const isPrint = signature.has(rimX, rimY) && !strokes.has(rimX, rimY);
        const isOther = (image.data[rimY * image.width + rimX] ?? 0) < INK && !signature.has(rimX, rimY);
        if (!isPrint && !isOther) data[rimY * image.width + rimX] = WHITE;
      }
    }
  });
}
