import { expect, it } from "vitest";
import { TesseractEngine } from "../../src/ocr/tesseract.ts";

it("says that language data is missing, where tesseract.js would wait for ever", async () => {
  const engine = new TesseractEngine({ dataFolder: import.meta.dirname });
  const image = { width: 1, height: 1, data: new Uint8Array(1) };
  await expect(engine.recognise([{ image, dpi: 200, shows: "page", page: 1 }])).rejects.toMatchObject({
    code: "language-data-missing",
  });
  await engine.close();
});
