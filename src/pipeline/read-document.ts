import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import type { Page } from "../model/page.ts";
import type { OcrReader } from "../ocr/engine.ts";
import { pagesOfPlainText } from "../text/read-text.ts";
import { decodeText } from "./decode-text.ts";
import { type MediaType, mediaTypeOf } from "./media-type.ts";
import type { SourceChoice } from "./read-pdf-page.ts";
import type { PageReading } from "./read-picture.ts";
import type { PagePicture } from "./recognise-page.ts";

/** A text may have so many pages' worth of text at their limit: 5,000,000 characters, three times what 500 full pages have. */
const MOST_FULL_PAGES = 25;

const TOO_LONG = "The file holds more text than the limit of a page allows for a whole file.";

/** Bytes of a character, in any encoding that is read. */
const MOST_BYTES = 4;

/** Bytes that tell what kind a file is, where it is too large to be looked at as a text in whole. */
const HEAD = 64 * 1024;

/** In characters. */
function longestText({ pageCharacters }: Limits): number {
  return MOST_FULL_PAGES * pageCharacters;
}

/** A document of any kind, held open; its pages can be read in any order, by several processes. */
export interface OpenedDocument {
  readonly mediaType: MediaType;
  readonly pageCount: number;
  /** Whether reading a page takes OCR: told from the first page alone. */
  isSlow(): Promise<boolean>;
  /**
   * @param number 1-based
   * @throws MemoError
   */
  readPage(number: number, engine: OcrReader): Promise<PageReading>;
  /**
   * What the page looks like; null for plain text.
   * @param number 1-based
   * @throws MemoError
   */
  picture(number: number): Promise<PagePicture | null>;
  close(): Promise<void>;
}

/** How a document is read. */
export interface ReadOptions {
  readonly source: SourceChoice;
  /** Those of `DEFAULT_LIMITS` where absent. */
  readonly limits?: Limits | undefined;
  /** For PDFs that need one, tried one after the other. */
  readonly passwords?: readonly string[] | undefined;
}

/** @throws MemoError "type-unsupported", and those of the kind of file */
export async function openDocument(bytes: Uint8Array, options: ReadOptions): Promise<OpenedDocument> {
  const isLarge = bytes.byteLength > MOST_BYTES * longestText(limitsIn(options));
  const mediaType = mediaTypeOf(isLarge ? bytes.subarray(0, HEAD) : bytes);
  if (mediaType === null) throw new MemoError("type-unsupported");
  if (mediaType === "text/plain" && isLarge) throw new MemoError("text-too-long", TOO_LONG);
  if (mediaType === "text/plain") return openText(bytes, limitsIn(options));
  // What takes a while to load is loaded only by who needs it.
  if (mediaType === "application/pdf") {
    const { openPdfDocument } = await import("./open-pdf-document.ts");
    return openPdfDocument(bytes, options, limitsIn(options));
  }
  const { openPictures } = await import("./open-pictures.ts");
  return openPictures(bytes, mediaType, limitsIn(options));
}

function openText(bytes: Uint8Array, limits: Limits): OpenedDocument {
  const text = decodeText(bytes) ?? "";
  if (text.length > longestText(limits)) throw new MemoError("text-too-long", TOO_LONG);
  const pages = pagesOfPlainText(text);
  if (pages.length > limits.pages) throw new MemoError("page-limit");
  return {
    mediaType: "text/plain",
    pageCount: pages.length,
    isSlow: async () => false,
    readPage: async (number) => readText(existing(pages[number - 1])),
    picture: async () => null,
    close: async () => undefined,
  };
}

/** A page of a text file, and a finding on what of it is no text. */
function readText(page: Page): PageReading {
  const unreadable = page.lines.reduce((count, line) => count + line.text.split("\ufffd").length - 1, 0);
  if (unreadable === 0) return { pages: [page], diagnostics: [] };
  const message = `${unreadable} times bytes of the file are no character; the sign \ufffd stands in their place.`;
  const code = "bytes-unreadable";
  return { pages: [page], diagnostics: [{ severity: "warning", stage: "read", code, message, page: page.number }] };
}

function limitsIn({ limits }: ReadOptions): Limits {
  return limits ?? DEFAULT_LIMITS;
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("There is no such page.");
  return value;
}
