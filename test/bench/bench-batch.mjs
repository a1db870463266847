import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { PROGRAM } from "./measure.mjs";
import { measureTree } from "./process-tree.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

const JOBS = "2";

/** Memory is told for so many parts of a run, one after the other. */
const PARTS = 10;

/**
 * An archive's import: born-digital files alone, for their speed; the same and scans in one run, for what it holds in
 * memory; scans by `batch` and by `parse`, for what the archive costs beside the reading.
 */
export async function benchBatch({ count = 2000, scans = 30, table }) {
  const folder = mkdtempSync(join(tmpdir(), "bench-batch-"));
  try {
    const letters = copies(join(folder, "letters"), "memo.pdf", count);
    const pages = copies(join(folder, "scans"), "scan.pdf", scans);
    const archive = (name) => join(folder, name);
    const start = await batch([letters.files[0]], archive("start"));
    const bornDigital = await batch([letters.folder], archive("born-digital"));
    const again = await batch([letters.folder], archive("born-digital"));
    const mixed = await batch([letters.folder, pages.folder], archive("mixed"));
    const batched = await batch([pages.folder], archive("scanned"));
    const parsed = await ran(["parse", "--jobs", JOBS, "--out", archive("parsed"), ...pages.files]);
    const figures = {
      files: count,
      scans,
      startSeconds: rounded(start.seconds),
      filesPerSecond: rounded(count / (bornDigital.seconds - start.seconds)),
      filesPassedOverPerSecond: rounded(count / again.seconds),
      peakMib: Math.round(mixed.peakMib),
      peakMibByTenth: byTenth(mixed.memory),
      scansBatchToParse: rounded(batched.seconds / parsed.seconds),
    };
    if (table) process.stderr.write(tableOf(figures));
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function batch(inputs, out) {
  return ran(["batch", "--jobs", JOBS, "--out", out, ...inputs]);
}

/** 3: one of the fixtures is no such letter, and a failure. */
function ran(args) {
  return measureTree(process.execPath, [PROGRAM, ...args], { expectedCodes: [0, 3] });
}

/** The fixtures' files of a name over and over, each a content of its own: what follows a PDF's end is not read. */
function copies(folder, name, count) {
  const originals = readdirSync(FIXTURES)
    .map((fixture) => join(FIXTURES, fixture, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file));
  mkdirSync(folder);
  const files = Array.from({ length: count }, (_, index) => {
    const path = join(folder, `${String(index).padStart(6, "0")}.pdf`);
    writeFileSync(path, Buffer.concat([originals[index % originals.length], Buffer.from(`%${index}\n`)]));
    return path;
  });
  return { folder, files };
}

function byTenth(looks) {
  const part = Math.ceil(looks.length / PARTS);
  return Array.from({ length: PARTS }, (_, index) =>
    Math.round(Math.max(0, ...looks.slice(index * part, (index + 1) * part))),
  );
}

function tableOf(figures) {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(26)}${Array.isArray(value) ? value.join(" ") : value}\n`)
    .join("");
}

function rounded(value) {
  return Math.round(value * 1000) / 1000;
}
