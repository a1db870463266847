import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { measure } from "./measure.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const MODELS = ["zwischenstand/scan.pdf", "einzelner-punkt/scan.pdf", "zwei-beschluesse/scan.pdf"];
/** Letters on one paper, on average: most have one, some eleven. */
const LETTERS_A_PAPER = 3;

/** The register of an archive of so many records: the first time, again, and after one record changed. */
export async function benchRegister({ count = 100_000, table }) {
  const root = mkdtempSync(join(tmpdir(), "bench-register-"));
  try {
    const changed = fillArchive(root, count);
    const figures = { records: count };
    for (const run of ["first", "again", "oneChanged"]) {
      if (run === "oneChanged") utimesSync(changed, new Date(), new Date(0));
      const { seconds, peakMib } = await measure(["register", root, "--as-of", "2024-06-30"]);
      figures[`${run}Seconds`] = Math.round(seconds * 10) / 10;
      figures[`${run}PeakMib`] = Math.round(peakMib ?? 0);
    }
    if (table) {
      const rows = Object.entries(figures).map(([name, value]) => `${name.padEnd(18)}${value}\n`);
      process.stderr.write(rows.join(""));
    }
    return figures;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Fixtures' records under invented hashes and papers, their dates a year apart, a word in every tenth misread. */
function fillArchive(root, count) {
  const models = MODELS.map((name) => JSON.parse(readFileSync(`${FIXTURES}${name}.expected.json`, "utf8"))[0]);
  let path = "";
  for (let index = 0; index < count; index++) {
    const paperIndex = Math.floor(index / LETTERS_A_PAPER);
    const record = models[paperIndex % models.length];
    const sha256 = createHash("sha256").update(String(index)).digest("hex");
    const letter = { ...record, source: { ...record.source, sha256 }, memo: memoOf(record.memo, paperIndex, index) };
    const folder = join(root, "records", sha256.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    path = join(folder, `${sha256}.json`);
    writeFileSync(path, `${JSON.stringify(letter, null, 2)}\n`);
  }
  return path;
}

function memoOf(memo, paperIndex, index) {
  const paper = `V${String(paperIndex).padStart(5, "0")}/15`;
  const references = memo.references.map((reference, at) => ({ ...reference, paper: at === 0 ? paper : `${paper}a` }));
  const misread = (text) => (index % 10 === 0 ? text.replace("n", "u") : text);
  const items = memo.items.map((item) => ({
    ...item,
    clauses: item.clauses.map((clause) => ({ ...clause, text: misread(clause.text) })),
  }));
  return { ...memo, references, items, date: `${2016 + (index % LETTERS_A_PAPER)}-05-17` };
}
