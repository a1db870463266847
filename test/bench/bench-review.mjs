import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { median, PROGRAM } from "./measure.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** Records whose originals are there, so that their pages can be shown: scans, and one born digital. */
const SHOWN = ["zwei-beschluesse/scan.pdf", "solidaritaetspartnerschaft/scan.pdf", "in-vertretung/memo.pdf"];

const SEARCHES = ["", "Beschluss", "stadtteilbibliotheken wochenstunden", "Chmelnyzkyj", "nirgends zu finden"];

/** The desk over an archive of so many records: how long list, search and a page's picture take. */
export async function benchReview({ count = 10_000, runs = 5, table }) {
  const root = mkdtempSync(join(tmpdir(), "bench-review-"));
  try {
    const keys = fillArchive(root, count);
    const begun = performance.now();
    const child = spawn(process.execPath, [PROGRAM, "review", root, "--no-open"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = await once(child.stdout.setEncoding("utf8"), "data");
    const startSeconds = (performance.now() - begun) / 1000;
    const figures = await measured(line.trim(), keys, runs);
    child.kill("SIGINT");
    await once(child, "exit");
    return reported({ records: count, startSeconds, ...figures }, table);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measured(url, keys, runs) {
  const lists = [];
  for (let run = 0; run < runs; run++) {
    for (const text of SEARCHES) lists.push(await timed(`${url}api/records?q=${encodeURIComponent(text)}`));
  }
  const firstPages = [];
  for (const key of keys) firstPages.push(await timed(`${url}api/records/${key}/pages/1`));
  const pagesAgain = [];
  for (const key of keys) pagesAgain.push(await timed(`${url}api/records/${key}/pages/1`));
  return {
    listMedianMs: median(lists),
    listWorstMs: Math.max(...lists),
    firstPageEverMs: firstPages[0],
    pageMedianMs: median(firstPages.slice(1)),
    pageWorstMs: Math.max(...firstPages.slice(1)),
    pageAgainMs: median(pagesAgain),
  };
}

async function timed(url) {
  const begun = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} gave ${response.status}.`);
  return performance.now() - begun;
}

/** An archive as `batch` writes it; all records but a few are copies of the fixtures' under invented hashes. */
function fillArchive(root, count) {
  const known = SHOWN.map((name) => {
    const [record] = JSON.parse(readFileSync(`${FIXTURES}${name}.expected.json`, "utf8"));
    const file = readFileSync(`${FIXTURES}${name}`);
    const sha256 = createHash("sha256").update(file).digest("hex");
    const path = join(root, `${sha256}.pdf`);
    writeFileSync(path, file);
    return { path, record: { ...record, source: { ...record.source, sha256 } } };
  });
  for (const { path, record } of known) {
    const { sha256, bytes } = record.source;
    const source = { sha256, bytes, names: [path], pipelineVersion: "bench", outcome: { records: 1 } };
    write(root, "sources", sha256, source);
    write(root, "records", sha256, record);
  }
  for (let index = known.length; index < count; index++) {
    const { record } = known[index % known.length];
    const sha256 = createHash("sha256").update(String(index)).digest("hex");
    const memo = { ...record.memo, fileReference: `(GB ${index % 8}) ${index}` };
    write(root, "records", sha256, { ...record, memo, source: { ...record.source, sha256 } });
  }
  return known.map(({ record }) => record.source.sha256);
}

function write(root, room, sha256, value) {
  const folder = join(root, room, sha256.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${sha256}.json`), `${JSON.stringify(value, null, 2)}\n`);
}

function reported(figures, table) {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]),
  );
  if (table) {
    const rows = Object.entries(rounded).map(([name, value]) => `${name.padEnd(18)}${value}\n`);
    process.stderr.write(rows.join(""));
  }
  return rounded;
}
