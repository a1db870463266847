/**
 * Fits the weights that understand a letter, on a folder of letters with truths.
 *
 *   npm run fit -- DIR                            fits on all letters, writes the shipped weights
 *   npm run fit -- DIR --cross-validate OUT       writes each letter's record to OUT/<folding>/<kind>/<id>.json,
 *                                                 made by weights that have not seen its paper
 *   npm run fit -- DIR --held-out OUT             fits on three quarters of the papers, writes the records of the others
 *
 * Options: --recorded DIR (printed and scanned letters as record-scans.ts read them; more than once), --folds 4, --foldings 3.
 * The same letters give the same weights, to the byte.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildRecord } from "../../../src/record/build-record.ts";
import { storedWeights } from "../../../src/structure/decoder/shipped-weights.ts";
import type { LetterWeights } from "../../../src/structure/decoder/weights.ts";
import { understand } from "../../../src/structure/understand.ts";
import { fitWeights, foldOf } from "./fit-weights.ts";
import { type Letter, readLetters } from "./letters.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "cross-validate": { type: "string" },
    "held-out": { type: "string" },
    recorded: { type: "string", multiple: true },
    folds: { type: "string", default: "4" },
    foldings: { type: "string", default: "3" },
    only: { type: "string" },
  },
});

const WEIGHTS = new URL("../../../src/structure/decoder/shipped-weights.json", import.meta.url);

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A letter's record as the pipeline would write it; none where it is not taken for a memo. */
function writeRecord(letter: Letter, weights: LetterWeights, folder: string): void {
  const { memo, diagnostics } = understand(letter.text, { weights, doubts: letter.doubts });
  if (memo === null) {
    log(`${letter.id} ${letter.kind}: not a memo`);
    return;
  }
  const isText = letter.kind === "text";
  const record = buildRecord(
    memo,
    {
      file: `${letter.id}.${isText ? "txt" : "pdf"}`,
      sha256: "0".repeat(64),
      bytes: 0,
      mediaType: isText ? "text/plain" : "application/pdf",
      pages: { first: 1, last: 1, of: 1, annex: [] },
      text: isText ? "plain-text" : "ocr",
      engine: isText ? null : "tesseract.js",
    },
    [...letter.findings, ...diagnostics],
  );
  const to = join(folder, letter.kind);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, `${letter.id}.json`), JSON.stringify(record));
}

const [folder] = positionals;
if (folder === undefined) throw new Error("Which folder of letters? npm run fit -- DIR");
const letters = await readLetters(folder, values.recorded ?? []);
log(`${letters.length} letters on ${new Set(letters.map(({ paper }) => paper)).size} papers`);

if (values["cross-validate"] !== undefined) {
  const folds = Number(values.folds);
  for (let folding = 0; folding < Number(values.foldings); folding++) {
    for (let fold = 0; fold < folds; fold++) {
      if (values.only !== undefined && !values.only.split(",").includes(`${folding}.${fold}`)) continue;
      const isOut = ({ paper, kind }: Letter): boolean =>
        kind !== "own" && foldOf(`${folding} ${paper}`, folds) === fold;
      const weights = fitWeights(letters.filter((letter) => !isOut(letter)));
      for (const letter of letters.filter(isOut))
        writeRecord(letter, weights, join(values["cross-validate"], String(folding)));
      log(`folding ${folding}, fold ${fold}: done`);
    }
  }
} else if (values["held-out"] !== undefined) {
  const isOut = ({ paper, kind }: Letter): boolean => kind !== "own" && foldOf(paper, 4) === 0;
  const weights = fitWeights(
    letters.filter((letter) => !isOut(letter)),
    log,
  );
  for (const letter of letters.filter(isOut)) writeRecord(letter, weights, values["held-out"]);
} else {
  writeFileSync(WEIGHTS, `${JSON.stringify(storedWeights(fitWeights(letters, log)))}\n`);
}
