import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openTable, prepareTable, readCounts, tableIn } from "../../src/lexicon/data-files.ts";
import { LineTable, slotsFor } from "../../src/lexicon/line-table.ts";

/** Letters of one, two and three bytes, few of them, so that keys begin alike. */
const key = fc.string({ unit: fc.constantFrom("a", "b", "ß", "…"), minLength: 1, maxLength: 4 });
const value = fc.string({ unit: fc.constantFrom("0", "1", "é"), maxLength: 3 });
const lines = fc.array(fc.tuple(key, value), { maxLength: 60 });

function tableOf(entries: readonly (readonly [string, string])[], separator = "/"): LineTable {
  return new LineTable(Buffer.from(entries.map((entry) => `${entry.join(separator)}\n`).join("")), separator);
}

describe("LineTable", () => {
  it("answers as the lines do that it is made of", () => {
    fc.assert(
      fc.property(lines, fc.array(key), (entries, others) => {
        const table = tableOf(entries);
        for (const asked of [...entries.map(([name]) => name), ...others, ""]) {
          const expected = entries.filter(([name]) => name === asked).map(([, given]) => given);
          expect(table.all(asked)).toEqual(expected);
          expect(table.get(asked)).toBe(expected[0]);
          expect(table.has(asked)).toBe(expected.length > 0);
        }
      }),
    );
  });

  it("reads lines without a value or an end, and takes comments and blank lines for none", () => {
    const table = new LineTable(Buffer.from("one\n\n\ta comment\ntwo/AB\nthree"), "/");
    expect(["one", "two", "three"].map((asked) => table.get(asked))).toEqual(["", "AB", ""]);
    expect(["", "\ta comment", "on", "four", "tw\ud83d", "😀"].filter((asked) => table.has(asked))).toEqual([]);
  });

  it("reads numbers as a literal would be", () => {
    const hundredths = fc.integer({ min: -100_000, max: 100_000 }).map((whole) => String(whole / 100));
    fc.assert(
      fc.property(hundredths, (literal) => {
        expect(tableOf([["a", literal]], "\t").number("a")).toBe(Number(literal));
      }),
    );
  });

  it("answers where there is no line at all", () => {
    expect(tableOf([]).get("a")).toBe(undefined);
  });

  it("is given the same slots for the same text", () => {
    const text = Buffer.from("b\t1\na\t2\n");
    expect(slotsFor(text, "\t")).toEqual(slotsFor(Buffer.from(text), "\t"));
  });
});

describe("a prepared table", () => {
  it("answers as the data does that it is made of, wherever in memory it stands", async () => {
    const counts = await readCounts("open-pairs");
    const file = await prepareTable("open-pairs");
    const unaligned = Buffer.concat([Buffer.alloc(1), file]).subarray(1);
    for (const table of [await openTable("open-pairs"), tableIn(Buffer.from(file)), tableIn(unaligned)]) {
      for (const [pair, count] of counts) expect(Number(table?.get(pair))).toBe(count);
      expect(table?.has("Tisch der")).toBe(counts.has("Tisch der"));
    }
  });

  it("is not taken from a file of another kind", () => {
    expect(tableIn(Buffer.from("no such table"))).toBe(null);
    expect(tableIn(Buffer.alloc(0))).toBe(null);
  });
});
