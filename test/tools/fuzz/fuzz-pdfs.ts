// Damages the fixtures' PDFs, and those of folders, in so many ways, and lets the built program read them all: tells
// how they ended, and how much memory the program and its children held at most.
// Usage: node test/tools/fuzz/fuzz-pdfs.ts [--count 1000] [--seed 1] [--jobs 2] [folder…]
// The same seed and files give the same damaged files. Exit code 1 where one crashed a child or was not foreseen, or
// where more than 1.5 GiB were held.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureTree } from "../../bench/process-tree.mjs";
import { pick, seededRandom } from "../print/random.ts";
import { damaged } from "./damage-pdf.ts";

const PROGRAM = fileURLToPath(new URL("../../../bin/hausmitteilung.js", import.meta.url));
const FIXTURES = fileURLToPath(new URL("../../../fixtures", import.meta.url));

/** A scan takes the time of a hundred letters, and so does what was made to exhaust: one file in so many is one. */
const SCANS = 40;
const HOSTILE = 10;

const MOST_MIB = 1536;
/** Exit codes of a run that came to its end. */
const ENDS = [0, 1, 3, 5];

const NEVER: readonly string[] = ["worker-crashed", "worker-killed", "internal-error", "record-invalid"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string" }, seed: { type: "string" }, jobs: { type: "string" } },
});
const { count = "1000", seed = "1", jobs = "2" } = values;
const folder = mkdtempSync(join(tmpdir(), "fuzz-pdfs-"));
const inputs = join(folder, "in");
mkdirSync(inputs);
writeDamaged(Number(count));
const args = [PROGRAM, "batch", inputs, "--out", join(folder, "out"), "--jobs", jobs];
const measured = await measureTree(process.execPath, args, { expectedCodes: ENDS });
const peakMib = Math.round(measured.peakMib);
const failures = failuresOf();
rmSync(folder, { recursive: true });
const bad = NEVER.filter((code) => code in failures);
process.stdout.write(
  `${JSON.stringify({ seed, count: Number(count), peakMib, cpuSeconds: Math.round(measured.cpuSeconds), failures }, null, 2)}\n`,
);
process.exitCode = bad.length > 0 || peakMib > MOST_MIB ? 1 : 0;

function writeDamaged(total: number): void {
  const all = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".pdf"));
  const scans = all.filter((name) => name.endsWith("scan.pdf")).map((name) => join(FIXTURES, name));
  const letters = all.filter((name) => !name.endsWith("scan.pdf")).map((name) => join(FIXTURES, name));
  const given = positionals.flatMap((place) => readdirSync(place).map((name) => join(place, name)));
  const hostile = given.filter((path) => path.endsWith(".pdf"));
  for (let index = 0; index < total; index++) {
    const random = seededRandom(`${seed} ${index}`);
    const others = index % HOSTILE === 1 && hostile.length > 0 ? hostile : letters;
    const path = pick(random, index % SCANS === 0 ? scans : others);
    writeFileSync(join(inputs, `${String(index).padStart(6, "0")}.pdf`), damaged(readFileSync(path), random));
  }
}

/** How many failed for each reason; files that could not be read at all are among them. */
function failuresOf(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const room = join(folder, "out", "failures");
  for (const name of readdirSync(room)) {
    const { code, names } = JSON.parse(readFileSync(join(room, name), "utf8")) as { code: string; names: string[] };
    counts[code] = (counts[code] ?? 0) + 1;
    if (NEVER.includes(code)) process.stderr.write(`${code}: ${names.join(" ")}\n`);
  }
  return counts;
}
