import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OcrPicture } from "../../src/ocr/engine.ts";
import { NativeEngine } from "../../src/ocr/native-engine.ts";
import { openEngine } from "../../src/ocr/open-engine.ts";

const WHITE = { width: 4, height: 2, data: new Uint8Array(8).fill(255) };
const picture = (shows: OcrPicture["shows"], dpi: number): OcrPicture => ({ image: WHITE, dpi, shows, page: 7 });

/** A program named `tesseract`, alone on $PATH: a script of this Node.js. */
function installTesseract(script: string): void {
  const folder = mkdtempSync(join(tmpdir(), "path-"));
  const path = join(folder, "tesseract");
  writeFileSync(path, `#!${process.execPath}\n${script}`);
  chmodSync(path, 0o755);
  vi.stubEnv("PATH", folder);
}

/** Reads each picture as one word: its place, segmentation and resolution. */
const READS = `
const args = process.argv.slice(2);
const { readFileSync } = require("node:fs");
const of = (name) => args[args.indexOf(name) + 1];
if (args[0] === "--version") console.log("tesseract 5.3.0\\n leptonica-1.82.0");
else readFileSync(args[0], "utf8").trim().split("\\n").forEach((path, at) => {
  if (!readFileSync(path).subarray(0, 2).equals(Buffer.from("P5"))) process.exit(1);
  console.log([1, at + 1, 0, 0, 0, 0, 0, 0, 4, 2, -1, ""].join("\\t"));
  console.log([5, at + 1, 1, 1, 1, 1, 0, 0, 4, 2, 96.5, at + ":" + of("--psm") + ":" + of("--dpi")].join("\\t"));
});`;

const leftBehind = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("hausmitteilung-"));

beforeEach(() => {
  vi.stubEnv("TMPDIR", mkdtempSync(join(tmpdir(), "native-")));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the native engine", () => {
  it("names its version", async () => {
    installTesseract(READS);
    expect((await openEngine({ engine: "native" })).version).toBe("tesseract 5.3.0, leptonica-1.82.0");
  });

  it("reads pictures in their order, those of one kind together", async () => {
    installTesseract(READS);
    const engine = await NativeEngine.open(undefined);
    const pictures = [picture("page", 300), picture("line", 300), picture("page", 300), picture("page", 200)];
    for (const threads of [1, 2]) {
      const readings = await engine.recognise(pictures, threads);
      const texts = readings.map(({ lines }) => lines.map(({ text }) => text).join());
      expect(texts.map((text) => text.split(":").slice(1))).toEqual([
        ["4", "300"],
        ["7", "300"],
        ["4", "300"],
        ["4", "200"],
      ]);
    }
    expect(await engine.recognise([])).toEqual([]);
    await engine.close();
    expect(leftBehind()).toEqual([]);
  });

  it("fails on what the program twice fails on, and leaves nothing behind", async () => {
    installTesseract('if (process.argv[2] === "--version") console.log("tesseract 5.0.1"); else process.exit(1);');
    const engine = await NativeEngine.open(undefined);
    await expect(engine.recognise([picture("page", 300)])).rejects.toMatchObject({
      code: "ocr-failed",
      message: expect.stringContaining("page 7"),
    });
    await engine.close();
    expect(leftBehind()).toEqual([]);
  });

  it.each([
    ["is too old", 'console.log("tesseract 4.1.1\\n leptonica-1.79.0");'],
    ["is something else", 'console.log("sesame");'],
    ["does not run", "process.exit(3);"],
  ])("is refused where the program %s", async (_, script) => {
    installTesseract(script);
    await expect(openEngine({ engine: "native" })).rejects.toMatchObject({ code: "engine-missing" });
  });

  it("is refused where there is no program, with how to get one", async () => {
    vi.stubEnv("PATH", mkdtempSync(join(tmpdir(), "empty-")));
    await expect(openEngine({ engine: "native" })).rejects.toThrow(/Tesseract 5 or later.*apt-get.*there is none/u);
  });
});
