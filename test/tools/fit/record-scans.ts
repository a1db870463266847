/**
 * Reads printed and scanned letters once, for the fit: node record-scans.ts DIR OUT
 * DIR/<id>/ holds truth.json and any of print.pdf, scan-s1.pdf, scan-s2.pdf, scan-s3.pdf.
 * Writes OUT/<id>-<print|s1|s2|s3>.json: the pages as the pipeline reads them, and the truth.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEngine, Pipeline, readAllPages } from "../built.ts";

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
