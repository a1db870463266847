import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Page } from "../../src/model/page.ts";
import type { TesseractEngine as Engine } from "../../src/ocr/tesseract.ts";
import type { openDocument as Open } from "../../src/pipeline/read-document.ts";
import { FIXTURES } from "./program.ts";

/** The built modules: the engine's thread runs compiled code only. */
const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const { TesseractEngine }: { TesseractEngine: typeof Engine } = await import(built("ocr/tesseract.js"));
const { openDocument }: { openDocument: typeof Open } = await import(built("pipeline/read-document.js"));

async function readWith(engine: Engine, name: string): Promise<Page> {
  const document = await openDocument(readFileSync(`${FIXTURES}${name}/scan.pdf`), { source: "auto" });
  try {
    return (await document.readPage(1, engine)).page;
  } finally {
    await document.close();
  }
}

it("reads a page the same, whatever it read before", async () => {
  const engine = new TesseractEngine();
  const first = await readWith(engine, "einzelner-punkt");
  await readWith(engine, "vertrauliche-anfrage");
  const again = await readWith(engine, "einzelner-punkt");
  await engine.close();
  expect(again).toEqual(first);
  expect(first.lines.length).toBeGreaterThan(5);
});

it("gives up a page that takes too long, and starts anew", async () => {
  const engine = new TesseractEngine({ pageTimeout: 1 });
  await expect(readWith(engine, "einzelner-punkt")).rejects.toMatchObject({ code: "ocr-failed" });
  await engine.close();
});
