import { splitSheet } from "../image/split-sheet.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page } from "../model/page.ts";
import type { OcrReader } from "../ocr/engine.ts";
import { type PagePicture, recognisePage } from "./recognise-page.ts";

const POINTS_PER_INCH = 72;

/** A page as read, and what was found while reading it. */
export interface PageReading {
  /** One; or two that stand side by side on it, of one number. */
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A page's picture, perhaps with fewer pixels than it could have. */
export interface LimitedPicture extends PagePicture {
  readonly scaledDown: boolean;
}

/** Reads a page from its picture, and says so where the picture was scaled down to the limit. */
export async function readPicture(picture: LimitedPicture, number: number, engine: OcrReader): Promise<PageReading> {
  const { image, dpi } = picture;
  const diagnostics = picture.scaledDown ? [scaledDown(number, dpi)] : [];
  const sheet = splitSheet(image, dpi);
  if (sheet === null) return { pages: [await recognisePage(picture, number, engine)], diagnostics };
  const pages: Page[] = [];
  for (const part of sheet) {
    const page = await recognisePage({ image: part.image, dpi }, number, engine);
    pages.push({ ...page, sheetLeft: (part.left / dpi) * POINTS_PER_INCH });
  }
  return { pages, diagnostics: [...diagnostics, sheetSplit(number)] };
}

export function sheetSplit(page: number): Diagnostic {
  const message = "Two pages stand on one sheet; the left one was read first.";
  return { severity: "info", stage: "read", code: "sheet-split", message, page };
}

function scaledDown(page: number, dpi: number): Diagnostic {
  const message = `The page is so large that it was read at ${Math.round(dpi)} dots an inch only.`;
  return { severity: "warning", stage: "read", code: "page-scaled-down", message, page };
}
