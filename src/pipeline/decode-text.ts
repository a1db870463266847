import { decodeSingleBytes, withoutSecondDecoding } from "./single-bytes.ts";

/** Control characters that no text has: all but tab, line feed, form feed, carriage return. */
const BINARY = /[^\P{Cc}\t\n\f\r]/u;

/** All codes below the blank but tab, the ends of lines and pages, and of a file. */
const BINARY_BYTES: ReadonlySet<number> = new Set(
  Array.from({ length: 0x20 }, (_, code) => code).filter((code) => ![9, 10, 11, 12, 13, 26].includes(code)),
);

/** Byte order marks of UTF-16, which is taken for nothing else where one stands. */
const UTF_16: readonly (readonly [string, readonly number[]])[] = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Of German in UTF-16, the share of characters whose high byte is 0: all but dashes and quotation marks. */
const ZERO_SHARE = 0.7;

/** Other ends of a line than "\n": of old Macs, of Word within a paragraph, of Unicode. */
const LINE_ENDS = /\r(?!\n)|[\v\u0085\u2028\u2029]/gu;

/** The mark at the end of texts of DOS. */
const END_OF_FILE = "\u001a";

/**
 * Text in UTF-8, in UTF-16 with a byte order mark (which is taken off) or without one, in what Windows, DOS and old
 * Macs wrote, or decoded twice; null where the bytes are none. Lines end with "\n", or "\r\n" where they did.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = UTF_16.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decoded(bytes, marked[0]);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return decoded(bytes, unmarked);
  return decoded(bytes, "utf-8") ?? (bytes.some(isBinary) ? null : cleaned(decodeSingleBytes(bytes)));
}

/** A control code that no text has, told before the whole file is decoded. */
function isBinary(byte: number): boolean {
  return byte < 0x20 && BINARY_BYTES.has(byte);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return cleaned(withoutSecondDecoding(new TextDecoder(encoding, { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

function cleaned(text: string | null): string | null {
  if (text === null) return null;
  const lined = text
    .replace(END_OF_FILE, "")
    .replaceAll(/\r(?=\r\n)/gu, "")
    .replaceAll(LINE_ENDS, "\n");
  return BINARY.test(lined) ? null : lined;
}

/** Told by where the zeros stand. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [first = 0, second = 0] = zeros;
  const enough = (ZERO_SHARE * bytes.length) / 2;
  if (second >= enough && first === 0) return "utf-16le";
  return first >= enough && second === 0 ? "utf-16be" : null;
}
