import { describe, expect, it } from "vitest";
import { inPrintedOrder } from "../../src/layout/page-order.ts";
import type { Page } from "../../src/model/page.ts";

/** Pages of some lines with a last one; "" for a blank page. */
function pagesOf(...feet: readonly string[]): Page[] {
  return feet.map((foot, index) => {
    const texts = foot === "" ? [] : ["oben", "Mitte", "Mitte", "Mitte", foot];
    const lines = texts.map((text) => ({ text, box: null, words: [] }));
    return { number: index + 1, source: "plain-text", size: null, lines };
  });
}

const orderOf = (...feet: readonly string[]): number[] => inPrintedOrder(pagesOf(...feet)).map((page) => page.number);

describe("inPrintedOrder", () => {
  it("puts pages in the order of their numbers", () => {
    expect(orderOf("Seite 3 von 3", "Seite 2 von 3", "Seite 1 von 3")).toEqual([3, 2, 1]);
    expect(orderOf("Seite 2/3", "Seite 1/3", "Seite 3/3")).toEqual([2, 1, 3]);
    expect(orderOf("- 2 -", "- 3 -", "- 1 -")).toEqual([3, 1, 2]);
  });

  it("takes the one page without a number for the first", () => {
    expect(orderOf("Seite 3", "Seite 2", "Beigeordneter")).toEqual([3, 2, 1]);
  });

  it("orders each letter of a file by itself, and leaves blank backs where they are", () => {
    const letters = ["Seite 2 von 2", "Seite 1 von 2", "Seite 1 von 1", "Seite 2 von 2", "Seite 1 von 2"];
    expect(orderOf(...letters)).toEqual([2, 1, 3, 5, 4]);
    expect(orderOf("Seite 2 von 2", "", "Seite 1 von 2", "")).toEqual([3, 2, 1, 4]);
  });

  it.each([
    ["pages in order", ["Seite 1 von 2", "Seite 2 von 2"]],
    ["pages without numbers", ["Beigeordneter", "Anlage"]],
    ["numbers that are no pages of this letter", ["Seite 7 von 9", "Seite 5 von 9"]],
    ["a number twice", ["Seite 2 von 2", "Seite 2 von 2"]],
    ["a number in a sentence", ["siehe Seite 2 von 2", "siehe Seite 1 von 2"]],
    ["a page missing", ["Seite 3 von 3", "Seite 1 von 3"]],
    ["none", []],
  ])("leaves %s", (_, feet) => {
    const pages = pagesOf(...feet);
    expect(inPrintedOrder(pages)).toBe(pages);
  });
});
