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

/** Records whose originals are there, so that their pages can be shown: these stand on top of the list, scan and print. */
const ON_TOP = ["zwei-beschluesse/scan.pdf", "zwei-beschluesse/memo.pdf", "einzelner-punkt/scan.pdf"];

/** These stand below. */
const BELOW = [
  "solidaritaetspartnerschaft/scan.pdf",
  "in-vertretung/memo.pdf",
  "alter-kopf/scan.pdf",
  "antworten-zu-nummern/memo.pdf",
  "vertrauliche-anfrage/scan.pdf",
  "einzelner-punkt/memo.pdf",
];

const SEARCHES = ["", "Beschluss", "stadtteilbibliotheken wochenstunden", "Chmelnyzkyj", "nirgends zu finden"];

/** The desk over an archive of so many records: how long list, search and a page's picture take. */
export async function benchReview({ count = 10_000, runs = 5, table }) {
  const root = mkdtempSync(join(tmpdir(), "bench-review-"));
  try {
    const keys = fillArchive(root, count);
    const begun = performance.now();
    const child = spawn(process.execPath, [PROGRAM, "review", root, "--no-open"], {
      env: { ...process.env, XDG_STATE_HOME: join(root, "state") },
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
  const pageOf = (key) => timed(`${url}api/records/${key}/pages/1`);
  const [top, ...below] = keys;
  const topPageAtOnceMs = await pageOf(top);
  const lists = [];
  for (let run = 0; run < runs; run++) {
    for (const text of SEARCHES) lists.push(await timed(`${url}api/records?q=${encodeURIComponent(text)}`));
  }
  const [firstPages, pagesAgain] = [[], []];
  for (const key of below) firstPages.push(await pageOf(key));
  for (const key of below) pagesAgain.push(await pageOf(key));
  return {
    listMedianMs: median(lists),
    listWorstMs: Math.max(...lists),
    topPageAtOnceMs,
    pageMedianMs: median(firstPages),
    pageWorstMs: Math.max(...firstPages),
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

/**
 * An archive as `batch` writes it; all records but a few are copies of the fixtures' under invented hashes.
 * @returns the hashes of the topmost record and of those below whose pages can be shown
 */
function fillArchive(root, count) {
  const onTop = ON_TOP.map((name) => known(root, name)).map(doubtful);
  const below = BELOW.map((name) => known(root, name));
  for (const record of [...onTop, ...below]) write(root, "records", record.source.sha256, record);
  for (let index = onTop.length + below.length; index < count; index++) {
    const record = below[index % below.length];
    const sha256 = createHash("sha256").update(String(index)).digest("hex");
    const memo = { ...record.memo, fileReference: `(GB ${index % 8}) ${index}` };
    write(root, "records", sha256, { ...record, memo, source: { ...record.source, sha256 } });
  }
  return [onTop[0], ...below].map(({ source }) => source.sha256);
}

/** A fixture's record; its file is put into the archive's folder. */
function known(root, name) {
  const [record] = JSON.parse(readFileSync(`${FIXTURES}${name}.expected.json`, "utf8"));
  const file = readFileSync(`${FIXTURES}${name}`);
  const sha256 = createHash("sha256").update(file).digest("hex");
  const path = join(root, `${sha256}.pdf`);
  writeFileSync(path, file);
  const source = { ...record.source, sha256 };
  const outcome = { records: 1 };
  write(root, "sources", sha256, { sha256, bytes: file.length, names: [path], pipelineVersion: "bench", outcome });
  return { ...record, source };
}

/** The record as one that needs eyes first. */
function doubtful(record) {
  const date = { ...record.evidence["/memo/date"], confidence: 0.01 };
  return { ...record, status: "needs-review", evidence: { ...record.evidence, "/memo/date": date } };
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
