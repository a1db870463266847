import type { GreyImage } from "../model/grey-image.ts";

/** Darker than this is no paper. */
const DARK = 90;

/** A page darker than this over so much of it is white on black: print, photos and black edges take less. */
const NEGATIVE_SHARE = 0.75;

/** Every so many pixels one is looked at. */
const STEP = 13;

/** The picture black on white, as microfilms and some photocopiers do not give it. */
export function positiveOf(image: GreyImage): GreyImage {
  let dark = 0;
  for (let at = 0; at < image.data.length; at += STEP) if ((image.data[at] ?? 0) < DARK) dark++;
  if (dark * STEP < NEGATIVE_SHARE * image.data.length) return image;
  return { ...image, data: image.data.map((value) => 255 - value) };
}
