import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import { hasMarksOnly } from "./annotations.ts";
import { type EmbeddedFiles, filesOfDocument, filesOfPage, filesToldOf } from "./embedded-files.ts";
import { type EmbeddedScan, embeddedScan } from "./embedded-scan.ts";
import { keepTwoSamples } from "./large-pictures.ts";
import { ObjectFile, unlessUnusual } from "./object-file.ts";
import { type PageContent, type PageSize, pageContent } from "./page-content.ts";
import { openPdfJs, type PdfJsDocument, type PdfJsPage, readable } from "./pdf-js.ts";
import { largestPicture } from "./picture-sizes.ts";
import { assertNothingDropped, assertNothingToShow, isBlank, type RenderedPage, renderPage } from "./render-page.ts";

/** An open PDF; its pages are read one at a time, so that memory does not grow with them. */
export interface PdfDocument {
  readonly pageCount: number;
  /**
   * @param number 1-based
   * @throws MemoError "pdf-invalid", "page-too-large"
   */
  page(number: number): Promise<PdfPage>;
  /** Files that are attached to the document as a whole; of a portfolio, its files. */
  embeddedFiles(): Promise<EmbeddedFiles>;
  close(): Promise<void>;
}

/** Dots an inch a page is rendered at for reading, as scanners do: Tesseract is trained for about 300. */
const RENDER_DPI = 300;

export interface PdfPage {
  /** In points, as displayed. */
  readonly size: PageSize;
  /** The one JPEG that the page shows, from edge to edge; null where it shows anything else. */
  readonly scan: EmbeddedScan | null;
  /** By how many quarters the page is displayed turned, clockwise: `scan` is to be turned so. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** What the page shows. */
  content(): Promise<PageContent>;
  /** Files that are pinned to the page. @throws MemoError "pdf-invalid" */
  embeddedFiles(): Promise<EmbeddedFiles>;
  /**
   * The page as displayed, as a picture.
   * @param dpi by default what OCR needs; then it is without notes and stamps, unless it has form fields as well
   * @throws MemoError "page-too-large", "page-blank-render", "pdf-invalid"
   */
  render(dpi?: number): Promise<RenderedPage>;
  close(): void;
}

export interface PdfOptions {
  readonly limits?: Limits | undefined;
  /** Tried one after the other on a file that needs one. */
  readonly passwords?: readonly string[] | undefined;
}

/** @throws MemoError "pdf-encrypted", "pdf-invalid", "page-limit" */
export async function openPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<PdfDocument> {
  const { limits = DEFAULT_LIMITS, passwords = [] } = options;
  const source = await PdfSource.open(bytes, limits, passwords);
  if (source.document.numPages > limits.pages) {
    await source.close();
    throw new MemoError("page-limit");
  }
  return {
    pageCount: source.document.numPages,
    page: (number) => openPage(source, number),
    embeddedFiles: () => filesOf(source),
    close: () => source.close(),
  };
}

/** A PDF in the ways it is looked at: its text by pdf.js, its objects by ourselves, and by pdf.js again where needed. */
class PdfSource {
  /** Its text; pages of it cannot be rendered. */
  readonly document: PdfJsDocument;
  readonly limits: Limits;
  readonly objects: ObjectFile | null;
  /** Whether pdf.js may have dropped a picture for its size. */
  readonly mayDropPictures: boolean;
  readonly #bytes: Uint8Array;
  readonly #password: string | undefined;
  #rendered: Promise<PdfJsDocument> | null = null;
  #strict: Promise<PdfJsDocument> | null = null;

  private constructor(bytes: Uint8Array, limits: Limits, document: PdfJsDocument, password: string | undefined) {
    this.#bytes = bytes;
    this.#password = password;
    this.limits = limits;
    this.document = document;
    this.objects = unlessUnusual(() => new ObjectFile(bytes));
    this.mayDropPictures = largestPicture(bytes) > limits.imagePixels;
  }

  /** With the first password that fits, if one is needed. */
  static async open(bytes: Uint8Array, limits: Limits, passwords: readonly string[]): Promise<PdfSource> {
    for (const password of [undefined, ...passwords]) {
      try {
        const maxImagePixels = limits.imagePixels;
        const document = await openPdfJs(bytes, { maxImagePixels, strict: false, outlines: false, password });
        return new PdfSource(bytes, limits, document, password);
      } catch (error) {
        if (!(error instanceof MemoError) || error.code !== "pdf-encrypted") throw error;
      }
    }
    throw new MemoError("pdf-encrypted");
  }

  /** To render pages from; opened for the first that needs it. */
  rendered(): Promise<PdfJsDocument> {
    this.#rendered ??= this.#again({ strict: false, outlines: true });
    return this.#rendered;
  }

  /** Opened only for pages that may lack something. */
  async strictPage(number: number): Promise<PdfJsPage> {
    this.#strict ??= this.#again({ strict: true, outlines: false });
    const page = await readable((await this.#strict).getPage(number));
    keepTwoSamples(page);
    return page;
  }

  async close(): Promise<void> {
    await this.document.destroy();
    // One that could not be opened was told of where it was asked for, and holds nothing.
    for (const other of [this.#rendered, this.#strict]) await (await other?.catch(() => null))?.destroy();
  }

  #again(how: { readonly strict: boolean; readonly outlines: boolean }): Promise<PdfJsDocument> {
    return openPdfJs(this.#bytes, { ...how, maxImagePixels: this.limits.imagePixels, password: this.#password });
  }
}

async function openPage(source: PdfSource, number: number): Promise<PdfPage> {
  const { document, limits, objects } = source;
  const page = await readable(document.getPage(number));
  keepTwoSamples(page);
  const { width, height } = page.getViewport({ scale: 1 });
  if (Math.max(width, height) > limits.pageSide) throw new MemoError("page-too-large");
  const scan = scanOf(page, objects);
  if (scan !== null && scan.pixels.width * scan.pixels.height > limits.imagePixels) {
    throw new MemoError("page-too-large");
  }
  if (source.mayDropPictures) await assertNothingDropped(page, await source.strictPage(number));
  let content: Promise<PageContent> | null = null;
  return {
    size: { width, height },
    scan,
    quarterTurns: ((page.rotate / 90) & 3) as PdfPage["quarterTurns"],
    content: () => {
      content ??= pageContent(document, page);
      return content;
    },
    embeddedFiles: () => filesPinnedTo(page, objects),
    render: async (dpi) => {
      const isBare = dpi === undefined && (await hasMarksOnly(page));
      const rendered = await renderPage(await source.rendered(), number, dpi ?? RENDER_DPI, limits, isBare);
      if (isBlank(rendered.image)) await assertNothingToShow(page, () => source.strictPage(number));
      return rendered;
    },
    close: () => void page.cleanup(),
  };
}

function scanOf(page: PdfJsPage, objects: ObjectFile | null): EmbeddedScan | null {
  const { ref, view } = page;
  if (objects === null || ref === null) return null;
  return unlessUnusual(() => embeddedScan(objects, ref.num, view));
}

async function filesOf({ document, objects }: PdfSource): Promise<EmbeddedFiles> {
  const files = objects && unlessUnusual(() => filesOfDocument(objects));
  if (files !== null) return files;
  // A list that is broken is there: that much can be said.
  const listed = await document.getAttachments().catch(() => ({ broken: { filename: "", content: null } }));
  return filesToldOf(Object.values(listed ?? {}));
}

async function filesPinnedTo(page: PdfJsPage, objects: ObjectFile | null): Promise<EmbeddedFiles> {
  const { ref } = page;
  const files = objects && ref && unlessUnusual(() => filesOfPage(objects, ref.num));
  if (files !== null) return files;
  const annotations = await readable(page.getAnnotations());
  return filesToldOf(annotations.flatMap(({ file }) => file ?? []));
}
