import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { OPERATORS } from "../../src/pdf/operators.ts";

it("knows pdf.js's operators by their codes", async () => {
  const require = createRequire(import.meta.url);
  const fromPdfParse = createRequire(require.resolve("pdf-parse"));
  const { OPS } = await import(fromPdfParse.resolve("pdfjs-dist/legacy/build/pdf.mjs"));
  expect(OPS).toMatchObject(OPERATORS);
});
