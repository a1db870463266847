/**
 * Reads printed and scanned letters once, for the fit: node record-scans.ts DIR OUT
 * DIR/<id>/ holds truth.json and any of print.pdf, scan-s1.pdf, scan-s2.pdf, scan-s3.pdf.
 * Writes OUT/<id>-<print|s1|s2|s3>.json: the pages as the pipeline reads them, and the truth.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Document = typeof import("../../../src/pipeline/document.ts");
type EngineModule = typeof import("../../../src/ocr/open-engine.ts");
type PipelineModule = typeof import("../../../src/pipeline/pipeline.ts");

// The engine's threads need the built program.
const built = (path: string): string => new URL(`../../../dist/${path}`, import.meta.url).href;
const { readAllPages } = (await import(built("pipeline/document.js"))) as Document;
const { openEngine } = (await import(built("ocr/open-engine.js"))) as EngineModule;
const { Pipeline } = (await import(built("pipeline/pipeline.js"))) as PipelineModule;

const KINDS = [
  ["print", "print.pdf"],
  ["s1", "scan-s1.pdf"],
  ["s2", "scan-s2.pdf"],
  ["s3", "scan-s3.pdf"],
] as const;

const [folder, out] = process.argv.slice(2);
if (folder === undefined || out === undefined) throw new Error("node record-scans.ts DIR OUT");
mkdirSync(out, { recursive: true });
const pipeline = new Pipeline(openEngine);
const options = { source: "auto", correct: true, minConfidence: 0.5, words: [] } as const;
for (const id of readdirSync(folder)) {
  for (const [kind, name] of KINDS) {
    const scan = join(folder, id, name);
    const target = join(out, `${id}-${kind}.json`);
    if (!existsSync(scan) || existsSync(target)) continue;
    const file = await pipeline.open(`${id}.pdf`, readFileSync(scan), options);
    const { pages } = await readAllPages(file);
    await file.close();
    const truth: unknown = JSON.parse(readFileSync(join(folder, id, "truth.json"), "utf8"));
    writeFileSync(target, JSON.stringify({ pages, truth }));
  }
}
await pipeline.close();
