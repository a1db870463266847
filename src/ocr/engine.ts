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

/** Which engine reads, and with which model. */
export interface EngineChoice {
  /** By default "tesseract.js", which is installed with this program; "native" is the machine's own `tesseract`. */
  readonly engine?: "tesseract.js" | "native" | undefined;
  /** Absolute path of a folder with another model (`deu.traineddata`) than the one that npm installed. */
  readonly tessdata?: string | undefined;
}

/** Reads pictures. What it reads from each depends on nothing but that picture. */
export interface OcrReader {
  /**
   * Reads pictures, and gives the readings in their order.
   * @param threads so many pictures are read at once, 1 by default; what is read does not depend on it
   * @throws MemoError "ocr-failed", "language-data-missing"
   */
  recognise(pictures: readonly OcrPicture[], threads?: number): Promise<readonly OcrReading[]>;
}

/** A reader with programs behind it. */
export interface OcrEngine extends OcrReader {
  /** Names the programs and the model that what is read depends on. */
  readonly version: string;
  /** Gets threads ready ahead of the first picture; what hinders them is told when they are needed. */
  warmUp(threads: number): void;
  close(): Promise<void>;
}
