import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Memo } from "../../src/model/record.ts";
import { itemsOf, joined, layoutOf, moved, relabelled, splitAt } from "../../src/review/client/boundaries.ts";

const item = (clauses: string[], response: string | null): Memo["items"][number] => ({
  leadIn: null,
  clauses: clauses.map((text, index) => ({ number: String(index + 1), text })),
  response,
  fulfilment: response === null ? null : "fulfilled",
});

const two = [item(["Eins zwei", "drei vier"], "Antwort eins\n\nund mehr"), item(["fünf"], "Antwort zwei")];

const text = fc
  .array(fc.constantFrom("Der", "Rat", "prüft", "12"), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(" "));
const items = fc.array(
  fc.record({
    leadIn: fc.option(text),
    clauses: fc.array(fc.record({ number: fc.constantFrom("1", "2a", null), text }), { minLength: 1, maxLength: 3 }),
    response: fc.option(text),
    fulfilment: fc.constantFrom("fulfilled" as const, null),
  }),
  { minLength: 1, maxLength: 3 },
);

describe("items as one text with boundaries", () => {
  it("come back from it as they were", () => {
    expect(itemsOf(layoutOf(two))).toEqual(two);
    fc.assert(
      fc.property(items, (given) => {
        expect(itemsOf(layoutOf(given))).toEqual(given);
      }),
    );
  });

  it("lose no word, and keep their order, whatever boundary moves or dissolves", () => {
    const wordsOf = (given: Memo["items"]): string[] => layoutOf(given).words.map((word) => word.text);
    fc.assert(
      fc.property(items, fc.nat(20), fc.nat(40), (given, index, at) => {
        const layout = layoutOf(given);
        const changed = [moved(layout, index, at), joined(layout, index).layout, splitAt(layout, at, "clause", true)];
        for (const one of changed) expect(wordsOf(itemsOf(one))).toEqual(wordsOf(given));
      }),
    );
  });

  it("a boundary moved takes words from one part to the other", () => {
    const layout = moved(layoutOf(two), 1, 3);
    expect(itemsOf(layout)[0]?.clauses.map((clause) => clause.text)).toEqual(["Eins zwei\n\ndrei", "vier"]);
    expect(moved(layout, 1, 99).boundaries[1]?.at).toBe(3);
    expect(moved(layout, 0, 2)).toBe(layout);
  });

  it("split: the rest is a clause, a clause with its own response, or the response", () => {
    const layout = layoutOf([item(["Eins zwei drei"], "Antwort")]);
    expect(itemsOf(splitAt(layout, 1, "clause", false))[0]?.clauses).toEqual([
      { number: "1", text: "Eins" },
      { number: null, text: "zwei drei" },
    ]);
    expect(itemsOf(splitAt(layout, 1, "clause", true)).map(({ response }) => response)).toEqual([null, "Antwort"]);
    const answered = itemsOf(splitAt(layout, 1, "response", false));
    expect(answered.map(({ response }) => response)).toEqual(["zwei drei", "Antwort"]);
    expect(splitAt(layout, 0, "clause", false)).toBe(layout);
  });

  it("a dissolved boundary makes two parts one; a clause can be numbered anew", () => {
    expect(itemsOf(joined(layoutOf(two), 1).layout)[0]?.clauses).toEqual([
      { number: "1", text: "Eins zwei\n\ndrei vier" },
    ]);
    expect(itemsOf(relabelled(layoutOf(two), 1, { number: "1a" }))[0]?.clauses[1]?.number).toBe("1a");
  });

  it("dissolved, keeps the number that either clause bears, and tells the second of two", () => {
    const both = layoutOf([item(["Eins zwei", "drei vier"], "Antwort")]);
    expect(joined(both, 1).lost).toBe("2");
    const unnumbered = relabelled(both, 0, { number: null });
    const { layout, lost } = joined(unnumbered, 1);
    expect([lost, itemsOf(layout)[0]?.clauses[0]?.number]).toEqual([null, "2"]);
  });
});
