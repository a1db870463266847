/** Codes 0x80 to 0x9f of Windows-1252; "\0" for none. The codes above are those of Unicode. */
const WINDOWS_1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/** What German needs of two others. Any other code of theirs is none. */
const DOS_850 = codes("84ä 94ö 81ü 8eÄ 99Ö 9aÜ e1ß f5§ f8° 82é 8aè 85à aaª ab½ ac¼ f1± 87ç fd² fc³ ff\u00a0");
const MACINTOSH = codes("8aä 9aö 9fü 80Ä 85Ö 86Ü a7ß a4§ a1° 8eé 8fè 88à d0– d1— e3„ d2“ d3” d4‘ d5’ c9… a5• ca\u00a0");

function codes(list: string): ReadonlyMap<number, string> {
  return new Map(list.split(" ").map((entry) => [Number.parseInt(entry.slice(0, 2), 16), entry.slice(2)]));
}

/** Signs beyond ASCII that German texts have. */
const GERMAN = /[äöüÄÖÜßéèàáâêçñ§°²³½¼€…•·–—„“”‚‘’«»\u00a0\u00ad]/u;

/** Quotation marks stand before words or after them, never within. */
const QUOTE = /[„“”‚‘«»]/u;

/** Of what is beyond ASCII, the share that must be plausible in a German text. */
const PLAUSIBLE = 0.8;

type Table = (byte: number) => string;

const TABLES: readonly Table[] = [
  (byte) => (byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? "\0") : String.fromCharCode(byte)),
  (byte) => DOS_850.get(byte) ?? "\0",
  (byte) => MACINTOSH.get(byte) ?? "\0",
];

/**
 * Text with a byte a character: of Windows, DOS or old Macs, whichever makes the most German of it; null where none
 * does. What no table has comes as "\0".
 */
export function decodeSingleBytes(bytes: Uint8Array): string | null {
  const texts = TABLES.map((table) => withoutSecondDecoding(decodedBy(table, bytes))).map((text) => ({
    text,
    plausible: plausibilityOf(text),
  }));
  const best = texts.reduce((best, other) => (other.plausible > best.plausible ? other : best));
  return best.plausible >= PLAUSIBLE ? best.text : null;
}

function decodedBy(table: Table, bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(byte < 0x80 ? String.fromCharCode(byte) : table(byte));
  return parts.join("");
}

/** The share of plausible characters among those beyond ASCII, and codes of none; 0 without any. */
function plausibilityOf(text: string): number {
  let [all, plausible] = [0, 0];
  for (const match of text.matchAll(/[^\p{ASCII}]|\0/gu)) {
    all++;
    const [character] = match;
    const [before, after] = [text[match.index - 1] ?? "", text[match.index + 1] ?? ""];
    const isTorn = QUOTE.test(character) && /\p{L}/u.test(before) && /\p{L}/u.test(after);
    if (GERMAN.test(character) && !isTorn) plausible++;
  }
  return all === 0 ? 0 : plausible / all;
}

/** Lead bytes of UTF-8 as letters (those of umlauts, of what Windows-1252 makes of them, "§", dashes and quotation marks), and what may follow one. */
const TAIL = `\\u0080-\\u00bf${WINDOWS_1252.replaceAll("\0", "")}`;
const TWICE = new RegExp(`[ÂÃÅÆË][${TAIL}]|â[${TAIL}]{2}`, "gu");

/** What such a sequence may stand for: letters of the West, dashes, quotation marks, "€". */
const WESTERN = /^[\u0080-\u017f\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]$/u;

/** A text may have been decoded wrongly again and again. */
const MOST_TIMES = 3;

/** "GrÃ¼ÃŸe" as "Grüße": UTF-8 that was taken for Windows-1252 or Latin-1, and written as UTF-8 again. */
export function withoutSecondDecoding(text: string): string {
  let once = text;
  for (let time = 0; time < MOST_TIMES; time++) {
    const before = once;
    once = before.replaceAll(TWICE, (sequence) => asUtf8(sequence) ?? sequence);
    if (once === before) break;
  }
  return once;
}

function asUtf8(sequence: string): string | null {
  const bytes = Uint8Array.from(sequence, (character) => {
    const place = WINDOWS_1252.indexOf(character);
    return place === -1 ? character.charCodeAt(0) : 0x80 + place;
  });
  try {
    const once = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return WESTERN.test(once) ? once : null;
  } catch {
    return null;
  }
}
