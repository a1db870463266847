import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import type { FailureCode } from "../../src/model/failure.ts";
import { limitsOf } from "../../src/model/limits.ts";
import { openPdf } from "../../src/pdf/open-pdf.ts";
import { PAINT_PICTURE, pageObjects, pdfOf } from "./build-pdf.ts";

const GREY = "/ColorSpace /DeviceGray /BitsPerComponent 8";

const failure = (code: FailureCode) => expect.objectContaining({ name: "MemoError", code });

function encrypted(): Promise<Uint8Array> {
  const document = new PDFDocument({ userPassword: "geheim" });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
  document.text("vertraulich").end();
  return done;
}

async function render(bytes: Uint8Array): Promise<unknown> {
  const pdf = await openPdf(bytes, { limits: limitsOf({ maxPages: 10, maxImage: 10 }) });
  try {
    return await (await pdf.page(1)).render();
  } finally {
    await pdf.close();
  }
}

describe("openPdf", () => {
  it("gives the visible text with its place, and leaves the bytes as they were", async () => {
    const content = "BT /F0 12 Tf 100 700 Td (Sehr geehrte Damen und Herren,) Tj ET";
    const bytes = pdfOf(pageObjects({ content }));
    const before = bytes.slice();
    const pdf = await openPdf(bytes);
    const page = await pdf.page(1);
    const { visibleText, hiddenText } = await page.content();
    await pdf.close();
    expect(page.size).toEqual({ width: 595, height: 842 });
    expect(visibleText.map((line) => line.text)).toEqual(["Sehr geehrte Damen und Herren,"]);
    expect(visibleText[0]?.box?.slice(0, 2)).toEqual([100, 133]);
    expect(hiddenText).toEqual([]);
    expect(bytes).toEqual(before);
  });

  it("knows a scanner's own text: without ink, or under the picture", async () => {
    const text = (mode: number, words: string) => `BT ${mode} Tr /F0 12 Tf 100 700 Td (${words}) Tj ET`;
    const content = `${text(0, "darunter")} ${PAINT_PICTURE} ${text(3, "ohne Farbe")} ${text(0, "Stempel")}`;
    const picture = [`/Width 4 /Height 4 ${GREY}`, Buffer.alloc(16, 128)] as const;
    const pdf = await openPdf(pdfOf(pageObjects({ content, picture })));
    const page = await (await pdf.page(1)).content();
    await pdf.close();
    expect(page.visibleText.map((line) => line.text)).toEqual(["Stempel"]);
    expect(page.hiddenText.map((line) => line.text).join(" ")).toContain("Farbe");
    expect(page.pictureShare).toBeCloseTo(1);
  });

  it("turns a page as it is displayed", async () => {
    const pdf = await openPdf(pdfOf(pageObjects({ content: "", page: "/Rotate 90" })));
    expect((await pdf.page(1)).size).toEqual({ width: 842, height: 595 });
    await pdf.close();
  });

  it("names what keeps a file from being read", async () => {
    await expect(openPdf(await encrypted())).rejects.toEqual(failure("pdf-encrypted"));
    await expect(openPdf(Buffer.from("%PDF-1.4\nnothing"))).rejects.toEqual(failure("pdf-invalid"));
    const twoPages = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
      "<< /Type /Page /Parent 2 0 R >>",
      "<< /Type /Page /Parent 2 0 R >>",
    ]);
    await expect(openPdf(twoPages, { limits: limitsOf({ maxPages: 1 }) })).rejects.toEqual(failure("page-limit"));
  });
});

describe("rendering", () => {
  it("paints in grey on white", async () => {
    const picture = [`/Width 1 /Height 1 ${GREY}`, Buffer.from([0])] as const;
    const content = "q 100 0 0 100 0 742 cm /Im0 Do Q";
    const result = (await render(pdfOf(pageObjects({ content, picture })))) as { image: { data: Uint8Array } };
    expect(result.image.data[0]).toBe(0);
    expect(result.image.data.at(-1)).toBe(255);
  });

  it("lets a page be blank that is", async () => {
    const white = [`/Width 1 /Height 1 ${GREY}`, Buffer.from([255])] as const;
    await expect(render(pdfOf(pageObjects({ content: PAINT_PICTURE, picture: white })))).resolves.toBeDefined();
    await expect(render(pdfOf(pageObjects({ content: "" })))).resolves.toBeDefined();
  });

  it("fails where a picture cannot be decoded", async () => {
    const broken = [`/Width 100 /Height 100 ${GREY} /Filter /JPXDecode`, Buffer.from("no such format")] as const;
    const bytes = pdfOf(pageObjects({ content: PAINT_PICTURE, picture: broken }));
    await expect(render(bytes)).rejects.toEqual(failure("page-blank-render"));
  });

  it("fails where a picture is dropped for its size", async () => {
    const entries = "/Width 20000 /Height 20000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode";
    const bytes = pdfOf(
      pageObjects({ content: PAINT_PICTURE, picture: [entries, deflateSync(Buffer.alloc(50_000_000))] }),
    );
    await expect(render(bytes)).rejects.toEqual(failure("page-too-large"));
  });

  it("scales a page down that would have more pixels than the limit", async () => {
    const pdf = await openPdf(pdfOf(pageObjects({ content: "" })), { limits: limitsOf({ maxRender: 1 }) });
    const { image, dpi, scaledDown } = await (await pdf.page(1)).render();
    await pdf.close();
    expect(image.width * image.height).toBeLessThanOrEqual(1_000_000);
    expect(image.width * image.height).toBeGreaterThan(990_000);
    expect([Math.round(dpi), scaledDown]).toEqual([102, true]);
  });

  it("fails where the page itself is too large", async () => {
    const bytes = pdfOf(pageObjects({ content: "", page: "/MediaBox [0 0 14401 595]" }));
    await expect(render(bytes)).rejects.toEqual(failure("page-too-large"));
  });
});
