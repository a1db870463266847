import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import type { EmbeddedFiles } from "../../src/pdf/embedded-files.ts";
import { openPdf } from "../../src/pdf/open-pdf.ts";
import { type Attached, FREE, fileObjects, withAttached, withPinned } from "./attached.ts";
import { packedPdfOf, pageObjects, pdfOf } from "./build-pdf.ts";

const PDF = "%PDF-1.4 und weiter";

async function filesIn(
  bytes: Uint8Array,
  passwords: string[] = [],
): Promise<Record<"document" | "page", EmbeddedFiles>> {
  const pdf = await openPdf(bytes, { passwords });
  try {
    return { document: await pdf.embeddedFiles(), page: await (await pdf.page(1)).embeddedFiles() };
  } finally {
    await pdf.close();
  }
}

const told = ({ files }: EmbeddedFiles): [string, string | null][] =>
  files.map(({ name, head }) => [name, head === null ? null : Buffer.from(head).toString("latin1")]);

const NONE: EmbeddedFiles = { files: [], more: 0 };

const FILES: readonly Attached[] = [
  { name: "(brief \\(neu\\).pdf)", bytes: PDF },
  { name: "<feff00dc006200650072002e0074007800740000>", bytes: deflateSync("Text"), entries: "/Filter /FlateDecode" },
  { name: "(alt.bin)", bytes: "vielfach", entries: "/Filter /LZWDecode" },
];

const FOUND = [
  ["brief (neu).pdf", PDF],
  ["Über.txt\0", "Text"],
  ["alt.bin", null],
];

function written(options: PDFKit.PDFDocumentOptions): Promise<Uint8Array> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
  document.file(Buffer.from(PDF), { name: "anlage.pdf" });
  document.text("Deckblatt").end();
  return done;
}

function withoutTable(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  return new Uint8Array(Buffer.from(text.replace(/startxref\n\d+/u, "startxref\n7"), "latin1"));
}

describe("the files within a PDF", () => {
  it("are none in most", async () => {
    expect(await filesIn(pdfOf(pageObjects({ content: "" })))).toEqual({ document: NONE, page: NONE });
  });

  it.each([
    ["", pdfOf],
    [", its objects packed", packedPdfOf],
  ])("are those in the document's tree of names%s", async (_, build) => {
    const { document, page } = await filesIn(build(withAttached("", FILES)));
    expect(told(document)).toEqual(FOUND);
    expect(document.more).toBe(0);
    expect(page).toEqual(NONE);
  });

  it("are those that marks on a page hold", async () => {
    const { document, page } = await filesIn(pdfOf(withPinned("", FILES)));
    expect(told(page)).toEqual(FOUND);
    expect(document).toEqual(NONE);
  });

  it.each([
    ["by a program", {}],
    ["with a password", { userPassword: "geheim" }],
  ])("are found in a PDF written %s", async (_, options) => {
    const { document } = await filesIn(await written(options), ["geheim"]);
    expect(told(document)).toEqual([["anlage.pdf", PDF]]);
  });

  it.each([
    ["the document", "document", withAttached],
    ["a page", "page", withPinned],
  ] as const)("are found in %s where the PDF's own table is broken", async (_, place, build) => {
    const bytes = withoutTable(pdfOf(build("", FILES.slice(0, 1))));
    expect(told((await filesIn(bytes))[place])).toEqual([["brief (neu).pdf", PDF]]);
  });

  it("are one of which nothing is known where nobody can list them", async () => {
    const [, ...page] = pageObjects({ content: "" });
    const names = `<< /EmbeddedFiles << /Kids [${FREE} 0 R ${FREE} 0 R] >> >>`;
    const catalogue = `<< /Type /Catalog /Pages 2 0 R /Names ${names} >>`;
    const { document } = await filesIn(withoutTable(pdfOf([catalogue, ...page, "<< /Names [] >>"])));
    expect(told(document)).toEqual([["", null]]);
  });

  it("are read from a tree of several nodes, one that leads back to itself included", async () => {
    const [, ...page] = pageObjects({ content: "" });
    const objects = [
      `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles ${FREE + 2} 0 R >> >>`,
      ...page,
      ...fileObjects(FILES.slice(0, 1), FREE),
      `<< /Kids [${FREE + 2} 0 R ${FREE + 3} 0 R << /Names [(b) ${FREE} 0 R] >>] >>`,
      `<< /Names [(a) ${FREE} 0 R (c) << /F (anderswo.pdf) >>] >>`,
    ];
    const { document } = await filesIn(pdfOf(objects));
    expect(document.files.map(({ name }) => name)).toEqual(["brief (neu).pdf", "brief (neu).pdf"]);
  });

  it("are counted, not looked into, where they are thousands", async () => {
    const names = Array.from({ length: 5000 }, (_, index) => `(${index}) ${FREE} 0 R`).join(" ");
    const [, ...page] = pageObjects({ content: "" });
    const catalogue = `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> >>`;
    const { document } = await filesIn(packedPdfOf([catalogue, ...page, ...fileObjects(FILES.slice(0, 1), FREE)]));
    expect(document.files).toHaveLength(100);
    expect(document.more).toBe(4900);
  });

  it("are not unpacked further than their first bytes", async () => {
    const bomb = {
      name: "(bombe.pdf)",
      bytes: deflateSync(Buffer.alloc(300_000_000)),
      entries: "/Filter /FlateDecode",
    };
    const bytes = pdfOf(withAttached("", [bomb]));
    const before = process.memoryUsage.rss();
    const { document } = await filesIn(bytes);
    expect(document.files[0]?.head).toEqual(Buffer.alloc(1024));
    expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
  });
});
