import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { median, PROGRAM } from "./measure.mjs";
import { runOurs } from "./ocr-contenders.mjs";
import { printedTextOf } from "./page-text.mjs";
import { measureTree } from "./process-tree.mjs";
import { scansIn } from "./scans.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** Memory is told for so many parts of a run, one after the other. */
const PARTS = 10;

/** A worker's first files are slow: JavaScript is compiled as it is used. */
const BORN_DIGITAL_PAGES = 1000;

/** Scans in one run, for what it holds in memory and whether that grows; then born-digital files, for their speed. */
export async function benchManyPages({ pages, count = 200, runs = 3, tessdata, table }) {
  const scanned = await measureScans(await scansIn(pages), count, tessdata ?? null);
  const bornDigital = await measureBornDigital(BORN_DIGITAL_PAGES, runs);
  const figures = { cores: availableParallelism(), scanned, bornDigital };
  if (table) process.stderr.write(tableOf(figures));
  return figures;
}

async function measureScans(scans, count, tessdata) {
  const files = repeated(
    scans.map(({ file, truth }) => ({ file, pages: truth.length })),
    count,
  );
  const { peakMib, memory, seconds } = await runOurs(
    files.map(({ file }) => file),
    tessdata,
  );
  const part = Math.ceil(memory.length / PARTS);
  const peaks = Array.from({ length: PARTS }, (_, index) => memory.slice(index * part, (index + 1) * part));
  return {
    pages: pageSum(files),
    pagesPerMinute: Math.round((60 * pageSum(files)) / seconds),
    peakMib: Math.round(peakMib),
    peakMibByTenth: peaks.map((looks) => Math.round(Math.max(0, ...looks))),
  };
}

async function measureBornDigital(count, runs) {
  const letters = readdirSync(FIXTURES)
    .map((name) => `${FIXTURES}${name}/memo.pdf`)
    .filter((file) => existsSync(file));
  const known = [];
  for (const file of letters) known.push({ file, pages: (await printedTextOf(readFileSync(file))).length });
  const files = repeated(known, count);
  const [starts, wholes] = [[], []];
  for (let run = 0; run < runs; run++) {
    // As many files as there are workers, so that each has started.
    starts.push((await parseLayers(files.slice(0, availableParallelism()))).seconds);
    wholes.push((await parseLayers(files)).seconds);
  }
  const pages = pageSum(files) - pageSum(files.slice(0, availableParallelism()));
  const seconds = median(wholes.map((whole, run) => whole - starts[run]));
  return { pages, startSeconds: Number(median(starts).toFixed(2)), pagesPerSecond: Math.round(pages / seconds) };
}

function parseLayers(files) {
  const args = [PROGRAM, "parse", "--quiet", ...files.map(({ file }) => file)];
  return measureTree(process.execPath, args, { expectedCodes: [0, 3] });
}

/** The files over and over until there are so many pages. */
function repeated(files, count) {
  const taken = [];
  for (let pages = 0, index = 0; pages < count; index++) {
    const next = files[index % files.length];
    taken.push(next);
    pages += next.pages;
  }
  return taken;
}

function pageSum(files) {
  return files.reduce((sum, { pages }) => sum + pages, 0);
}

function tableOf({ scanned, bornDigital }) {
  return [
    `scans           ${scanned.pages} pages, ${scanned.pagesPerMinute} a minute, peak ${scanned.peakMib} MiB`,
    `peak by tenth   ${scanned.peakMibByTenth.join(" ")}`,
    `born-digital    ${bornDigital.pages} pages, ${bornDigital.pagesPerSecond} a second after ${bornDigital.startSeconds} s`,
    "",
  ].join("\n");
}
