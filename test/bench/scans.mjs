import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printedTextOf } from "./page-text.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** The letter as it was printed, beside its scans. */
const PRINTS = ["print.pdf", "memo.pdf"];

/** "scan.pdf" of the fixtures, or "scan-s1.pdf" for one of several copies, from good to bad. */
const SCAN = /^scan(?:-(.+))?\.pdf$/u;

/**
 * The scans below a folder that have their print beside them, by kind of copy.
 * @param most letters of each kind
 * @returns {Promise<{ kind: string, file: string, truth: { printed: string[], marks: string[] }[] }[]>} `truth` by page
 */
export async function scansIn(folder = FIXTURES, most = Number.POSITIVE_INFINITY) {
  const scans = [];
  const letters = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isScannedLetter);
  for (const letter of letters.slice(0, most)) {
    const print = PRINTS.map((name) => join(letter, name)).find((path) => existsSync(path));
    const truth = await printedTextOf(readFileSync(print));
    for (const name of readdirSync(letter).sort()) {
      const match = SCAN.exec(name);
      if (match !== null) scans.push({ kind: match[1] ?? "scan", file: join(letter, name), truth });
    }
  }
  return scans.sort((a, b) => a.kind.localeCompare(b.kind));
}

function isScannedLetter(folder) {
  if (!PRINTS.some((name) => existsSync(join(folder, name)))) return false;
  return readdirSync(folder).some((name) => SCAN.test(name));
}
