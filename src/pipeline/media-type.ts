import type { RecordSource } from "../model/record.ts";
import { decodeText } from "./decode-text.ts";

export type MediaType = RecordSource["mediaType"];

const SIGNATURES: readonly (readonly [MediaType, readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
];

/** "%PDF-" may be preceded by some bytes of other matter; readers look for it in the first 1024. */
const PDF_HEADER_REACH = 1024;

/** What some bytes are, told from themselves and never from a file's name; null for a kind that is not read. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const signed = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (signed !== undefined) return signed[0];
  if (Buffer.from(bytes.subarray(0, PDF_HEADER_REACH)).includes("%PDF-", 0, "latin1")) return "application/pdf";
  return decodeText(bytes) === null ? null : "text/plain";
}
