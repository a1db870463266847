import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/model/edit.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";

const traced = (text: string): TracedText => TracedText.of(readTextOf(pagesOfPlainText(text)));
const edit = (start: number, end: number, after: string, rule: Edit["rule"] = "confusion"): Edit => ({
  rule,
  start,
  end,
  after,
  confidence: 0.9,
});

const edits = fc.array(
  fc
    .tuple(fc.nat(30), fc.nat(8), fc.string({ maxLength: 5 }))
    .map(([start, length, after]) => edit(start, start + length, after)),
  { maxLength: 6 },
);

describe("TracedText", () => {
  it("applies edits and remembers what was read", () => {
    const text = traced("Willen be\n\nkundet").apply([edit(7, 17, "bekundet", "line-break")]);
    expect(text.text).toBe("Willen bekundet");
    expect(text.changes()).toEqual([
      { rules: ["line-break"], start: 7, end: 17, from: "be\n\nkundet", to: "bekundet", confidence: 0.9 },
    ]);
  });

  it("grows an edit over an earlier one, so that the two are one change", () => {
    const joined = traced("Zivilge-\nselischaft fand").apply([edit(0, 19, "Zivilgeselischaft", "line-break")]);
    const text = joined.apply([edit(10, 13, "sell")]);
    expect(text.changes()).toMatchObject([{ rules: ["line-break", "confusion"], from: "Zivilge-\nselischaft" }]);
  });

  it("keeps a deletion through slices that part the text", () => {
    const text = traced("a-b").apply([edit(1, 2, "")]);
    expect(text.slice(0, 1).undo() + text.slice(1).undo()).toBe("a-b");
  });

  it("gives the raw range of a part, and none for layout", () => {
    const text = traced("eins zwei");
    const value = TracedText.concat(text.read, [text.slice(5), " ", text.slice(0, 4)]);
    expect(value.rawRange(0, 4)).toEqual({ start: 5, end: 9 });
    expect(value.rawRange(4, 5)).toBeNull();
  });

  it("undoes any edits, in any number of rounds", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(edits, { maxLength: 4 }), (raw, rounds) => {
        const text = rounds.reduce((current, round) => current.apply(round), traced(raw));
        expect(text.undo()).toBe(raw);
      }),
    );
  });

  it("undoes slices that part the text to the same raw text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), edits, fc.array(fc.nat(40), { maxLength: 4 }), (raw, round, cuts) => {
        const text = traced(raw).apply(round);
        const stops = [0, ...cuts.sort((a, b) => a - b).filter((cut) => cut < text.length), text.length];
        const parts = stops.slice(1).map((stop, index) => text.slice(stops[index] ?? 0, stop));
        expect(parts.map((part) => part.text).join("")).toBe(text.text);
        expect(parts.map((part) => part.undo()).join("")).toBe(raw);
      }),
    );
  });
});
