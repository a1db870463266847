import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencesBetween } from "../../src/evaluate/differences.ts";
import { wordRuns } from "../../src/evaluate/word-runs.ts";
import type { MemoRecord } from "../../src/model/record.ts";
import { MEMO, recordOf, truth } from "./memos.ts";

type Region = MemoRecord["corrections"][0]["regions"][0];

const region = (page: number): Region => ({ page, box: [10, 10, 50, 12] });

describe("differences of whole records", () => {
  it("are none between equal ones", () => {
    expect(differencesBetween(recordOf(MEMO), recordOf(structuredClone(MEMO)))).toEqual([]);
  });

  it("are told word by word", () => {
    const [difference] = differencesBetween(recordOf(MEMO), recordOf({ ...MEMO, subject: "Banke am schönen Elbufer" }));
    expect(difference).toMatchObject({ pointer: "/memo/subject", kind: "changed" });
    expect(difference?.words?.map(({ kind, text }) => [kind, text])).toEqual([
      ["missing", "Bänke "],
      ["unexpected", "Banke "],
      ["same", "am "],
      ["unexpected", "schönen "],
      ["same", "Elbufer"],
    ]);
  });

  it("count the glyphs of quotation marks", () => {
    const changed = recordOf({ ...MEMO, subject: "Bänke am »Elbufer«" });
    expect(differencesBetween(recordOf({ ...MEMO, subject: "Bänke am „Elbufer“" }), changed)).toHaveLength(1);
  });

  it("do not take one lost entry of a list for a change of all behind it", () => {
    const [first, second] = MEMO.items;
    const differences = differencesBetween(recordOf(MEMO), recordOf({ ...MEMO, items: [second as never] }));
    expect(differences).toMatchObject([{ pointer: "/memo/items/0", kind: "missing", expected: first }]);
  });

  it("tell what was not expected", () => {
    const attachments = ["Anlage 1: Lageplan"];
    expect(differencesBetween(recordOf(MEMO), recordOf({ ...MEMO, attachments }))).toMatchObject([
      { pointer: "/memo/attachments/0", kind: "unexpected", expected: undefined, actual: "Anlage 1: Lageplan" },
    ]);
  });

  it("name the page by the regions of the evidence, and of a word's own correction", () => {
    const pointer = "/memo/items/0/response";
    const evidence = { [pointer]: { raw: "x", confidence: 0.9, regions: [region(1), region(2)] } };
    const correction = { rule: "confusion", from: "bauern", to: "dauern", confidence: 0.9, at: pointer };
    const expected = recordOf(MEMO, {
      evidence,
      corrections: [{ ...correction, offset: "Die Arbeiten haben im Mai begonnen und ".length, regions: [region(2)] }],
    });
    const response = "Die Arbeitcn haben im Mai begonnen und bauern noch an.";
    const [item, other] = MEMO.items as [MemoRecord["memo"]["items"][0], MemoRecord["memo"]["items"][0]];
    const [difference] = differencesBetween(expected, recordOf({ ...MEMO, items: [{ ...item, response }, other] }));
    expect(difference).toMatchObject({ pointer, pages: [1, 2] });
    const missing = difference?.words?.filter(({ kind }) => kind === "missing");
    expect(missing).toMatchObject([
      { text: "Arbeiten ", pages: [1, 2] },
      { text: "dauern ", pages: [2] },
    ]);
  });

  it("name the letter's pages where no region is known, unless they are too many to tell anything", () => {
    const of = (last: number): MemoRecord => {
      const record = recordOf(MEMO);
      return { ...record, source: { ...record.source, pages: { first: 1, last, of: last, annex: [2] } } };
    };
    const changed = { ...of(3), memo: { ...MEMO, closing: null } };
    expect(differencesBetween(of(3), changed)).toMatchObject([{ pages: [1, 3] }]);
    expect(differencesBetween(of(1e9), { ...of(1e9), memo: { ...MEMO, closing: null } })).toMatchObject([
      { pages: [] },
    ]);
  });
});

describe("differences from a truth", () => {
  it("are looked for only in what it states, and does not declare unscored", () => {
    expect(differencesBetween(truth({ subject: "Bänke am Elbufer" }), recordOf(MEMO))).toEqual([]);
    expect(differencesBetween(truth({ subject: "x" }, ["/memo/subject"]), recordOf(MEMO))).toEqual([]);
    expect(
      differencesBetween(truth({ items: [{ response: "x" }] }), recordOf(MEMO)).map(({ pointer }) => pointer),
    ).toEqual(["/memo/items/0/response", "/memo/items/1"]);
  });

  it("are compared as scores compare", () => {
    const read = recordOf({ ...MEMO, subject: "Bänke am »Elbufer« – neu" });
    expect(differencesBetween(truth({ subject: 'Bänke  am "Elbufer" - neu' }), read)).toEqual([]);
  });
});

describe("wordRuns", () => {
  it("give both texts back", () => {
    const text = fc.array(fc.constantFrom("der", "Rat", "hat", " ", "\n\n", "\t", "ä"), { maxLength: 40 });
    const property = fc.property(text, text, (a, b) => {
      const [expected, actual] = [a.join(""), b.join("")];
      const runs = wordRuns(expected, actual, false, () => []);
      const side = (other: string): string =>
        runs
          .filter(({ kind }) => kind !== other)
          .map(({ text: words }) => words)
          .join("");
      expect(side("unexpected")).toBe(expected);
      expect(side("missing")).toBe(actual);
    });
    fc.assert(property);
  });
});
