import type { GreyImage } from "../model/grey-image.ts";
import type { Line } from "../model/page.ts";

/** What an engine read from a picture. Boxes are in pixels of that picture, origin top left. */
export interface OcrReading {
  readonly lines: readonly Line[];
}

/** Reads pictures of pages. What it reads depends on nothing but the picture. */
export interface OcrEngine {
  /**
   * @param dpi dots an inch of the image
   * @param page 1-based number in the file, for messages
   * @throws MemoError "ocr-failed", "language-data-missing"
   */
  recognise(image: GreyImage, dpi: number, page: number): Promise<OcrReading>;
  close(): Promise<void>;
}
