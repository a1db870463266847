import { prepareForOcr } from "../image/prepare-for-ocr.ts";
import { splitPage } from "../image/split-page.ts";
import { layoutPage } from "../layout/layout-page.ts";
import { type Box, roundBox } from "../model/box.ts";
import type { GreyImage } from "../model/grey-image.ts";
import { type Line, type Page, withBoxes } from "../model/page.ts";
import type { OcrReader } from "../ocr/engine.ts";
import { withCellsReadAgain } from "./cells-read-again.ts";
import { withCountedStops } from "./counted-stops.ts";
import { withDigitGroups } from "./digit-groups.ts";
import { type CleanPage, readRegions } from "./read-regions.ts";
import { withSecondReading } from "./second-reading.ts";
import { withoutTableRulings } from "./table-rulings.ts";

const POINTS_PER_INCH = 72;

/** In points. A full stop in 8 point type is as high; a dash is wider. */
const DIRT = { width: 3, height: 1.2 };

/** A page as a picture, from edge to edge, as it is displayed. */
export interface PagePicture {
  readonly image: GreyImage;
  readonly dpi: number;
}

/**
 * Reads a page from its picture: cleaned, straightened, recognised, in reading order.
 * @param number 1-based number in the file
 * @throws MemoError "ocr-failed", "language-data-missing"
 */
export async function recognisePage(picture: PagePicture, number: number, engine: OcrReader): Promise<Page> {
  const { image: ruled, dpi, turn } = prepareForOcr(picture.image, picture.dpi);
  const { image, rulings } = withoutTableRulings(ruled, dpi);
  const clean: CleanPage = { image, dpi, number };
  const strips = splitPage(image, dpi).map(({ top, bottom }): Box => [0, top, image.width, bottom - top]);
  const readings = await readRegions(clean, strips, "page", engine);
  const lines = await withSecondReading(readings.flat(), clean, engine);
  const scale = POINTS_PER_INCH / dpi;
  const mended = (line: Line): Line => withDigitGroups(withCountedStops(line, image), image);
  const counted = lines.map(mended);
  const page: Page = {
    number,
    source: "ocr",
    size: sizeOf(image, dpi),
    lines: counted.map((line) => scaledLine(line, scale)).filter((line) => !isDirt(line)),
  };
  const turned = { degrees: turn, displayed: sizeOf(picture.image, picture.dpi) };
  const laidOut = layoutPage(turn === 0 ? page : { ...page, turn: turned }, rulings);
  return withCellsReadAgain(laidOut, clean, mended, engine);
}

function sizeOf(image: GreyImage, dpi: number): { width: number; height: number } {
  const [, , width, height] = roundBox([
    0,
    0,
    (image.width / dpi) * POINTS_PER_INCH,
    (image.height / dpi) * POINTS_PER_INCH,
  ]);
  return { width, height };
}

/** A lone mark smaller than a full stop in the smallest print, whatever the engine took it for. */
function isDirt({ box }: Line): boolean {
  return box !== null && box[2] < DIRT.width && box[3] < DIRT.height;
}

/** From pixels to points. */
function scaledLine(line: Line, scale: number): Line {
  return withBoxes(line, ([x, y, width, height]) => roundBox([x * scale, y * scale, width * scale, height * scale]));
}
