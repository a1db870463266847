import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { Line } from "../model/page.ts";
import { PDF_LIMITS, type PdfLimits, RENDER_DPI } from "./limits.ts";
import { type PaintedPicture, type PaintFont, paintedPage } from "./painted-page.ts";
import { openPdfJs, type PdfJsDocument, type PdfJsPage } from "./pdf-js.ts";
import { renderPage } from "./render-page.ts";
import { linesOfGlyphs } from "./text-layer.ts";

/** An open PDF; its pages are read one at a time, so that memory does not grow with them. */
export interface PdfDocument {
  readonly pageCount: number;
  /** @param number 1-based */
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

export interface PdfPage {
  /** In points, as displayed. */
  readonly size: { readonly width: number; readonly height: number };
  /** The text layer, split by whether a reader of the page sees it. */
  readonly text: { readonly visible: readonly Line[]; readonly invisible: readonly Line[] };
  readonly pictures: readonly PaintedPicture[];
  /** The page as a picture at `dpi` dots an inch. */
  render(): Promise<{ image: GreyImage; dpi: number }>;
  close(): void;
}

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
  const viewport = page.getViewport({ scale: 1 });
  const painted = paintedPage(await page.getOperatorList(), viewport.transform, (name) => fontOf(page, name));
  return {
    size: { width: viewport.width, height: viewport.height },
    text: {
      visible: linesOfGlyphs(
        painted.glyphs.filter((glyph) => glyph.visible),
        1,
      ),
      invisible: linesOfGlyphs(
        painted.glyphs.filter((glyph) => !glyph.visible),
        1,
      ),
    },
    pictures: painted.pictures,
    render: async () => ({ image: await renderPage(document, page, RENDER_DPI, limits), dpi: RENDER_DPI }),
    close: () => void page.cleanup(),
  };
}

function fontOf(page: PdfJsPage, name: string): PaintFont | null {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as PaintFont) : null;
}
