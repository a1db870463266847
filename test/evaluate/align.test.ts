import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../src/evaluate/align.ts";

describe("align", () => {
  it("keeps together what is common", () => {
    const pairs = align([..."abcd"], [..."axcd"]);
    expect(pairs).toEqual([
      { left: 0, right: 0 },
      { left: 1, right: null },
      { left: null, right: 1 },
      { left: 2, right: 2 },
      { left: 3, right: 3 },
    ]);
  });

  it("puts every element into one pair, in order, and pairs only equal ones", () => {
    const sequence = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 });
    const property = fc.property(sequence, sequence, (left, right) => {
      const pairs = align(left, right);
      expect(pairs.flatMap((pair) => pair.left ?? [])).toEqual([...left.keys()]);
      expect(pairs.flatMap((pair) => pair.right ?? [])).toEqual([...right.keys()]);
      for (const pair of pairs) {
        if (pair.left !== null && pair.right !== null) expect(left[pair.left]).toBe(right[pair.right]);
      }
    });
    fc.assert(property);
  });

  it("gives up on sequences too long that have nothing in common at their ends", () => {
    const [left, right] = [
      Array.from({ length: 3000 }, (_, index) => `l${index}`),
      Array.from({ length: 3000 }, (_, index) => `r${index}`),
    ];
    expect(align(left, right)).toHaveLength(6000);
  });
});
