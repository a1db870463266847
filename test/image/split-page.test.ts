import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPage } from "../../src/image/split-page.ts";
import { Canvas } from "./draw.ts";

const DPI = 300;

/** A page of print with lines 50 pixels apart, from row 100 on. */
function pageOf(lines: number): Canvas {
  const canvas = new Canvas(1000, 1600);
  for (let line = 0; line < lines; line++) canvas.print(100, 100 + line * 50, 40);
  return canvas;
}

describe("splitPage", () => {
  it("cuts between two lines, half of the print on either side", () => {
    const canvas = pageOf(20);
    const [upper, lower, ...others] = splitPage(canvas, DPI);
    expect(others).toEqual([]);
    expect(upper?.top).toBe(0);
    expect(lower).toEqual({ top: upper?.bottom, bottom: 1600 });
    const cut = upper?.bottom ?? 0;
    expect(cut).toBeGreaterThan(500);
    expect(cut).toBeLessThan(650);
    expect(canvas.data.subarray(cut * 1000, (cut + 1) * 1000).every((value) => value === 255)).toBe(true);
  });

  it("leaves whole what has no white row to cut at, or nothing on it", () => {
    const ruled = pageOf(20).rectangle(500, 0, 4, 1600);
    for (const canvas of [ruled, new Canvas(1000, 1600), pageOf(1)]) {
      expect(splitPage(canvas, DPI)).toEqual([{ top: 0, bottom: 1600 }]);
    }
  });

  it("leaves no row out, whatever the picture", () => {
    const bands = fc.array(fc.record({ top: fc.nat(190), height: fc.integer({ min: 1, max: 20 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(bands, (rows) => {
        const canvas = new Canvas(20, 210);
        for (const { top, height } of rows) canvas.rectangle(3, top, 9, height);
        const strips = splitPage(canvas, DPI);
        expect(strips[0]?.top).toBe(0);
        expect(strips.at(-1)?.bottom).toBe(210);
        for (const [index, strip] of strips.entries()) {
          if (index > 0) expect(strip.top).toBe(strips[index - 1]?.bottom);
          expect(strip.bottom).toBeGreaterThan(strip.top);
        }
      }),
    );
  });
});
