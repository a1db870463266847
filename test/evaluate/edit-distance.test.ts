import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/evaluate/edit-distance.ts";

/** The table of distances, cell by cell. */
function byTable(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, element] of a.entries()) {
    const next = [index + 1];
    for (const [column, other] of b.entries()) {
      const replaced = (row[column] ?? 0) + (element === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["", "Amt", 3],
    ["Ratssitzung", "Ratssitzung", 0],
    ["Beschluss", "Beschiuss", 1],
    ["Haus", "Maus", 1],
    ["Elbe", "lbe", 1],
    ["Landtag", "Tagland", 6],
  ])("of %j and %j is %d", (a, b, distance) => {
    expect(editDistance([...a], [...b])).toBe(distance);
    expect(editDistance([...b], [...a])).toBe(distance);
  });

  it("is what the table of distances gives, over any number of blocks", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "ä"), { maxLength: 140 });
    fc.assert(fc.property(text, text, (a, b) => editDistance(a, b) === byTable(a, b)));
  });
});
