import type { ReadDocument } from "../pipeline/document.ts";
import type { BegunDocument, PageReading } from "./protocol.ts";

/** A document and the readings of all its pages, in order, put together. */
export function assemble(begun: BegunDocument, readings: readonly PageReading[]): ReadDocument {
  return {
    identity: begun.identity,
    mediaType: begun.mediaType,
    pages: readings.map((reading) => reading.page),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  };
}
