import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tablesOf } from "../../src/model/tables.ts";

describe("tablesOf", () => {
  it("gives rows and cells of each table, empty cells too", () => {
    const tables = tablesOf("Es waren:\n\nJahr\tFälle\n2014\t\n\nDanach:\n\na\tb\nc\td");
    expect(tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text)))).toEqual([
      [
        ["Jahr", "Fälle"],
        ["2014", ""],
      ],
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ]);
  });

  it("gives none where there is no tab", () => {
    expect(tablesOf("Ein Satz.\nNoch einer.")).toEqual([]);
  });

  it("names the place of each cell in the value", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\t", "\n", "ß") });
    fc.assert(
      fc.property(text, (value) => {
        for (const { start, end, rows } of tablesOf(value)) {
          expect(rows.map((row) => row.map((cell) => cell.text).join("\t")).join("\n")).toBe(value.slice(start, end));
          for (const cell of rows.flat()) {
            expect(value.slice(cell.offset, cell.offset + cell.text.length)).toBe(cell.text);
          }
        }
      }),
    );
  });
});
