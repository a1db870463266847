import { describe, expect, it } from "vitest";
import { printable, printableLines } from "../../src/report/printable.ts";

describe("printable", () => {
  it.each([
    ["a\u001b[31mb", "a\\u001b[31mb"],
    ["a\u009bb", "a\\u009bb"],
    ["a\u202eb\u2066c\u061cd", "a\\u202eb\\u2066c\\u061cd"],
    ["a\u{e0041}b", "a\\u{e0041}b"],
    ["a\ufffeb\u2028c", "a\\ufffeb\\u2028c"],
    ["zwei\nZeilen", "zwei\\nZeilen"],
    ["Straße 🏛 „x“", "Straße 🏛 „x“"],
  ])("shows %j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("leaves the lines of a message", () => {
    expect(printableLines("a\u001b\nb")).toBe("a\\u001b\nb");
  });
});
