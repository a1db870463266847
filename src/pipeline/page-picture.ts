import { encodePicture } from "../image/encode-picture.ts";
import { SCREEN_DPI } from "./open-pdf-document.ts";
import type { PagePicture } from "./recognise-page.ts";

const POINTS_PER_INCH = 72;

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

/**
 * @param picture as it would be read
 * @param isSharp whether all its points are kept, not those of a screen alone
 */
export async function shownPage({ image, dpi }: PagePicture, isSharp: boolean): Promise<ShownPage> {
  const width = (image.width / dpi) * POINTS_PER_INCH;
  const pixels = isSharp ? image.width : Math.ceil((image.width / dpi) * SCREEN_DPI);
  return {
    bytes: await encodePicture(image, Math.min(MAX_WIDTH, pixels)),
    width,
    height: (image.height / dpi) * POINTS_PER_INCH,
  };
}
