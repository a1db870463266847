import { openImage } from "../image/open-image.ts";
import { MemoError } from "../model/failure.ts";
import type { OcrEngine } from "../ocr/engine.ts";
import { openPdf, type PdfDocument, type PdfPage } from "../pdf/open-pdf.ts";
import { pagesOfPlainText } from "../text/read-text.ts";
import { decodeText, type MediaType, mediaTypeOf } from "./media-type.ts";
import { needsOcr, type PageReading, pictureOf, readPdfPage, type SourceChoice } from "./read-pdf-page.ts";
import { type PagePicture, recognisePage } from "./recognise-page.ts";

/** Dots per inch: on a screen small print can be read, also when looked at closely. */
export const SCREEN_DPI = 150;

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
  /**
   * What the page looks like; null for plain text.
   * @param number 1-based
   * @throws MemoError
   */
  picture(number: number): Promise<PagePicture | null>;
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
    picture: async () => null,
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
    picture: (number) => file.page(number),
    close: async () => undefined,
  };
}

async function openPdfDocument(pdf: PdfDocument, source: SourceChoice): Promise<OpenedDocument> {
  const slow = await withPage(pdf, 1, (page) => needsOcr(page, source));
  return {
    mediaType: "application/pdf",
    pageCount: pdf.pageCount,
    slow,
    readPage: (number, engine) => withPage(pdf, number, (page) => readPdfPage(page, number, source, engine)),
    picture: (number) => withPage(pdf, number, (page) => pictureOf(page, SCREEN_DPI)),
    close: () => pdf.close(),
  };
}

async function withPage<T>(pdf: PdfDocument, number: number, use: (page: PdfPage) => Promise<T>): Promise<T> {
  const page = await pdf.page(number);
  try {
    return await use(page);
  } finally {
    page.close();
  }
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("There is no such page.");
  return value;
}
