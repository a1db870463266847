import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { EmbeddedScan } from "../../src/pdf/embedded-scan.ts";
import { openPdf } from "../../src/pdf/open-pdf.ts";
import { PAINT_PICTURE, packedPdfOf, pageObjects, pdfOf } from "./build-pdf.ts";

const JPEG_ENTRIES = "/Width 119 /Height 168 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode";

let jpeg: Buffer;

beforeAll(async () => {
  const grey = { create: { width: 119, height: 168, channels: 3, background: "#888" } } as const;
  jpeg = await sharp(grey).toColourspace("b-w").jpeg().toBuffer();
});

async function scanOf(bytes: Uint8Array): Promise<EmbeddedScan | null> {
  const pdf = await openPdf(bytes);
  const { scan } = await pdf.page(1);
  await pdf.close();
  return scan;
}

const scanPage = (parts: { content?: string; page?: string; entries?: string } = {}): string[] =>
  pageObjects({
    content: parts.content ?? PAINT_PICTURE,
    page: parts.page ?? "",
    picture: [parts.entries ?? JPEG_ENTRIES, jpeg],
  });

describe("a page that is one JPEG", () => {
  it("is taken as the scanner made it", async () => {
    const scan = await scanOf(pdfOf(scanPage()));
    expect(Buffer.from(scan?.jpeg ?? [])).toEqual(jpeg);
    expect(scan?.pixels).toEqual({ width: 119, height: 168 });
    expect(scan?.dpi).toBeCloseTo((119 / 595) * 72);
  });

  it("is found where objects are packed into streams", async () => {
    expect(await scanOf(packedPdfOf(scanPage()))).not.toBeNull();
  });

  it("may be measured in a unit of one point", async () => {
    expect(await scanOf(pdfOf(scanPage({ page: "/UserUnit 1.0" })))).not.toBeNull();
  });

  it("may be displayed turned", async () => {
    expect(await scanOf(pdfOf(scanPage({ page: "/Rotate 90" })))).not.toBeNull();
  });

  it.each([
    ["over it", `${PAINT_PICTURE} BT 3 Tr /F0 12 Tf 100 700 Td (Hausmitteilung) Tj ET`],
    ["under it", `q BT 3 Tr /F0 12 Tf 1 0 0 1 100 700 Tm [(Haus) -20 (mitteilung)] TJ ET Q ${PAINT_PICTURE}`],
  ])("may have text without ink %s", async (_, content) => {
    expect(await scanOf(pdfOf(scanPage({ content })))).toMatchObject({ hasHiddenText: true });
    expect(await scanOf(pdfOf(scanPage()))).toMatchObject({ hasHiddenText: false });
  });

  it("is painted by matrices one within the other", async () => {
    const content = "q 0.5 0 0 0.5 0 0 cm q 1190 0 0 1684 0 0 cm /Im0 Do Q Q";
    expect(await scanOf(pdfOf(scanPage({ content })))).not.toBeNull();
  });
});

describe("a page that is more, or something else, is left to pdf.js", () => {
  it.each([
    ["it has annotations", { page: "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] >>]" }],
    ["it has a unit of its own", { page: "/UserUnit 2" }],
    ["text is painted too", { content: `${PAINT_PICTURE} BT /F0 12 Tf (Seite 1) Tj ET` }],
    ["text has ink again", { content: `${PAINT_PICTURE} q 3 Tr BT /F0 12 Tf (a) Tj ET Q BT (b) Tj ET` }],
    ["a path is painted too", { content: `${PAINT_PICTURE} 10 10 50 50 re f` }],
    ["it is painted twice", { content: `${PAINT_PICTURE} ${PAINT_PICTURE}` }],
    ["it covers half the page", { content: "q 595 0 0 421 0 0 cm /Im0 Do Q" }],
    ["it is mirrored", { content: "q -595 0 0 842 595 0 cm /Im0 Do Q" }],
    ["it is askew", { content: "q 595 9 -9 842 0 0 cm /Im0 Do Q" }],
    ["it is inverted", { entries: `${JPEG_ENTRIES} /Decode [1 0]` }],
    ["it is CMYK", { entries: JPEG_ENTRIES.replace("DeviceGray", "DeviceCMYK") }],
    ["it is packed twice", { entries: JPEG_ENTRIES.replace("/DCTDecode", "[/FlateDecode /DCTDecode]") }],
  ])("where %s", async (_, parts) => {
    expect(await scanOf(pdfOf(scanPage(parts)))).toBeNull();
  });

  it("where the file's cross-reference is broken", async () => {
    const text = Buffer.from(pdfOf(scanPage())).toString("latin1");
    const broken = Buffer.from(text.replace(/\d{10} 00000 n/u, "xxxxxxxxxx 00000 n"), "latin1");
    expect(await scanOf(new Uint8Array(broken))).toBeNull();
  });
});
