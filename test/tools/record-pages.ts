// Records what the engine reads on the scans of the fixtures, so that most tests need no engine: pages.json.
// Usage (Node >= 22.18, after `npm run build`): node test/tools/record-pages.ts [case…]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { readAllPages } from "../../dist/pipeline/document.js";
import { Pipeline } from "../../dist/pipeline/pipeline.js";
import { fixtureCases, fixtureFile } from "./print/fixtures.ts";

const OPTIONS = { source: "auto", correct: true, minConfidence: 0, words: [] } as const;

const chosen = process.argv.slice(2);
const pipeline = new Pipeline();
for (const name of chosen.length > 0 ? chosen : fixtureCases()) {
  if (!existsSync(fixtureFile(name, "scan.pdf"))) continue;
  const file = await pipeline.open("scan.pdf", readFileSync(fixtureFile(name, "scan.pdf")), OPTIONS);
  const document = await readAllPages(file);
  await file.close();
  writeFileSync(fixtureFile(name, "pages.json"), recordingOf(document));
  process.stderr.write(`${name}\n`);
}
await pipeline.close();

/** One line of the page a line of the file: readable in a diff. */
function recordingOf(document: Awaited<ReturnType<typeof readAllPages>>): string {
  const pages = document.pages.map(({ lines, ...page }) => {
    const head = JSON.stringify(page).slice(0, -1);
    return `${head},"lines":[\n${lines.map((line) => JSON.stringify(line)).join(",\n")}\n]}`;
  });
  const { pages: _pages, ...rest } = document;
  return `${JSON.stringify(rest).slice(0, -1)},"pages":[\n${pages.join(",\n")}\n]}\n`;
}
