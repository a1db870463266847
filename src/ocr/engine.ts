import type { GreyImage } from "../model/grey-image.ts";
import type { Line } from "../model/page.ts";

/** A picture to be read. */
export interface OcrPicture {
  readonly image: GreyImage;
  /** Dots an inch. */
  readonly dpi: number;
  /** What it shows: a page, or one line cut out of it. */
  readonly shows: "page" | "line";
  /** 1-based number in the file, for messages. */
  readonly page: number;
}

/** What an engine read from a picture. Boxes are in pixels of that picture, origin top left. */
export interface OcrReading {
  readonly lines: readonly Line[];
}

/** Reads pictures. What it reads from each depends on nothing but that picture. */
export interface OcrEngine {
  /**
   * Reads pictures, and gives the readings in their order.
   * @throws MemoError "ocr-failed", "language-data-missing"
   */
  recognise(pictures: readonly OcrPicture[]): Promise<readonly OcrReading[]>;
}
