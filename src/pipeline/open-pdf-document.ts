import type { Diagnostic } from "../model/diagnostic.ts";
import type { Limits } from "../model/limits.ts";
import { openPdf, type PdfDocument, type PdfPage } from "../pdf/open-pdf.ts";
import { embeddedFileFindings } from "./embedded-file-findings.ts";
import type { OpenedDocument, ReadOptions } from "./read-document.ts";
import { needsOcr, pictureOf, readPdfPage } from "./read-pdf-page.ts";

/** Dots per inch: on a screen small print can be read, also when looked at closely. */
export const SCREEN_DPI = 150;

/** @throws MemoError */
export async function openPdfDocument(
  bytes: Uint8Array,
  options: ReadOptions,
  limits: Limits,
): Promise<OpenedDocument> {
  const pdf = await openPdf(bytes, options);
  // Looked into already, the first page is kept until it is read: to follow what it paints is most of the work.
  let first: Promise<PdfPage> | null = null;
  const opened = (number: number): Promise<PdfPage> => {
    const page = number === 1 ? first : null;
    if (number === 1) first = null;
    return page ?? pdf.page(number);
  };
  let slow: Promise<boolean> | null = null;
  const lookIntoFirst = async (): Promise<boolean> => {
    first = pdf.page(1);
    return needsOcr(await first, options.source);
  };
  return {
    mediaType: "application/pdf",
    pageCount: pdf.pageCount,
    isSlow: () => {
      slow ??= lookIntoFirst();
      return slow;
    },
    readPage: async (number, engine) =>
      withPage(await opened(number), async (page) => {
        const { pages, diagnostics } = await readPdfPage(page, number, options.source, limits, engine);
        return { pages, diagnostics: [...diagnostics, ...(await embeddedIn(pdf, page, number))] };
      }),
    picture: async (number) => withPage(await opened(number), (page) => pictureOf(page, limits, SCREEN_DPI)),
    close: () => pdf.close(),
  };
}

/** Findings on the files within the file: those of the document as a whole are told with its first page. */
async function embeddedIn(pdf: PdfDocument, page: PdfPage, number: number): Promise<Diagnostic[]> {
  const pinned = embeddedFileFindings(await page.embeddedFiles(), number);
  return number === 1 ? [...embeddedFileFindings(await pdf.embeddedFiles()), ...pinned] : pinned;
}

async function withPage<T>(page: PdfPage, use: (page: PdfPage) => Promise<T>): Promise<T> {
  try {
    return await use(page);
  } finally {
    page.close();
  }
}
