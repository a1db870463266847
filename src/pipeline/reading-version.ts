import { tesseractJsVersion } from "../ocr/tesseract-version.ts";

/**
 * Raised with every change of this program that changes what is read from a page: of pdf, image, ocr, layout and the
 * reading in this room. Recordings of pages made before are stale then (`hausmitteilung check --record`).
 */
const READING_VERSION = 4;

/** What read some pages. */
export interface ReadBy {
  readonly engine: string;
  readonly pipeline: string;
}

/** What reads pages now, unless told to read with another engine. */
export function readingVersion(): ReadBy {
  return { engine: tesseractJsVersion(), pipeline: `reading ${READING_VERSION}` };
}
