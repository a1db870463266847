import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import { type EmbeddedScan, embeddedScan } from "./embedded-scan.ts";
import { PDF_LIMITS, type PdfLimits, RENDER_DPI } from "./limits.ts";
import { ObjectFile } from "./object-file.ts";
import { PdfSyntaxError } from "./object-syntax.ts";
import { type PageContent, type PageSize, pageContent } from "./page-content.ts";
import { openPdfJs, type PdfJsDocument, type PdfJsPage } from "./pdf-js.ts";
import { assertNothingToShow, isBlank, renderPage } from "./render-page.ts";

/** An open PDF; its pages are read one at a time, so that memory does not grow with them. */
export interface PdfDocument {
  readonly pageCount: number;
  /**
   * @param number 1-based
   * @throws MemoError "pdf-invalid", "page-too-large"
   */
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

export interface PdfPage {
  /** In points, as displayed. */
  readonly size: PageSize;
  /** The one JPEG that the page is, from edge to edge; null where it is anything else. */
  readonly scan: EmbeddedScan | null;
  /** What the page shows; for a `scan` no text at all. */
  content(): Promise<PageContent>;
  /**
   * The page as displayed, as a picture.
   * @param dpi by default what OCR needs
   * @throws MemoError "page-too-large", "page-blank-render"
   */
  render(dpi?: number): Promise<{ readonly image: GreyImage; readonly dpi: number }>;
  close(): void;
}

/** @throws MemoError "pdf-encrypted", "pdf-invalid", "page-limit" */
export async function openPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfDocument> {
  const source = new PdfSource(bytes, limits, await openPdfJs(bytes, { maxImagePixels: limits.pixels, strict: false }));
  if (source.document.numPages > limits.pages) {
    await source.close();
    throw new MemoError("page-limit");
  }
  return {
    pageCount: source.document.numPages,
    page: (number) => openPage(source, number),
    close: () => source.close(),
  };
}

/** A PDF in the three ways it is looked at. */
class PdfSource {
  readonly document: PdfJsDocument;
  readonly limits: PdfLimits;
  readonly objects: ObjectFile | null;
  readonly #bytes: Uint8Array;
  #strict: Promise<PdfJsDocument> | null = null;

  constructor(bytes: Uint8Array, limits: PdfLimits, document: PdfJsDocument) {
    this.#bytes = bytes;
    this.limits = limits;
    this.document = document;
    this.objects = unlessUnusual(() => new ObjectFile(bytes));
  }

  /** Opened only for pages that come out blank. */
  async strictPage(number: number): Promise<PdfJsPage> {
    this.#strict ??= openPdfJs(this.#bytes, { maxImagePixels: this.limits.pixels, strict: true });
    return (await this.#strict).getPage(number);
  }

  async close(): Promise<void> {
    await this.document.destroy();
    await (await this.#strict)?.destroy();
  }
}

async function openPage(source: PdfSource, number: number): Promise<PdfPage> {
  const { document, limits, objects } = source;
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scan = scanOf(page, objects);
  if (scan !== null && scan.pixels.width * scan.pixels.height > limits.pixels) throw new MemoError("page-too-large");
  return {
    size: { width, height },
    scan,
    content: () => pageContent(page),
    render: async (dpi = RENDER_DPI) => {
      const image = await renderPage(document, page, dpi, limits);
      if (isBlank(image)) await assertNothingToShow(page, () => source.strictPage(number));
      return { image, dpi };
    },
    close: () => void page.cleanup(),
  };
}

function scanOf(page: PdfJsPage, objects: ObjectFile | null): EmbeddedScan | null {
  const { ref, rotate, view } = page;
  if (objects === null || ref === null || rotate !== 0) return null;
  return unlessUnusual(() => embeddedScan(objects, ref.num, view));
}

/** What our own short reader of PDF objects makes of a file; null where the file is not written by the book. */
function unlessUnusual<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfSyntaxError || isZlibError(error)) return null;
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(?:Z_|ERR_)/u.test(String(error.code));
}
