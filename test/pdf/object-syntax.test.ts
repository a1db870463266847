import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PdfName,
  PdfOperator,
  PdfReader,
  PdfRef,
  PdfStream,
  PdfString,
  PdfSyntaxError,
} from "../../src/pdf/object-syntax.ts";

const read = (text: string): unknown => new PdfReader(text).value();

describe("PdfReader", () => {
  it("reads every kind of value", () => {
    expect(read("-1.5")).toBe(-1.5);
    expect(read("true")).toBe(true);
    expect(read("null")).toBe(null);
    expect(read("/A#20b")).toEqual(new PdfName("A b"));
    expect(read("(a (b) \\) c)")).toEqual(new PdfString("a (b) ) c"));
    expect(read("(\\374ber\\n\\\\\\\n)")).toEqual(new PdfString("über\n\\"));
    expect(read("<4 1 42>")).toEqual(new PdfString("AB"));
    expect(read("12 0 R")).toEqual(new PdfRef(12));
    expect(read("cm")).toEqual(new PdfOperator("cm"));
    expect(read("[1 2 0 R /x % a remark\n 3]")).toEqual([1, new PdfRef(2), new PdfName("x"), 3]);
    expect(read("<< /A 1 /B << /C [2] >> >>")).toEqual(
      new Map<string, unknown>([
        ["A", 1],
        ["B", new Map([["C", [2]]])],
      ]),
    );
  });

  it("tells where a stream's bytes begin", () => {
    expect(read("<< /Length 3 >>\nstream\r\nabc")).toEqual(new PdfStream(new Map([["Length", 3]]), 24));
  });

  it("takes no number for a reference", () => {
    expect(read("[12 0 Rx]")).toEqual([12, 0, new PdfOperator("Rx")]);
  });

  it("refuses what is nested too deep", () => {
    expect(() => read("[".repeat(100_000))).toThrow(PdfSyntaxError);
  });

  it("either reads or throws its own error, whatever the bytes", () => {
    const syntax = fc.constantFrom(..."<<>>[]()/% 12 R obj stream\n\\".split(""));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(syntax).map((parts) => parts.join("")),
        ),
        (text) => {
          const reader = new PdfReader(text);
          try {
            while (!reader.isAtEnd) reader.value();
          } catch (error) {
            expect(error).toBeInstanceOf(PdfSyntaxError);
          }
        },
      ),
    );
  });
});
