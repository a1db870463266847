import { readFile } from "node:fs/promises";
import { CELL_END, ROW_END } from "../../../src/model/page.ts";
import { openEngine } from "../../../src/ocr/open-engine.ts";
import { readAllPages } from "../../../src/pipeline/document.ts";
import { Pipeline } from "../../../src/pipeline/pipeline.ts";

const pipeline = new Pipeline(openEngine);
for (const path of process.argv.slice(2)) {
  const open = await pipeline.open(path, new Uint8Array(await readFile(path)), {
    source: "auto",
    engine: "tesseract.js",
    correct: true,
    minConfidence: 0,
    words: [],
  } as const);
  for (const page of (await readAllPages(open)).pages)
    for (const line of page.lines)
      console.log(
        line.table ? (line.table.isUncertain ? "?" : "T") : " ",
        line.text.replaceAll("\t", " || ").replaceAll(CELL_END, " | ").replaceAll(ROW_END, "\nT "),
      );
}
await pipeline.close();
