import type { GreyImage } from "../../model/grey-image.ts";
import { type Component, componentsOf } from "../components.ts";
import { INK, letterHeightOf, lettersOf } from "../letters.ts";
import { Bitmap } from "./bitmap.ts";
import { withCrossedLetters } from "./crossed-letters.ts";
import { penStrokes } from "./pen-strokes.ts";
import { findSignatures } from "./signatures.ts";
import { FRAME_WIDTH, findStamps, type Stamp } from "./stamps.ts";
import { textBandsNear } from "./text-bands.ts";

const WHITE = 255;

/**
 * The image without what was set over the print: signatures, and framed stamps with what they say. Left alone, OCR
 * takes a signature and the name typed beneath it for one line, and reads neither. For a straight image, its
 * background normalised.
 */
export function eraseMarks(image: GreyImage, dpi: number): GreyImage {
  const components = componentsOf(image, INK);
  const letters = lettersOf(components, dpi);
  const letterHeight = letterHeightOf(letters);
  if (letterHeight === 0) return image;
  const stamps = findStamps(image, components, letterHeight);
  const frames = new Set(stamps.map((stamp) => stamp.frame.frame));
  const others = components.filter((component) => !frames.has(component));
  const strokes = [
    ...findSignatures(image, others, letterHeight).map((signature) => {
      const bands = textBandsNear(signature.frame, letters, letterHeight);
      return { mark: signature, strokes: penStrokes(image, signature, bands, letterHeight) };
    }),
    ...stamps.map((stamp) => ({ mark: stamp.frame, strokes: stampStrokes(stamp, letters, letterHeight) })),
  ];
  if (strokes.length === 0) return image;
  const data = image.data.slice();
  for (const { mark, strokes: pixels } of strokes) erase(data, image, mark, pixels);
  return { ...image, data };
}

/** All that lies within the frame and the frame itself, but for lines of print that run through it. */
function stampStrokes({ frame, holds, isOnEdge }: Stamp, letters: readonly Component[], letterHeight: number): Bitmap {
  const outside = letters.filter(({ left, top, right, bottom }) => !holds((left + right) / 2, (top + bottom) / 2));
  const bands = textBandsNear(frame.frame, outside, letterHeight);
  const isInBand = (y: number): boolean => bands.some((band) => y >= band.top && y < band.bottom);
  const edges = frame.filter((x, y) => isInBand(y) && isOnEdge(x, y));
  const touched = frame.filter((x, y) => isInBand(y) && !edges.has(x, y));
  const print = withCrossedLetters(frame, touched, edges, FRAME_WIDTH);
  const strokes = new Bitmap(frame.frame);
  strokes.fill((x, y) => (isInBand(y) ? frame.has(x, y) && !print.has(x, y) : frame.has(x, y) || holds(x, y)));
  return strokes;
}

/** Whitens strokes and their grey rim, but nothing of the print they touch. */
function erase(data: Uint8Array, image: GreyImage, mark: Bitmap, strokes: Bitmap): void {
  strokes.forEach((x, y) => {
    for (let rimY = y - 1; rimY <= y + 1; rimY++) {
      for (let rimX = x - 1; rimX <= x + 1; rimX++) {
        if (rimX < 0 || rimY < 0 || rimX >= image.width || rimY >= image.height) continue;
        const isPrint = mark.has(rimX, rimY) && !strokes.has(rimX, rimY);
        const isDark = (image.data[rimY * image.width + rimX] ?? 0) < INK;
        const isOther = isDark && !mark.has(rimX, rimY) && !strokes.has(rimX, rimY);
        if (!isPrint && !isOther) data[rimY * image.width + rimX] = WHITE;
      }
    }
  });
}
