import type { GreyImage } from "../model/grey-image.ts";
import { normaliseBackground } from "./background.ts";
import { despeckle } from "./despeckle.ts";
import { lettersOf } from "./letters.ts";
import { eraseMarks } from "./marks/erase-marks.ts";
import { positiveOf } from "./negative.ts";
import { orientationOf } from "./orientation.ts";
import { turnBack } from "./quarter-turns.ts";
import { rotate } from "./rotate.ts";

/** A page's picture made ready for OCR. */
export interface PreparedImage {
  readonly image: GreyImage;
  readonly dpi: number;
  /** Degrees, clockwise: the prepared image turned by so much about its middle lies as the page does. */
  readonly turn: number;
}

/** Lines that fall less than this many degrees are left as they are. */
const TOLERABLE_SKEW = 0.3;

/** @param dpi dots an inch of the image */
export function prepareForOcr(image: GreyImage, dpi: number): PreparedImage {
  const { image: clean, components } = despeckle(normaliseBackground(positiveOf(image)), dpi);
  const { quarterTurns, skew } = orientationOf(lettersOf(components, dpi), clean, dpi);
  const upright = turnBack(clean, quarterTurns);
  const tilt = Math.abs(skew) < TOLERABLE_SKEW ? 0 : skew;
  const straight = eraseMarks(tilt === 0 ? upright : rotate(upright, -tilt), dpi);
  return { image: straight, dpi, turn: quarterTurns * 90 + tilt };
}
