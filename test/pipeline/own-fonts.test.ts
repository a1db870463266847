import { describe, expect, it } from "vitest";
import type { Line } from "../../src/model/page.ts";
import type { OcrPicture, OcrReader } from "../../src/ocr/engine.ts";
import { openDocument } from "../../src/pipeline/read-document.ts";
import type { PageReading } from "../../src/pipeline/read-picture.ts";
import { pageObjects, pdfOf } from "../pdf/build-pdf.ts";
import { LETTER, letterContent, shown } from "../pdf/own-letter.ts";

/** A map to Unicode for each code of Helvetica; `target` gives the code point that it wrongly or rightly names. */
function unicodeMap(target: (code: number) => number | null): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
  const codes = Array.from({ length: 224 }, (_, at) => at + 32);
  const pairs = codes.flatMap((code) => {
    const to = target(code);
    return to === null ? [] : [`<${hex(code, 2)}> <${hex(to, 4)}>`];
  });
  const blocks = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, at) =>
    pairs.slice(at * 100, at * 100 + 100),
  );
  const map = [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def",
    "1 begincodespacerange <00> <ff> endcodespacerange",
    ...blocks.map((block) => `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`),
    "endcmap end end",
  ].join("\n");
  return `<< /Length ${map.length} >>\nstream\n${map}\nendstream`;
}

/** The page's own font is /F0; /F1 is the same with another map to Unicode. */
function pdfWith(content: string, map: string, baseFont = "Helvetica-Oblique"): Uint8Array {
  const [root = "", pages = "", page = "", ...others] = pageObjects({ content });
  const font = `<< /Type /Font /Subtype /Type1 /BaseFont /${baseFont} /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>`;
  return pdfOf([root, pages, page.replace("/F0 4 0 R", "/F0 4 0 R /F1 6 0 R"), ...others, font, map]);
}

/** Reads a line of its own from each picture, and keeps the pictures. */
class CountingEngine implements OcrReader {
  readonly pictures: OcrPicture[] = [];

  async recognise(pictures: readonly OcrPicture[]): Promise<{ lines: Line[] }[]> {
    this.pictures.push(...pictures);
    return pictures.map((_, at) => {
      const text = `Gelesen${at}`;
      const words = [{ start: 0, end: text.length, box: [20, 5, 90, 25] as const, confidence: 0.9 }];
      return { lines: [{ text, box: [20, 5, 90, 25] as const, words }] };
    });
  }
}

async function read(bytes: Uint8Array, engine: OcrReader): Promise<PageReading> {
  const document = await openDocument(bytes, { source: "auto" });
  try {
    return await document.readPage(1, engine);
  } finally {
    await document.close();
  }
}

const textsOf = (reading: PageReading): string[] =>
  reading.pages.flatMap((page) => page.lines.map((line) => line.text));

const isLetter = (code: number): boolean => /\p{L}/u.test(String.fromCharCode(code));
const SHIFTED = unicodeMap((code) => (isLetter(code) ? code + 1 : code));

describe("a font that does not say what it shows", () => {
  it("has its lines read from the page's picture, the others from the text layer", async () => {
    const engine = new CountingEngine();
    const reading = await read(
      pdfWith(
        letterContent({}, (line) => (line === 3 ? "/F1" : "/F0")),
        SHIFTED,
      ),
      engine,
    );
    expect(textsOf(reading)).toEqual(LETTER.map((text, line) => (line === 3 ? "Gelesen0" : text)));
    expect(engine.pictures.map(({ shows }) => shows)).toEqual(["line"]);
    expect(reading.diagnostics).toMatchObject([{ severity: "info", code: "text-layer-wrong", page: 1 }]);
  });

  it("keeps the line's place on the page", async () => {
    const content = letterContent({}, (line) => (line === 3 ? "/F1" : "/F0"));
    const { pages } = await read(pdfWith(content, SHIFTED), new CountingEngine());
    const [left, top, width, height] = pages[0]?.lines[3]?.box ?? [0, 0, 0, 0];
    // The fake reads its word 20 by 5 pixels of 200 dots an inch within a strip that begins 6 points before the line, and 2 above.
    expect([left, top, width, height].map(Math.round)).toEqual([71, 102, 32, 9]);
  });

  it.each([
    ["the replacement character", (code: number) => (code === 0x6e ? 0xfffd : code)],
    ["a code of private use", (code: number) => (code === 0xfc ? 0xe123 : code)],
    ["a control character", (code: number) => (code === 0x72 ? 0x0003 : code)],
  ])("is told by %s", async (_, target) => {
    const engine = new CountingEngine();
    const content = letterContent({ 3: "der Brunnen ist für alle da." }, (line) => (line === 3 ? "/F1" : "/F0"));
    const reading = await read(pdfWith(content, unicodeMap(target)), engine);
    expect(textsOf(reading)[3]).toBe("Gelesen0");
  });

  it("makes the whole page be read where most of it stands in it", async () => {
    const engine = new CountingEngine();
    const reading = await read(
      pdfWith(
        letterContent({}, () => "/F1"),
        SHIFTED,
      ),
      engine,
    );
    expect(reading.pages[0]?.source).toBe("ocr");
    expect(engine.pictures.every(({ shows }) => shows === "page")).toBe(true);
    expect(reading.diagnostics).toMatchObject([{ severity: "info", code: "text-layer-wrong" }]);
  });

  it("is no font with few letters or with a right map", async () => {
    for (const [line, map] of [
      [7, SHIFTED],
      [3, unicodeMap((code) => code)],
    ] as const) {
      const engine = new CountingEngine();
      await read(
        pdfWith(
          letterContent({}, (at) => (at === line ? "/F1" : "/F0")),
          map,
        ),
        engine,
      );
      expect(engine.pictures).toEqual([]);
    }
  });
});

describe("signs of symbol fonts", () => {
  it.each([
    ["Word's bullet in the font Symbol", "Symbol", "\xb7", "•"],
    ["an arrow of the font Symbol", "Symbol", "\xae", "→"],
    ["a square of Wingdings", "Wingdings-Regular", "\xa7", "•"],
    ["an empty box", "ABCDEF+Wingdings", "\xa8", "☐"],
    ["a box with a cross", "Wingdings", "\xfd", "☒"],
    ["a box with a tick", "Wingdings", "\xfe", "☑"],
    ["a tick", "Wingdings", "\xfc", "✓"],
    ["an arrow", "Wingdings", "\xe0", "→"],
    ["a tick of Wingdings 2", "Wingdings2", "P", "✓"],
    ["a bullet of a font that does not say its name", "Helvetica", "\xb7", "•"],
  ])("become what they show: %s", async (_, font, code, sign) => {
    const content = `${letterContent({ 3: "der Bau ist fertig;" })} ${shown(code, 50, 732, "", "/F1")}`;
    const reading = await read(
      pdfWith(
        content,
        unicodeMap((at) => 0xf000 + at),
        font,
      ),
      new CountingEngine(),
    );
    expect(textsOf(reading)[3]).toBe(`${sign} der Bau ist fertig;`);
  });
});
