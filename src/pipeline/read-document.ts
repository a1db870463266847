import { openImage } from "../image/open-image.ts";
import { MemoError } from "../model/failure.ts";
import type { OcrEngine } from "../ocr/engine.ts";
import { openPdf, type PdfDocument, type PdfPage } from "../pdf/open-pdf.ts";
import { pagesOfPlainText } from "../text/read-text.ts";
import { decodeText, type MediaType, mediaTypeOf } from "./media-type.ts";
import { needsOcr, type PageReading, readPdfPage, type SourceChoice } from "./read-pdf-page.ts";
import { recognisePage } from "./recognise-page.ts";

/** A document of any kind, held open; its pages can be read in any order, by several processes. */
export interface OpenedDocument {
  readonly mediaType: MediaType;
  readonly pageCount: number;
  /** Whether reading a page takes OCR: told from the first page alone. */
  readonly slow: boolean;
  /**
   * @param number 1-based
   * @throws MemoError
   */
  readPage(number: number, engine: OcrEngine): Promise<PageReading>;
  close(): Promise<void>;
}

/** @throws MemoError "type-unsupported", and those of the kind of file */
export async function openDocument(bytes: Uint8Array, source: SourceChoice): Promise<OpenedDocument> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) throw new MemoError("type-unsupported");
  if (mediaType === "text/plain") return openText(bytes);
  if (mediaType === "application/pdf") return openPdfDocument(await openPdf(bytes), source);
  return openPictures(bytes, mediaType);
}

function openText(bytes: Uint8Array): OpenedDocument {
  const pages = pagesOfPlainText(decodeText(bytes) ?? "");
  return {
    mediaType: "text/plain",
    pageCount: pages.length,
    slow: false,
    readPage: async (number) => ({ page: existing(pages[number - 1]), diagnostics: [] }),
    close: async () => undefined,
  };
}

async function openPictures(bytes: Uint8Array, mediaType: MediaType): Promise<OpenedDocument> {
  const file = await openImage(bytes);
  return {
    mediaType,
    pageCount: file.pageCount,
    slow: true,
    readPage: async (number, engine) => ({
      page: await recognisePage(await file.page(number), number, engine),
      diagnostics: [],
    }),
    close: async () => undefined,
  };
}

async function openPdfDocument(pdf: PdfDocument, source: SourceChoice): Promise<OpenedDocument> {
  // Looked into already, the first page is kept until it is read: to follow what it paints is most of the work.
  let first: PdfPage | null = await pdf.page(1);
  const slow = await needsOcr(first, source);
  return {
    mediaType: "application/pdf",
    pageCount: pdf.pageCount,
    slow,
    readPage: async (number, engine) => {
      const page = number === 1 && first !== null ? first : await pdf.page(number);
      if (number === 1) first = null;
      try {
        return await readPdfPage(page, number, source, engine);
      } finally {
        page.close();
      }
    },
    close: () => pdf.close(),
  };
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("There is no such page.");
  return value;
}
