import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isModest } from "../../src/pipeline/memory-need.ts";
import { pageObjects, pdfOf } from "../pdf/build-pdf.ts";

const GREY = "/ColorSpace /DeviceGray /BitsPerComponent 8";

describe("what a file declares", () => {
  it.each(["memo.pdf", "scan.pdf"])("is modest for a letter of A4: %s", (name) => {
    expect(isModest(readFileSync(new URL(`../../fixtures/einzelner-punkt/${name}`, import.meta.url)))).toBe(true);
  });

  it.each([
    ["a large picture", { content: "", picture: [`/Width 9000 /Height 9000 ${GREY}`, Buffer.alloc(1)] as const }],
    ["a large page", { content: "", page: "/MediaBox [0 0 2384 3370]" }],
    ["a page whose size stands elsewhere", { content: "", page: "/MediaBox [0 0 9 0 R 10 0 R]" }],
  ])("is not for %s", (_what, page) => {
    expect(isModest(pdfOf(pageObjects(page)))).toBe(false);
  });

  it("is not where objects are packed, for a large file, or for no PDF", () => {
    expect(isModest(Buffer.from("%PDF-1.7\n<< /Type /ObjStm >>"))).toBe(false);
    expect(isModest(Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5 * 1024 ** 2)]))).toBe(false);
    expect(isModest(Buffer.from("Sehr geehrte Damen und Herren"))).toBe(false);
  });
});
