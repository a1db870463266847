import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeCorrections } from "../../src/cli/correction-places.ts";
import type { Change } from "../../src/text/traced-text.ts";

const RAW = "Sehr geehrte Damen,\nder Beschiuss liegt dem Aus-\nschuss vor.\fSeite zwei";

function change(from: string, to: string, rules: Change["rules"]): Change {
  const start = RAW.indexOf(from);
  return { rules, start, end: start + from.length, from, to, confidence: 0.9 };
}

describe("placeCorrections", () => {
  it("counts lines and columns from 1", () => {
    const places = placeCorrections(RAW, [
      change("Sehr", "sehr", ["case"]),
      change("Beschiuss", "Beschluss", ["confusion"]),
    ]);
    expect(places).toEqual([
      { rule: "case", from: "Sehr", to: "sehr", confidence: 0.9, line: 1, column: 1 },
      { rule: "confusion", from: "Beschiuss", to: "Beschluss", confidence: 0.9, line: 2, column: 5 },
    ]);
  });

  it("places a broken word on the line the break ends, under that name whatever else was put right in it", () => {
    const broken = change("Aus-\nschuss", "Ausschuss", ["line-break", "confusion"]);
    expect(placeCorrections(RAW, [broken])).toMatchObject([{ rule: "line-break", line: 2, column: 25 }]);
  });

  it("does not take a page break for a line break", () => {
    expect(placeCorrections(RAW, [change("zwei", "2", ["token"])])).toMatchObject([{ line: 3, column: 19 }]);
  });

  it("finds every change where it stands in the input", () => {
    const property = fc.property(fc.array(fc.constantFrom("a", "b", "\n", "\n\n", "ß")), (parts) => {
      const raw = parts.join("");
      const changes = [...raw.matchAll(/b/g)].map(({ index }) => ({ ...change("b", "B", []), start: index }));
      const lines = raw.split("\n");
      for (const place of placeCorrections(raw, changes)) {
        expect(lines[place.line - 1]?.[place.column - 1]).toBe("b");
      }
    });
    fc.assert(property);
  });

  it("finds the places of a long text", () => {
    const raw = "b".repeat(300_000);
    const changes = Array.from(raw, (_, start) => ({ ...change("b", "B", []), start }));
    expect(placeCorrections(raw, changes).at(-1)).toMatchObject({ line: 1, column: 300_000 });
  });
});
