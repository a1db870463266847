import { createHash } from "node:crypto";
import { basename } from "node:path";
import { inPrintedOrder } from "../layout/page-order.ts";
import { withTablesContinued } from "../layout/tables/continued.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page } from "../model/page.ts";
import type { RecordSource } from "../model/record.ts";
import type { EngineChoice } from "../ocr/engine.ts";
import type { PageReading } from "./read-picture.ts";

/** What identifies a file, told without looking into it. */
export interface FileIdentity {
  /** Base name only; "-" for standard input. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A file read to its end: all pages with their text. */
export interface ReadDocument {
  readonly identity: FileIdentity;
  readonly mediaType: RecordSource["mediaType"];
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The identity of some bytes; `name` is the path the user gave. */
export function identityOf(name: string, bytes: Uint8Array): FileIdentity {
  return { file: basename(name), sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength };
}

/** The word for how a memo's text was obtained, from its pages. */
export function textSourceOf(pages: readonly Page[]): RecordSource["text"] {
  const sources = new Set(pages.map((page) => page.source));
  const [only] = sources;
  return sources.size === 1 && only !== undefined ? only : "mixed";
}

/** What read the pictures among a memo's pages; null where its text was taken from none. */
export function engineOf(pages: readonly Page[], { engine = "tesseract.js" }: EngineChoice): RecordSource["engine"] {
  return pages.some((page) => page.source === "ocr") ? engine : null;
}

/** A file and the readings of all its pages, in order, put together. */
export function documentOf(
  file: Pick<ReadDocument, "identity" | "mediaType">,
  readings: readonly PageReading[],
): ReadDocument {
  const asTheyLie = readings.flatMap((reading) => reading.pages);
  const inOrder = inPrintedOrder(asTheyLie);
  const diagnostics = readings.flatMap((reading) => reading.diagnostics);
  return {
    identity: file.identity,
    mediaType: file.mediaType,
    pages: withTablesContinued(inOrder),
    diagnostics: inOrder === asTheyLie ? diagnostics : [...diagnostics, reordered(inOrder)],
  };
}

function reordered(pages: readonly Page[]): Diagnostic {
  const order = pages.map((page) => page.number).join(", ");
  const message = `The pages were put in the order of their printed numbers: ${order}.`;
  return { severity: "info", stage: "read", code: "pages-reordered", message };
}

/** A file whose pages can be read; numbers are 1-based. */
interface PagedFile extends Pick<ReadDocument, "identity" | "mediaType"> {
  readonly pageCount: number;
  readPage(number: number, threads: number): Promise<PageReading>;
}

/**
 * Reads a file to its end, page after page; `onPage` is called before each.
 * @param threads that may read a page side by side
 */
export async function readAllPages(
  file: PagedFile,
  onPage: (page: number) => void = () => {},
  threads = 1,
): Promise<ReadDocument> {
  const readings: PageReading[] = [];
  for (let page = 1; page <= file.pageCount; page++) {
    onPage(page);
    readings.push(await file.readPage(page, threads));
  }
  return documentOf(file, readings);
}
