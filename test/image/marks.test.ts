import { describe, expect, it } from "vitest";
import { eraseMarks } from "../../src/image/marks/erase-marks.ts";
import { Canvas, inkIn } from "./draw.ts";

const DPI = 300;

/** A line of print above, a name of 12 letters with its feet at 300, a role below. */
function signedPage(): Canvas {
  return new Canvas(900, 500).print(60, 120, 30).print(60, 300, 12).print(60, 350, 20);
}

/** Up and down across the name and beyond it, as pens do. */
const SIGNATURE = [
  [130, 250],
  [170, 200],
  [200, 310],
  [250, 190],
  [300, 295],
  [380, 220],
  [520, 270],
] as const;

describe("eraseMarks", () => {
  it("erases a pen's strokes between the lines, and leaves the name", () => {
    const clean = eraseMarks(signedPage().stroke(SIGNATURE, 5), DPI);
    const name = inkIn(signedPage(), 60, 268, 240, 33);
    expect(inkIn(clean, 60, 180, 500, 80)).toBe(0);
    expect(inkIn(clean, 60, 268, 240, 33)).toBeGreaterThan(0.9 * name);
    expect(inkIn(clean, 60, 268, 240, 33)).toBeLessThan(1.35 * name);
  });

  it("erases what the pen wrote beside the name", () => {
    const clean = eraseMarks(signedPage().stroke(SIGNATURE, 5), DPI);
    expect(inkIn(clean, 400, 180, 200, 130)).toBeLessThan(10);
  });

  it("changes nothing where no one signed", () => {
    const canvas = signedPage();
    expect(eraseMarks(canvas, DPI)).toBe(canvas);
  });

  describe("a framed stamp set down askew", () => {
    const FRAME = [
      [300, 160],
      [640, 120],
      [656, 256],
      [316, 296],
      [300, 160],
    ] as const;
    const stamped = (): Canvas => signedPage().stroke(FRAME, 5).print(350, 200, 10, 18).print(352, 235, 8, 18);

    it("is erased with what it says", () => {
      expect(inkIn(eraseMarks(stamped(), DPI), 295, 150, 370, 110)).toBe(0);
    });

    it("leaves the line of print that it reaches into", () => {
      const before = inkIn(signedPage(), 60, 268, 240, 33);
      const after = inkIn(eraseMarks(stamped(), DPI), 60, 268, 240, 33);
      expect(after).toBe(before);
    });
  });

  it("leaves frames and rules alone", () => {
    const canvas = signedPage().stroke(
      [
        [40, 200],
        [700, 200],
        [700, 320],
        [40, 320],
        [40, 200],
      ],
      4,
    );
    expect(eraseMarks(canvas, DPI)).toBe(canvas);
  });

  it("leaves a page without letters alone", () => {
    const canvas = new Canvas(600, 400).stroke(SIGNATURE, 5);
    expect(eraseMarks(canvas, DPI).data).toHaveLength(canvas.data.length);
  });
});
