import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import { openEngine } from "../../dist/ocr/open-engine.js";
import { Pipeline } from "../../dist/pipeline/pipeline.js";
import { WorkerPool } from "../../dist/workers/worker-pool.js";
import { median } from "./measure.mjs";
import {
  isInstalled,
  nativeDataFolder,
  npmModelForNative,
  runNative,
  runOcrmypdf,
  runOurs,
} from "./ocr-contenders.mjs";
import { scansIn } from "./scans.mjs";
import { scoreText, totalOf } from "./text-score.mjs";

/** Native Tesseract is measured against; without it this program stands alone. */
const NATIVE = nativeDataFolder();

/**
 * Reading of scans, this program beside native Tesseract and OCRmyPDF, on the same pages with the same model:
 * each once cold per round, one after the other, so that ratios hold on a machine with other work too.
 * This program's time is that of `parse`: it holds repair and structure as well, while the others give plain text.
 * @param options `pages` folder of scans with their prints; `letters` at most of each kind; `runs` rounds;
 *   `tessdata` folder with a second model
 */
export async function benchOcr({ pages, letters, runs = 3, tessdata, table }) {
  const scans = await scansIn(pages, letters);
  if (scans.length === 0) throw new Error("There are no scans with their prints in this folder.");
  const models = [["best_int", null, NATIVE === null ? null : npmModelForNative(NATIVE)]];
  const fast = tessdata ?? NATIVE;
  if (fast !== null) models.push(["fast", fast, NATIVE === null ? null : fast]);
  const figures = { pages: pageCountOf(scans), cores: availableParallelism(), models: {} };
  for (const [name, ours, native] of models) {
    figures.models[name] = await benchModel(scans, runs, ours, native);
    if (table) process.stderr.write(tableOf(name, figures.models[name]));
  }
  return figures;
}

async function benchModel(scans, rounds, ourData, nativeData) {
  const files = scans.map((scan) => scan.file);
  const contenders = { hausmitteilung: () => runOurs(files, ourData) };
  if (nativeData !== null && isInstalled("pdfimages")) contenders.tesseract = () => runNative(files, nativeData);
  if (nativeData !== null && isInstalled("ocrmypdf")) contenders.ocrmypdf = () => runOcrmypdf(files, nativeData);
  const runs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) runs[name].push(await run());
  }
  const texts = { hausmitteilung: await ourTexts(scans, ourData) };
  for (const name of Object.keys(contenders)) texts[name] ??= runs[name][0].texts;
  const results = Object.fromEntries(
    Object.keys(contenders).map((name) => [
      name,
      { ...costOf(runs[name], scans), text: textScores(scans, texts[name]) },
    ]),
  );
  return { ...results, timeRatios: timeRatios(runs), onePage: await benchOnePage(scans, rounds, ourData) };
}

function costOf(runs, scans) {
  const count = pageCountOf(scans);
  return {
    pagesPerMinute: rounded((60 * count) / median(runs.map((run) => run.seconds)), 1),
    cpuSecondsPerPage: rounded(median(runs.map((run) => run.cpuSeconds)) / count, 2),
    peakMib: Math.round(Math.max(...runs.map((run) => run.peakMib))),
  };
}

/** How many times as long the others take, round by round. */
function timeRatios({ hausmitteilung, ...others }) {
  const ratio = (runs) => rounded(median(runs.map((run, round) => run.seconds / hausmitteilung[round].seconds)), 2);
  return Object.fromEntries(Object.entries(others).map(([name, runs]) => [name, ratio(runs)]));
}

/** One page alone, two threads against one: the whole run of a program just started, and the reading of a warm one. */
async function benchOnePage(scans, rounds, ourData) {
  const single = scans.find((scan) => scan.truth.length === 1);
  if (single === undefined) return null;
  const runs = { cold: [], warm: [] };
  const reader = await warmReader(single.file, ourData);
  try {
    for (let round = 0; round < rounds; round++) {
      const cold = async (jobs) => (await runOurs([single.file], ourData, jobs)).seconds;
      runs.cold.push({ two: await cold(2), one: await cold(1) });
      runs.warm.push({ two: await reader.secondsWith(2), one: await reader.secondsWith(1) });
    }
  } finally {
    await reader.close();
  }
  return Object.fromEntries(Object.entries(runs).map(([name, pairs]) => [name, pairFigures(pairs)]));
}

async function warmReader(file, tessdata) {
  const pipeline = new Pipeline(openEngine);
  const document = await pipeline.open(file, readFileSync(file), readOptions(tessdata));
  const secondsWith = async (threads) => {
    const begun = performance.now();
    await document.readPage(1, threads);
    return (performance.now() - begun) / 1000;
  };
  await secondsWith(2);
  const close = async () => {
    await document.close();
    await pipeline.close();
  };
  return { secondsWith, close };
}

function pairFigures(pairs) {
  const middle = (values) => rounded(median(values), 2);
  return {
    seconds: middle(pairs.map(({ two }) => two)),
    secondsWithOneThread: middle(pairs.map(({ one }) => one)),
    ratio: middle(pairs.map(({ two, one }) => two / one)),
  };
}

function readOptions(tessdata) {
  return { source: "ocr", correct: true, minConfidence: 0, words: [], ...(tessdata !== null && { tessdata }) };
}

/** What this program reads on each page, before any repair. */
async function ourTexts(scans, tessdata) {
  const options = readOptions(tessdata);
  const pool = new WorkerPool({ jobs: availableParallelism() });
  const silent = { onProgress() {}, onChatter() {}, onRetry() {} };
  const read = ({ file, truth }) => {
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    return truth.map((_, index) =>
      pool.run("readPage", { path: file, name: file, options, sha256, page: index + 1 }, silent),
    );
  };
  try {
    const readings = await Promise.all(scans.flatMap(read));
    return readings.map(({ page }) => page.lines.map((line) => line.text).join("\n"));
  } finally {
    await pool.close();
  }
}

function textScores(scans, texts) {
  const scored = scans
    .flatMap(({ kind, truth }) => truth.map((page) => ({ kind, page })))
    .map(({ kind, page }, index) => ({ kind, score: scoreText(page, texts[index] ?? "") }));
  const kinds = [...new Set(scored.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const total = totalOf(scored.filter((page) => page.kind === kind).map((page) => page.score));
      return [kind, { cer: percent(total.cer), wer: percent(total.wer), strayLetters: rounded(total.strayPerPage, 1) }];
    }),
  );
}

function tableOf(model, { timeRatios: ratios, onePage, ...contenders }) {
  const kinds = Object.keys(contenders.hausmitteilung.text);
  const header = [
    "pages/min",
    "CPU s/page",
    "peak MiB",
    ...kinds.flatMap((kind) => [`CER ${kind}`, "WER", "stray"]),
    "time ×",
  ];
  const rows = Object.entries(contenders).map(([name, figures]) => [
    name,
    figures.pagesPerMinute,
    figures.cpuSecondsPerPage,
    figures.peakMib,
    ...kinds.flatMap((kind) => Object.values(figures.text[kind])),
    ratios[name] ?? 1,
  ]);
  const line = ([name, ...cells]) => `${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(11)).join("")}\n`;
  const alone =
    onePage === null
      ? ""
      : `one page alone, two threads / one: ${onePage.cold.ratio} from a cold start, ${onePage.warm.ratio} warm\n`;
  return `${[[model, ...header], ...rows].map(line).join("")}${alone}\n`;
}

function pageCountOf(scans) {
  return scans.reduce((sum, scan) => sum + scan.truth.length, 0);
}

function percent(share) {
  return rounded(100 * share, 2);
}

function rounded(value, digits) {
  return Number(value.toFixed(digits));
}
