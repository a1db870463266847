import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LetterModel } from "../../src/lexicon/letter-model.ts";
import { LineTable } from "../../src/lexicon/line-table.ts";
import { letterTable } from "../tools/letter-ngrams.ts";

const WORDS = ["heim", "heimat", "geheim", "halle", "hallen", "helm"] as const;
const model = new LetterModel(new LineTable(Buffer.from(letterTable(WORDS.map((word) => [word, 50] as const))), "\t"));

describe("the letter model", () => {
  it("finds the letters it counted likelier than those it never saw so", () => {
    expect(model.logLikelihood("heimen")).toBeGreaterThan(model.logLikelihood("hetmen"));
    expect(model.logLikelihood("Halle")).toBe(model.logLikelihood("halle"));
  });

  it("takes no word for impossible or certain", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (word) => {
        const likelihood = model.logLikelihood(word);
        expect(Number.isFinite(likelihood)).toBe(true);
        expect(likelihood).toBeLessThan(0);
      }),
    );
  });

  it("is made the same whatever the words' order", () => {
    const words = WORDS.map((word) => [word, 3] as const);
    expect(letterTable(words.toReversed())).toBe(letterTable(words));
  });
});
