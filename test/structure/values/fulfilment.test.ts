import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fulfilmentOf } from "../../../src/structure/values/fulfilment.ts";
import { traced } from "./texts.ts";

interface Example {
  readonly degree: string;
  readonly isPlain: boolean;
  readonly text: string;
}

function examplesIn(file: string): Example[] {
  const lines = readFileSync(new URL(`data/${file}`, import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [degree = "", kind, text = ""] = line.split("\t");
      return { degree, isPlain: kind === "plain", text: text.replaceAll("\\n", "\n") };
    });
}

function degreeOf(text: string): string {
  return fulfilmentOf(traced(text))?.value ?? "none";
}

const FIRST = examplesIn("fulfilment.txt");
const TRICKY = examplesIn("fulfilment-tricky.txt");

describe("what an answer says of its point", () => {
  it.each([
    { name: "the first sentences", examples: FIRST, share: 0.95 },
    { name: "the tricky ones", examples: TRICKY, share: 0.95 },
  ])("is right in $share of $name", ({ examples, share }) => {
    const wrong = examples.filter(({ degree, text }) => degreeOf(text) !== degree);
    expect(wrong.length / examples.length, wrong.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(1 - share);
  });

  it("is never turned round", () => {
    const turned = [...FIRST, ...TRICKY].filter(({ degree, text }) => {
      const both = [degree, degreeOf(text)];
      return both.includes("not-fulfilled") && both.some((one) => one === "fulfilled" || one === "partly-fulfilled");
    });
    expect(turned).toEqual([]);
  });

  it("is told wherever it is said plainly", () => {
    expect(FIRST.filter(({ isPlain, text }) => isPlain && degreeOf(text) === "none")).toEqual([]);
  });

  it("stands in the sentence that the leaf shows", () => {
    const answer = traced("Die Bänke stehen. Der Beschlusspunkt ist damit erfüllt. Ein Bericht liegt bei.");
    const leaf = fulfilmentOf(answer);
    expect(leaf?.value).toBe("fulfilled");
    expect(leaf?.text.text).toBe("Der Beschlusspunkt ist damit erfüllt.");
  });

  it("is null where two sentences disagree", () => {
    expect(degreeOf("Der Beschlusspunkt ist erfüllt.\n\nDer Beschlusspunkt ist nicht erfüllt.")).toBe("none");
  });

  it("is not read from quoted words", () => {
    expect(degreeOf("Der Beirat schrieb: „Der Beschlusspunkt ist erfüllt.“ Das wird geprüft.")).toBe("none");
  });

  it("is the opposite wherever a plain statement is denied", () => {
    const subject = fc.constantFrom("Der Beschlusspunkt", "Der Beschluss", "Beschlusspunkt 3", "Dieser Auftrag");
    const denial = fc.constantFrom("nicht", "NICHT", "n i c h t", "noch nicht", "keineswegs", "bislang nicht");
    const predicate = fc.constantFrom("erfüllt", "umgesetzt", "erledigt", "erfüilt");
    fc.assert(
      fc.property(subject, denial, predicate, fc.constantFrom("ist", "wurde"), (who, no, what, verb) => {
        expect(degreeOf(`${who} ${verb} ${what}.`)).toBe("fulfilled");
        expect(degreeOf(`${who} ${verb} ${no} ${what}.`)).toBe("not-fulfilled");
      }),
    );
  });

  it("takes linear time on hostile answers", () => {
    const hostile = [
      " ",
      "„",
      ", ",
      "der punkt ist ",
      "a ",
      "☐ erfüllt ",
      "die punkte 1, ",
      "nicht ",
      "\n",
      "erfüllt ",
    ];
    for (const part of hostile) {
      const started = performance.now();
      fulfilmentOf(traced(part.repeat(100_000 / part.length)));
      expect(performance.now() - started, JSON.stringify(part)).toBeLessThan(4000);
    }
  });

  it("does not throw on any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fulfilmentOf(traced(text)) === null || text !== ""));
  });
});
