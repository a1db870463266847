import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Memo, MemoRecord } from "../../../src/model/record.ts";
import { openEngine, Pipeline, readAllPages } from "../built.ts";
import { addCells, type CellCounts, cellF1, NO_CELLS, scoreCells } from "./score-cells.ts";

/**
 * Scores tables: `node test/tools/tables/score-tables.ts DIR memo.pdf [--only t01,t02] [--out FOLDER]` reads
 * `DIR/<id>/memo.pdf` of each letter and compares its cells with `truth.json`. Letters with wrong cells that are "ok" are
 * named. `--out` keeps the records. Needs a build.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, out: { type: "string" }, verbose: { type: "boolean", default: false } },
});
const [folder, file] = positionals;
if (folder === undefined || file === undefined) throw new Error("usage: score-tables.ts DIR FILE [--only IDS]");
const chosen = values.only?.split(",");
const names = (await readdir(folder))
  .sort()
  .filter((name) => chosen?.includes(name) ?? existsSync(join(folder, name, file)));
const pipeline = new Pipeline(openEngine);
const options = { source: "auto", engine: "tesseract.js", correct: true, minConfidence: 0, words: [] } as const;
let all = NO_CELLS;
const counts = { whole: 0, wrongOk: 0, wrongUnsaid: 0, ok: 0, uncertain: 0, missing: 0 };

for (const name of names) {
  const { memo } = JSON.parse(await readFile(join(folder, name, "truth.json"), "utf8")) as { memo: Memo };
  const record = await recordOf(join(folder, name, file)).catch(() => null);
  const [truth, read] = [textOf(memo), record === null ? "" : textOf(record.memo)];
  const cells: CellCounts = scoreCells(truth, read);
  all = addCells(all, cells);
  const isWhole = rowsOf(truth) === rowsOf(read);
  const isOk = record?.status === "ok";
  const isUncertain = record?.diagnostics.some(({ code }) => code === "table-uncertain") ?? false;
  counts.whole += Number(isWhole);
  counts.ok += Number(isOk);
  counts.uncertain += Number(isUncertain);
  counts.missing += Number(record === null);
  counts.wrongUnsaid += Number(!isUncertain && !isWhole);
  counts.wrongOk += Number(isOk && !isWhole);
  const notes = [
    isWhole ? "whole" : "",
    isOk ? "ok" : "",
    isUncertain ? "uncertain" : "",
    isOk && !isWhole ? "WRONG AND OK" : !isUncertain && !isWhole ? "WRONG UNSAID" : "",
  ];
  console.log(
    `${name} ${(100 * cellF1(cells)).toFixed(1)} ${cells.right}/${cells.wanted}/${cells.got} ${notes.filter((note) => note !== "").join(" ")}`,
  );
  if (values.verbose && !isWhole) console.log(`--- truth\n${rowsOf(truth)}\n--- read\n${read}\n---`);
  if (values.out !== undefined && record !== null) {
    await mkdir(values.out, { recursive: true });
    await writeFile(join(values.out, `${name}.json`), JSON.stringify(record, null, 2));
  }
}
await pipeline.close();
console.log(`cell F1 ${(100 * cellF1(all)).toFixed(2)} %, ${names.length} letters: ${JSON.stringify(counts)}`);

async function recordOf(path: string): Promise<MemoRecord | null> {
  const open = await pipeline.open(path, new Uint8Array(await readFile(path)), options);
  try {
    const [record] = await pipeline.understand(await readAllPages(open), options);
    return record ?? null;
  } finally {
    await open.close();
  }
}

function textOf(memo: Memo): string {
  return memo.items.map(({ response }) => response ?? "").join("\n\n");
}

function rowsOf(text: string): string {
  return text
    .split("\n")
    .filter((line) => line.includes("\t"))
    .map((line) => line.replace(/[ \u00a0]+/g, " "))
    .join("\n");
}
