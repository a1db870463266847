import type { GreyImage } from "../model/grey-image.ts";
import type { Component } from "./components.ts";

/** Clockwise turns by 90 degrees. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** The image turned back (counter-clockwise) by so many quarters. */
export function turnBack(image: GreyImage, turns: QuarterTurns): GreyImage {
  if (turns === 0) return image;
  const isUpright = turns === 2;
  const [width, height] = isUpright ? [image.width, image.height] : [image.height, image.width];
  const data = new Uint8Array(image.data.length);
  const source = sourceOf(image, turns);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data[at++] = image.data[source(x, y)] ?? 0;
  }
  return { width, height, data };
}

/** Where a pixel of the image turned back comes from. */
function sourceOf({ width, height }: GreyImage, turns: QuarterTurns): (x: number, y: number) => number {
  if (turns === 1) return (x, y) => x * width + (width - 1 - y);
  if (turns === 2) return (x, y) => (height - 1 - y) * width + (width - 1 - x);
  return (x, y) => (height - 1 - x) * width + y;
}

/** A component of the image as it stands in the image turned back. */
export function turnBackComponent(
  component: Component,
  { width, height }: { readonly width: number; readonly height: number },
  turns: QuarterTurns,
): Component {
  const { left, top, right, bottom, area } = component;
  if (turns === 0) return component;
  if (turns === 1) return { left: top, top: width - right, right: bottom, bottom: width - left, area };
  if (turns === 2)
    return { left: width - right, top: height - bottom, right: width - left, bottom: height - top, area };
  return { left: height - bottom, top: left, right: height - top, bottom: right, area };
}
