import { encodePicture } from "../image/encode-picture.ts";
import type { PagePicture } from "./recognise-page.ts";

const POINTS_PER_INCH = 72;

/** Dots per inch: small print can be read, also when looked at closely. */
const DPI_ON_SCREEN = 150;

/** Pixels; a plan in A0 at the resolution of the screen. */
const MAX_WIDTH = 5000;

/** A page for people to look at. */
export interface ShownPage {
  /** JPEG. */
  readonly bytes: Uint8Array;
  /** In points: boxes of the page's evidence are measured in them. */
  readonly width: number;
  readonly height: number;
}

/** @param picture as it would be read */
export async function shownPage({ image, dpi }: PagePicture): Promise<ShownPage> {
  const width = (image.width / dpi) * POINTS_PER_INCH;
  const pixels = Math.min(MAX_WIDTH, Math.ceil((image.width / dpi) * DPI_ON_SCREEN));
  return {
    bytes: await encodePicture(image, pixels),
    width,
    height: (image.height / dpi) * POINTS_PER_INCH,
  };
}
