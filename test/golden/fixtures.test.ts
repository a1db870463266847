import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Lexicon, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { MemoError } from "../../src/model/failure.ts";
import type { MemoRecord } from "../../src/model/record.ts";
import type { ReadDocument } from "../../src/pipeline/document.ts";
import { Pipeline } from "../../src/pipeline/pipeline.ts";
import { understandDocument } from "../../src/pipeline/understand-document.ts";
import { fixtureCases, fixtureFile } from "../tools/print/fixtures.ts";
import { expectGolden } from "./golden-file.ts";
import { undone, valueAt } from "./undo.ts";

const OPTIONS = { source: "auto", correct: true, minConfidence: 0, words: [] } as const;
const INPUTS = ["memo.txt", "memo.pdf", "scan.pdf"] as const;

const inputs = fixtureCases().flatMap((name) =>
  INPUTS.filter((input) => existsSync(fixtureFile(name, input))).map((input) => ({ name, input })),
);

const pipeline = new Pipeline();
const lexicon: Promise<Lexicon> = loadLexicon({});

/** The records of a fixture, a scan's from its recorded pages; a failure as text. */
async function recordsOf(name: string, input: string): Promise<readonly MemoRecord[] | string> {
  try {
    if (input !== "scan.pdf") return await pipeline.parse(input, readFileSync(fixtureFile(name, input)), OPTIONS);
    const recorded: ReadDocument = JSON.parse(readFileSync(fixtureFile(name, "pages.json"), "utf8"));
    return understandDocument(recorded, { ...OPTIONS, lexicon: await lexicon });
  } catch (error) {
    if (error instanceof MemoError) return error.code;
    throw error;
  }
}

describe.each(inputs)("$name/$input", async ({ name, input }) => {
  const records = await recordsOf(name, input);

  it("gives the expected record (UPDATE_GOLDEN=1 rewrites it)", () => {
    expectGolden(fixtureFile(name, `${input}.expected.json`), `${JSON.stringify(records, null, 2)}\n`);
  });

  if (typeof records === "string") return;

  it("gives the raw text back when its corrections are undone", () => {
    for (const record of records) {
      for (const pointer of new Set(record.corrections.map((correction) => correction.at))) {
        expect(undone(record, pointer), pointer).toBe(record.evidence[pointer]?.raw);
      }
    }
  });

  it("has evidence for every filled text of the memo", () => {
    for (const record of records) {
      for (const pointer of Object.keys(record.evidence)) expect(valueAt(record, pointer), pointer).not.toBeNull();
    }
  });
});
