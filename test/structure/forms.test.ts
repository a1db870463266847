import { describe, expect, it } from "vitest";
import type { Memo } from "../../src/model/record.ts";
import { valuesOf } from "../../src/text/leaves.ts";
import { TABLED_FORMS } from "./data/forms.ts";
import { HAND_WRITTEN_FORMS } from "./data/hand-written-forms.ts";
import { type ExpectedItem, letterOf, understandText } from "./letter.ts";
import { wrapped } from "./wrapped.ts";

/** Where paragraphs break is not looked at here: plain text does not always tell. */
function withoutBreaks(items: readonly ExpectedItem[]): unknown {
  const one = (text: string): string => text.replaceAll(" / ", " ").replace(/\s+/gu, " ");
  return items.map(({ leadIn, clauses, response }) => ({
    leadIn: leadIn === undefined ? null : one(leadIn),
    clauses: clauses.map(([number, text]) => [number, one(text)]),
    response: response === null ? null : one(response),
  }));
}

/** Every form's body as lines, the hand-written ones as they stand. */
const LETTERS = [
  ...HAND_WRITTEN_FORMS,
  ...TABLED_FORMS.flatMap(({ name, paragraphs, items }) =>
    [64, 92].map((width) => ({
      name: `${name}, ${width} letters wide`,
      body: paragraphs.map((paragraph) => wrapped(paragraph, width)).join("\n"),
      items,
    })),
  ),
];

/** "right", "flagged" where a person is asked to look, else "silent": wrong, and nothing says so. */
function outcomeOf(body: string, items: readonly ExpectedItem[]): "right" | "flagged" | "silent" {
  const { memo, diagnostics } = understandText(letterOf(body));
  if (memo === null) return "flagged";
  const read = (valuesOf(memo) as Memo).items.map(({ leadIn, clauses, response }) => ({
    ...(leadIn === null ? {} : { leadIn }),
    clauses: clauses.map(({ number, text }): [string | null, string] => [number, text]),
    response,
  }));
  if (JSON.stringify(withoutBreaks(read)) === JSON.stringify(withoutBreaks(items))) return "right";
  return diagnostics.some(({ severity }) => severity !== "info") ? "flagged" : "silent";
}

/** Letters that the shipped weights read wholly right, less two: a new fit may trade one form for another. */
const LEAST_RIGHT = 149;

/** Wrong, and nothing says so: none is the goal; measured with the weights of the day they were shipped. */
const MOST_SILENT = 9;

describe("forms of letters", () => {
  const outcomes = LETTERS.map(({ name, body, items }) => [name, outcomeOf(body, items)] as const);
  const named = (wanted: string): string[] => outcomes.flatMap(([name, outcome]) => (outcome === wanted ? [name] : []));

  it("few are wrong in silence", () => {
    expect(named("silent").length, named("silent").join("; ")).toBeLessThanOrEqual(MOST_SILENT);
  });

  it("most are read wholly right", () => {
    expect(named("right").length).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});
