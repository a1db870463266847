import { describe, expect, it } from "vitest";
import { alignLeaf } from "./align-leaf.ts";

const at = (leaf: string, text: string): string | null =>
  alignLeaf(leaf, text)
    ?.map((offset) => text.charAt(offset))
    .join("") ?? null;

describe("where a leaf stands in a text", () => {
  it("is found letter by letter", () => {
    expect(alignLeaf("weg", "derwegist")).toEqual([3, 4, 5]);
  });

  it("with a letter misread or left out", () => {
    expect(at("diewegeimnorden", "xxdiewcgeimnodenxx")).toBe("diewgeimnoden");
  });

  it("with a whole page's foot within it", () => {
    const leaf = "derwegamangerwirdimherbstgebautdiemittelsindeingestellt";
    const text = `derwegamangerwirdimherbst${"sparkassekonto123456".repeat(40)}gebautdiemittelsindeingestellt`;
    const at = alignLeaf(leaf, text);
    expect(at).toHaveLength(leaf.length);
    expect(at?.slice(0, 25)).toEqual(Array.from({ length: 25 }, (_, i) => i));
    expect(at?.[25]).toBe(825);
  });

  it("with page furniture within it", () => {
    expect(alignLeaf("diewegeimnordenwerdengebaut", "diewegeimnorden22werdengebaut")).toHaveLength(27);
  });

  it.each([
    ["wege", ""],
    ["", "wege"],
    ["diewege", "bxxxxqqq"],
  ])("is nowhere: %j in %j", (leaf, text) => {
    expect(alignLeaf(leaf, text)).toBeNull();
  });
});
