import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/pipeline/decode-text.ts";

const LETTER =
  "Sehr geehrte Damen und Herren,\nfür die Übergabe der „Brücke“ – Öffnung ab März – gilt § 3: 40 °C müßten genügen.\n";

/** Only what DOS had. */
const DOS_LETTER =
  "Sehr geehrte Damen und Herren,\nfür die Übergabe ab März gilt: Äpfel müßten genügen. Schöne Grüße\n";

const WINDOWS: ReadonlyMap<string, number> = new Map([
  ["„", 0x84],
  ["“", 0x93],
  ["–", 0x96],
]);
const DOS: ReadonlyMap<string, number> = new Map(
  [..."äöüÄÖÜß"].map((letter, at) => [letter, [0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1][at] ?? 0]),
);
const MAC: ReadonlyMap<string, number> = new Map(
  [..."äöüÄÖÜß"].map((letter, at) => [letter, [0x8a, 0x9a, 0x9f, 0x80, 0x85, 0x86, 0xa7][at] ?? 0]),
);

const bytesOf = (text: string, table: ReadonlyMap<string, number>): Buffer =>
  Buffer.from(Array.from(text, (character) => table.get(character) ?? character.charCodeAt(0)));

/** As a program writes that takes UTF-8 for Windows-1252, codes without a letter kept. */
function decodedTwice(text: string): string {
  const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
  return Array.from(Buffer.from(text), (byte) =>
    byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80] : String.fromCharCode(byte),
  ).join("");
}

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from(LETTER)],
    ["UTF-16 without a mark", Buffer.from(LETTER, "utf16le")],
    ["the same the other way round", Buffer.from(LETTER, "utf16le").swap16()],
    ["Windows-1252", bytesOf(LETTER, WINDOWS)],
    ["UTF-8 decoded as Windows-1252", Buffer.from(decodedTwice(LETTER))],
    ["UTF-8 decoded as Latin-1", Buffer.from(Buffer.from(LETTER).toString("latin1"))],
    ["UTF-8 decoded wrongly twice", Buffer.from(decodedTwice(decodedTwice(LETTER)))],
    ["lines of Windows with a return too many", Buffer.from(LETTER.replaceAll("\n", "\r\r\n"))],
  ])("reads %s", (_, bytes) => {
    expect(decodeText(bytes)?.replaceAll("\r\n", "\n")).toBe(LETTER);
  });

  it.each([
    ["DOS", DOS],
    ["an old Mac", MAC],
  ])("reads what %s wrote", (_, table) => {
    expect(decodeText(bytesOf(DOS_LETTER, table))).toBe(DOS_LETTER);
  });

  it("ends lines alike where a file has all kinds of ends", () => {
    expect(decodeText(Buffer.from("a\r\nb\rc\nd\ve\u2028f\u0085g\u001a"))).toBe("a\r\nb\nc\nd\ne\nf\ng");
  });

  it.each([
    ["a vertical tab", "\v", "\n"],
    ["an escape", "\u001b[31m", "\u001b[31m"],
    ["a C1 control", "\u0090", "\u0090"],
    ["a mark that turns the writing", "\u202e", "\u202e"],
  ])("reads a text with %s in it", (_, sign, read) => {
    const long = LETTER.repeat(5);
    expect(decodeText(Buffer.from(`${long}${sign}${long}`))).toBe(`${long}${read}${long}`);
    expect(decodeText(Buffer.from(sign.repeat(100)))?.includes("\u001b") ?? false).toBe(false);
  });

  it("reads UTF-8 in which a byte was lost, and shows where", () => {
    const long = LETTER.repeat(5);
    const bytes = Buffer.concat([Buffer.from(long), Buffer.from([0xe4]), Buffer.from(`-${long}`)]);
    expect(decodeText(bytes)).toBe(`${long}\ufffd-${long}`);
  });

  it("takes a page of letters of no German for no text", () => {
    expect(decodeText(Buffer.from(Array.from({ length: 300 }, (_, at) => 0x80 + ((at * 37) % 128))))).toBeNull();
    expect(decodeText(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 0]))).toBeNull();
  });

  it("leaves UTF-8 as it is, whatever it says", () => {
    const germanLine = fc.string({ unit: fc.constantFrom(..."aäöüßÄ „“–.!3 nâ") });
    fc.assert(
      fc.property(germanLine, (text) => {
        expect(decodeText(Buffer.from(text))).toBe(text);
      }),
    );
  });

  it("takes linear time", () => {
    for (const part of ["\r", "Ã", "â€", "\v"]) decodeText(Buffer.from(part.repeat(100_000)));
    decodeText(Buffer.alloc(100_000, 0xe4));
  });
});
