import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recordSchema } from "../../../src/model/record.ts";
import { fixtureCases, fixtureFile, readPaper } from "./fixtures.ts";
import type { Made } from "./letter.ts";
import { printCase, truthOf } from "./print-case.ts";

/** Scans take seconds each, and are made by hand only. */
const QUICK: readonly Made[] = ["memo.pdf", "memo.txt"];

const cases = fixtureCases().map((name) => ({ name, paper: readPaper(name) }));
const letters = cases.flatMap(({ name, paper }) => ("memo" in paper ? [{ name, letter: paper }] : []));

describe("fixtures", () => {
  it.each(cases)("$name has the quick files that its letter.json gives, to the byte", async ({ name, paper }) => {
    for (const made of paper.makes.filter((file) => QUICK.includes(file))) {
      const printed = await printCase(paper, name, made);
      expect(printed.equals(readFileSync(fixtureFile(name, made))), made).toBe(true);
    }
  });

  it.each(letters)("$name has a truth that is its letter's memo and follows the contract", ({ name, letter }) => {
    expect(readFileSync(fixtureFile(name, "truth.json"), "utf8")).toBe(truthOf(letter));
    expect(recordSchema.shape.memo.parse(letter.memo)).toEqual(letter.memo);
  });

  it.each(letters)("$name prints every clause and response of its memo", ({ letter }) => {
    const body = letter.print.body.flatMap((entry) => Object.values(entry)).join(" ");
    for (const [at, item] of letter.memo.items.entries()) {
      if (item.response) expect(body).toContain(`{${at}}`);
      if (item.leadIn) expect(body).toContain(`{${at}.lead}`);
      for (const clause of item.clauses.keys()) expect(body).toContain(`{${at}.${clause}}`);
    }
  });
});
