import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp, { type Sharp } from "sharp";
import { afterAll, expect, it } from "vitest";
import type { Page } from "../../src/model/page.ts";
import type { TesseractEngine as Engine } from "../../src/ocr/tesseract.ts";
import type { openDocument as Open } from "../../src/pipeline/read-document.ts";
import { FIXTURES } from "./program.ts";

/** The built modules: the engine's thread runs compiled code only. */
const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const { TesseractEngine }: { TesseractEngine: typeof Engine } = await import(built("ocr/tesseract.js"));
const { openDocument }: { openDocument: typeof Open } = await import(built("pipeline/read-document.js"));

const shared = new TesseractEngine();
afterAll(() => shared.close());

const scanOf = (name: string): Uint8Array => readFileSync(`${FIXTURES}${name}/scan.pdf`);

/** What a scanner would make of it. */
const pictureOf = (picture: Sharp): Promise<Buffer> => picture.withMetadata({ density: 300 }).png().toBuffer();

const textOf = (page: Page): string => page.lines.map((line) => line.text).join("\n");

async function readWith(engine: Pick<Engine, "recognise">, bytes: Uint8Array): Promise<Page> {
  const document = await openDocument(bytes, { source: "auto" });
  try {
    const [page] = (await document.readPage(1, engine)).pages;
    if (page === undefined) throw new RangeError("There is no page.");
    return page;
  } finally {
    await document.close();
  }
}

it("reads a page the same, whatever it read before", async () => {
  const engine = shared;
  const first = await readWith(engine, scanOf("einzelner-punkt"));
  await readWith(engine, scanOf("vertrauliche-anfrage"));
  const again = await readWith(engine, scanOf("einzelner-punkt"));
  expect(again).toEqual(first);
  expect(first.lines.length).toBeGreaterThan(5);
});

it("gives up a page that takes too long, and starts anew", async () => {
  const engine = new TesseractEngine({ pageTimeout: 1 });
  await expect(readWith(engine, scanOf("einzelner-punkt"))).rejects.toMatchObject({ code: "ocr-failed" });
  await engine.close();
});

it("reads a page the same with two threads as with one", async () => {
  const [one, two] = [1, 2].map((threads) => ({
    recognise: (pictures: Parameters<Engine["recognise"]>[0]) => shared.recognise(pictures, threads),
  }));
  const bytes = scanOf("einzelner-punkt");
  expect(await readWith(two ?? shared, bytes)).toEqual(await readWith(one ?? shared, bytes));
});

it.each([90, 180, 270])("reads a page that lies turned by %i degrees", async (degrees) => {
  const document = await openDocument(scanOf("einzelner-punkt"), { source: "auto" });
  const scan = await document.picture(1);
  await document.close();
  if (scan === null) throw new Error("A scan has a picture.");
  const { width, height, data } = scan.image;
  const raw = sharp(data, { raw: { width, height, channels: 1 } }).toColourspace("b-w");
  const page = await readWith(shared, await pictureOf(raw.rotate(degrees)));
  expect(textOf(page)).toContain("Sehr geehrte");
  expect(Math.round((page.turn?.degrees ?? 0) / 90)).toBe(degrees / 90);
});

it.each([
  ["blank", 2480, 3508],
  ["tiny", 3, 2],
  ["a strip", 2480, 12],
])("finds nothing on a page that is %s", async (_, width, height) => {
  const white = sharp({ create: { width, height, channels: 3, background: "white" } });
  expect((await readWith(shared, await pictureOf(white))).lines).toEqual([]);
});
