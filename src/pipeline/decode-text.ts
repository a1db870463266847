import { decodeSingleBytes, withoutSecondDecoding } from "./single-bytes.ts";

/** Control characters that no text has: all but tab, line feed, form feed, carriage return. */
const CONTROL = /[^\P{Cc}\t\n\f\r]/gu;

/** What no text has even once: it is what other files are full of. */
const BINARY = "\0";

/** A text that was damaged on its way has a few signs that no text has; with more of them it is none. */
const DAMAGED_SHARE = 0.01;

/** What stands for bytes that are no character. */
const UNREADABLE = "\ufffd";

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
 * Macs wrote, or decoded twice; null where the bytes are none. Lines end with "\n", or "\r\n" where they did. Of a text
 * that was damaged a few control characters stay, and U+FFFD stands for a few bytes that are no character.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = UTF_16.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decoded(bytes, marked[0]);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return decoded(bytes, unmarked);
  if (bytes.includes(0)) return null;
  return decoded(bytes, "utf-8") ?? damagedUtf8(bytes) ?? cleaned(decodeSingleBytes(bytes)) ?? damagedUtf8(bytes, 0);
}

/**
 * UTF-8 with a few bytes that are none, U+FFFD in their place; null where these are many, or more than the characters
 * beyond ASCII: then the file is in another code.
 * @param least of these characters, for each byte that is none
 */
function damagedUtf8(bytes: Uint8Array, least = 1): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const damaged = text.split(UNREADABLE).length - 1;
  if (damaged > DAMAGED_SHARE * text.length) return null;
  const beyond = (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) - damaged;
  return beyond >= least * damaged ? cleaned(text) : null;
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
  const controls = lined.match(CONTROL)?.length ?? 0;
  return lined.includes(BINARY) || controls > DAMAGED_SHARE * lined.length ? null : lined;
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
