import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { Line } from "../model/page.ts";
import { PDF_LIMITS, type PdfLimits, RENDER_DPI } from "./limits.ts";
import { type PaintedPage, type PaintedPicture, type PaintFont, paintedPage } from "./painted-page.ts";
import { openPdfJs, type PdfJsDocument, type PdfJsPage } from "./pdf-js.ts";
import { renderPage } from "./render-page.ts";
import { linesOfGlyphs } from "./text-layer.ts";

/** An open PDF; its pages are read one at a time, so that memory does not grow with them. */
export interface PdfDocument {
  readonly pageCount: number;
  /**
   * @param number 1-based
   * @throws MemoError "pdf-invalid"
   */
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

export interface PdfPage {
  /** In points, as displayed. */
  readonly size: PageSize;
  /** The lines of the text layer that a reader of the page sees. */
  readonly visibleText: readonly Line[];
  /** Those written without ink, or painted over by a picture: what a scanner's own OCR read. */
  readonly hiddenText: readonly Line[];
  /** 0 to 1: the share of the page that its largest picture covers. */
  readonly pictureShare: number;
  /**
   * The page as displayed, as a picture.
   * @throws MemoError "page-too-large", "page-blank-render"
   */
  picture(): Promise<PagePicture>;
  close(): void;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A page as a picture, from edge to edge. */
export interface PagePicture {
  readonly image: GreyImage;
  readonly dpi: number;
}

/** A picture that covers this share of a page hides what was painted before it. */
const COVERING_SHARE = 0.8;

/** A scanner's reading: it gives no confidences, and its hidden text is often of older engines. */
const HIDDEN_TEXT_CONFIDENCE = 0.8;

/** @throws MemoError "pdf-encrypted", "pdf-invalid", "page-limit" */
export async function openPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfDocument> {
  const document = await openPdfJs(bytes, { maxImagePixels: limits.pixels, strict: false });
  if (document.numPages > limits.pages) {
    await document.destroy();
    throw new MemoError("page-limit");
  }
  return {
    pageCount: document.numPages,
    page: async (number) => readPage(document, await document.getPage(number), limits),
    close: () => document.destroy(),
  };
}

async function readPage(document: PdfJsDocument, page: PdfJsPage, limits: PdfLimits): Promise<PdfPage> {
  const size = page.getViewport({ scale: 1 });
  const painted = paintedPage(await page.getOperatorList(), size.transform, (name) => fontOf(page, name));
  return {
    size: { width: size.width, height: size.height },
    ...textOf(painted, size),
    pictureShare: Math.max(0, ...painted.pictures.map((picture) => shareOf(picture, size))),
    picture: async () => ({ image: await renderPage(document, page, RENDER_DPI, limits), dpi: RENDER_DPI }),
    close: () => void page.cleanup(),
  };
}

function textOf(painted: PaintedPage, size: PageSize): Pick<PdfPage, "visibleText" | "hiddenText"> {
  const covering = painted.pictures.filter((picture) => shareOf(picture, size) >= COVERING_SHARE);
  const covered = Math.max(0, ...covering.map((picture) => picture.after));
  const isSeen = painted.glyphs.map((glyph, index) => glyph.visible && index >= covered);
  return {
    visibleText: linesOfGlyphs(
      painted.glyphs.filter((_, index) => isSeen[index]),
      1,
    ),
    hiddenText: linesOfGlyphs(
      painted.glyphs.filter((_, index) => !isSeen[index]),
      HIDDEN_TEXT_CONFIDENCE,
    ),
  };
}

function shareOf(picture: PaintedPicture, page: PageSize): number {
  const right = Math.min(page.width, picture.left + picture.width);
  const bottom = Math.min(page.height, picture.top + picture.height);
  const width = Math.max(0, right - Math.max(0, picture.left));
  const height = Math.max(0, bottom - Math.max(0, picture.top));
  return (width * height) / (page.width * page.height);
}

function fontOf(page: PdfJsPage, name: string): PaintFont | null {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as PaintFont) : null;
}
