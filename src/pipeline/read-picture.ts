import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page } from "../model/page.ts";
import type { OcrEngine } from "../ocr/engine.ts";
import { type PagePicture, recognisePage } from "./recognise-page.ts";

/** A page as read, and what was found while reading it. */
export interface PageReading {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** A page's picture, perhaps with fewer pixels than it could have. */
export interface LimitedPicture extends PagePicture {
  readonly scaledDown: boolean;
}

/** Reads a page from its picture, and says so where the picture was scaled down to the limit. */
export async function readPicture(picture: LimitedPicture, number: number, engine: OcrEngine): Promise<PageReading> {
  const page = await recognisePage(picture, number, engine);
  return { page, diagnostics: picture.scaledDown ? [scaledDown(number, picture.dpi)] : [] };
}

function scaledDown(page: number, dpi: number): Diagnostic {
  const message = `The page is so large that it was read at ${Math.round(dpi)} dots an inch only.`;
  return { severity: "warning", stage: "read", code: "page-scaled-down", message, page };
}
