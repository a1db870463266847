import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { findLanguageData } from "../../src/ocr/language-data.ts";

/** A file of models as Tesseract combines them, the LSTM one at a place; negative for none. */
function models(lstmAt: bigint): Buffer {
  const file = Buffer.alloc(1000, 0);
  file.writeInt32LE(24, 0);
  file.writeBigInt64LE(lstmAt, 4 + 8 * 17);
  return file;
}

function folderWith(name: string, content: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "tessdata-"));
  writeFileSync(join(folder, name), content);
  return folder;
}

describe("findLanguageData", () => {
  it("finds what npm installed", async () => {
    expect(await findLanguageData()).toMatchObject({ gzip: true });
  });

  it("finds a model as it is, and packed", async () => {
    const plain = folderWith("deu.traineddata", models(500n));
    expect(await findLanguageData(plain)).toEqual({ folder: plain, gzip: false });
    const packed = folderWith("deu.traineddata.gz", gzipSync(models(500n)));
    expect(await findLanguageData(packed)).toEqual({ folder: packed, gzip: true });
  });

  it.each([
    ["another language's only", "eng.traineddata", models(500n)],
    ["nothing in it", "deu.traineddata", Buffer.alloc(0)],
    ["no LSTM model in it", "deu.traineddata", models(-1n)],
    ["a model cut off", "deu.traineddata", models(5000n)],
    ["something else", "deu.traineddata", Buffer.from("no model".repeat(50))],
    ["something else, as if packed", "deu.traineddata.gz", Buffer.from("not packed")],
  ])("tells a folder with %s", async (_, name, content) => {
    await expect(findLanguageData(folderWith(name, content))).rejects.toMatchObject({ code: "language-data-missing" });
  });
});
