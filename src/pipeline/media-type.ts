import type { RecordSource } from "../model/record.ts";

export type MediaType = RecordSource["mediaType"];

const SIGNATURES: readonly (readonly [MediaType, readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
];

/** "%PDF-" may be preceded by some bytes of other matter; readers look for it in the first 1024. */
const PDF_HEADER_REACH = 1024;

/** Control characters that no text has: all but tab, line feed, form feed, carriage return. */
const BINARY = /[^\P{Cc}\t\n\f\r]/u;

/** What some bytes are, told from themselves and never from a file's name; null for a kind that is not read. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const signed = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (signed !== undefined) return signed[0];
  if (Buffer.from(bytes.subarray(0, PDF_HEADER_REACH)).includes("%PDF-", 0, "latin1")) return "application/pdf";
  return decodeText(bytes) === null ? null : "text/plain";
}

/** Byte order marks of UTF-16, which is taken for nothing else where one stands. */
const UTF_16: readonly (readonly [string, readonly number[]])[] = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Text in UTF-8, or in UTF-16 with a byte order mark, which is taken off; null where the bytes are none. Where lines
 * end with a carriage return alone, as on old Macs, they end with "\n".
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = UTF_16.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  try {
    const text = new TextDecoder(marked?.[0] ?? "utf-8", { fatal: true }).decode(bytes);
    return BINARY.test(text) ? null : text.replaceAll(/\r(?!\n)/gu, "\n");
  } catch {
    return null;
  }
}
