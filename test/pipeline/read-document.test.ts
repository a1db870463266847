import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Line } from "../../src/model/page.ts";
import type { OcrPicture, OcrReader } from "../../src/ocr/engine.ts";
import { openDocument } from "../../src/pipeline/read-document.ts";
import type { SourceChoice } from "../../src/pipeline/read-pdf-page.ts";
import type { PageReading } from "../../src/pipeline/read-picture.ts";
import { PAINT_PICTURE, pageObjects, pdfOf } from "../pdf/build-pdf.ts";

/** Reads the same line from every page, and counts the pages. */
class FakeEngine implements OcrReader {
  readonly #text: string;
  calls = 0;

  constructor(text = "Von der Engine gelesen") {
    this.#text = text;
  }

  async recognise(pictures: readonly OcrPicture[]): Promise<{ lines: Line[] }[]> {
    this.calls++;
    const words = [...this.#text.matchAll(/\S+/gu)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      box: [20 * match.index, 40, 18 * match[0].length, 25] as const,
      confidence: 0.9,
    }));
    const line: Line = { text: this.#text, box: [0, 40, 20 * this.#text.length, 25], words };
    return pictures.map((_, part) => ({ lines: part === 0 ? [line] : [] }));
  }
}

async function read(bytes: Uint8Array, source: SourceChoice, engine: OcrReader): Promise<PageReading> {
  const document = await openDocument(bytes, { source });
  try {
    return await document.readPage(1, engine);
  } finally {
    await document.close();
  }
}

const SENTENCE = "Der Oberbürgermeister wird beauftragt, dem Stadtrat jährlich zu berichten.";
const latin1 = (text: string): string => Buffer.from(text, "latin1").toString("latin1");
const text = (words: string, mode = 0): string => `BT ${mode} Tr /F0 9 Tf 50 700 Td (${latin1(words)}) Tj ET`;
const GREY_PIXEL = ["/Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", Buffer.from([200])] as const;

const bornDigital = pdfOf(pageObjects({ content: text(SENTENCE) }));
const scanned = (words: string): Uint8Array =>
  pdfOf(pageObjects({ content: `${PAINT_PICTURE} ${text(words, 3)}`, picture: GREY_PIXEL }));

const linesOf = (reading: PageReading): string[] =>
  reading.pages.flatMap((page) => page.lines).map((line) => line.text);

describe("a born-digital page", () => {
  it("is never read by OCR", async () => {
    const engine = new FakeEngine();
    const reading = await read(bornDigital, "auto", engine);
    expect(linesOf(reading)).toEqual([SENTENCE]);
    expect(reading.pages[0]?.source).toBe("text-layer");
    expect(engine.calls).toBe(0);
  });

  it("is read by OCR where the user wants it", async () => {
    const reading = await read(bornDigital, "ocr", new FakeEngine());
    expect(linesOf(reading)).toEqual(["Von der Engine gelesen"]);
    expect(reading.pages[0]?.source).toBe("ocr");
  });
});

describe("a scan with a scanner's own text", () => {
  it("is read again, and the diagnostic says why", async () => {
    const reading = await read(scanned("Dcr 0bcrbürg3rmeister w1rd be4uftragt"), "auto", new FakeEngine());
    expect(linesOf(reading)).toEqual(["Von der Engine gelesen"]);
    expect(reading.diagnostics).toMatchObject([{ severity: "info", code: "scan-read-again", page: 1 }]);
    expect(reading.diagnostics[0]?.message).toContain("legibility 1.00 by OCR");
  });

  it("keeps it where OCR reads clearly worse", async () => {
    const reading = await read(scanned(SENTENCE), "auto", new FakeEngine("V0n d3r ;; E|gine gElEsEn"));
    expect(linesOf(reading)).toEqual([SENTENCE]);
    expect(reading.diagnostics).toMatchObject([{ severity: "info", code: "scan-text-kept", page: 1 }]);
  });

  it("is read from its text layer where the user wants it", async () => {
    const engine = new FakeEngine();
    expect(linesOf(await read(scanned(SENTENCE), "text-layer", engine))).toEqual([SENTENCE]);
    expect(engine.calls).toBe(0);
  });
});

describe("a page without usable text", () => {
  it("is read by OCR: a scan under a visible page number", async () => {
    const content = `${PAINT_PICTURE} ${text("Seite 1")}`;
    const engine = new FakeEngine();
    await read(pdfOf(pageObjects({ content, picture: GREY_PIXEL })), "auto", engine);
    expect(engine.calls).toBe(1);
  });

  it("is read by OCR: text in a font that does not say what its glyphs are", async () => {
    const engine = new FakeEngine();
    await read(pdfOf(pageObjects({ content: text("%&$ \\(\\) =?* ~#+ &%$ =*") })), "auto", engine);
    expect(engine.calls).toBe(1);
  });

  it("is reported where its text layer was asked for", async () => {
    const reading = await read(pdfOf(pageObjects({ content: "" })), "text-layer", new FakeEngine());
    expect(reading.pages[0]?.lines).toEqual([]);
    expect(reading.diagnostics).toMatchObject([{ severity: "warning", code: "no-text-layer", page: 1 }]);
  });
});

describe("openDocument", () => {
  it("tells the kind from the bytes, and whether reading is slow", async () => {
    const grey = { create: { width: 60, height: 80, channels: 3, background: "#ccc" } } as const;
    const jpeg = await sharp(grey).jpeg().toBuffer();
    const entries = "/Width 60 /Height 80 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";
    const scan = pdfOf(pageObjects({ content: PAINT_PICTURE, picture: [entries, jpeg] }));
    const kinds = await Promise.all(
      [jpeg, scan, bornDigital, Buffer.from("Grüße\fSeite 2")].map(async (bytes) => {
        const { mediaType, pageCount, isSlow, close } = await openDocument(bytes, { source: "auto" });
        const slow = await isSlow();
        await close();
        return [mediaType, pageCount, slow];
      }),
    );
    expect(kinds).toEqual([
      ["image/jpeg", 1, true],
      ["application/pdf", 1, true],
      ["application/pdf", 1, false],
      ["text/plain", 2, false],
    ]);
  });

  it("reads text as it is", async () => {
    const reading = await read(Buffer.from("\ufeffSehr geehrte\r\nHerren"), "auto", new FakeEngine());
    expect(linesOf(reading)).toEqual(["Sehr geehrte\r", "Herren"]);
  });

  it.each([
    ["UTF-16 with a mark", Buffer.from("\ufeffSehr geehrte\nHerren", "utf16le")],
    ["the same the other way round", Buffer.from("\ufeffSehr geehrte\nHerren", "utf16le").swap16()],
    ["lines that end as on old Macs", Buffer.from("Sehr geehrte\rHerren")],
  ])("reads %s", async (_, bytes) => {
    expect(linesOf(await read(bytes, "auto", new FakeEngine()))).toEqual(["Sehr geehrte", "Herren"]);
  });

  it.each([
    ["half a character of UTF-16", Buffer.from("\ufeffGrüße", "utf16le").subarray(0, -1)],
    ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 0])],
  ])("does not read %s", async (_, bytes) => {
    await expect(openDocument(bytes, { source: "auto" })).rejects.toMatchObject({ code: "type-unsupported" });
  });
});

describe("recognised lines", () => {
  it("are placed on the page in points", async () => {
    const white = { create: { width: 827, height: 1170, channels: 3, background: "white" } } as const;
    const png = await sharp(white).withMetadata({ density: 100 }).png().toBuffer();
    const { pages } = await read(png, "auto", new FakeEngine());
    expect(pages[0]?.size).toEqual({ width: 595.4, height: 842.4 });
    expect(pages[0]?.lines[0]?.words[0]?.box).toEqual([0, 28.8, 38.9, 18]);
  });
});

describe("a text", () => {
  const page = "Der Stadtrat beschließt die Ersatzpflanzung. ".repeat(4000);

  it("of as many pages as a letter may have is read, of more text than they could hold is not", async () => {
    const opened = await openDocument(Buffer.from(`${page}\f`.repeat(25)), { source: "auto" });
    expect(opened.pageCount).toBe(26);
    await expect(openDocument(Buffer.from(`${page}\f`.repeat(30)), { source: "auto" })).rejects.toMatchObject({
      code: "text-too-long",
    });
  });

  it("of a hundred megabytes is not even looked through", async () => {
    const bytes = Buffer.alloc(100 * 1024 ** 2, page);
    const begun = performance.now();
    await expect(openDocument(bytes, { source: "auto" })).rejects.toMatchObject({ code: "text-too-long" });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
