import { describe, expect, it } from "vitest";
import { rulingsOf, withoutRulings } from "../../src/image/rulings.ts";
import type { GreyImage } from "../../src/model/grey-image.ts";

const DPI = 300;

/** White paper with black boxes: left, top, width, height. */
function paper(...boxes: readonly (readonly [number, number, number, number])[]): GreyImage {
  const [width, height] = [900, 600];
  const data = new Uint8Array(width * height).fill(255);
  for (const [left, top, wide, high] of boxes) {
    for (let y = top; y < top + high; y++) data.fill(0, y * width + left, y * width + left + wide);
  }
  return { width, height, data };
}

const isBlack = ({ data, width }: GreyImage, x: number, y: number): boolean => (data[y * width + x] ?? 255) < 128;

describe("the ruling lines of a picture", () => {
  const level = [100, 100, 600, 3] as const;
  const upright = [100, 100, 3, 300] as const;

  it("are long, thin and free", () => {
    const found = rulingsOf(paper(level, upright), DPI);
    expect(found.level.map(({ at, from, to }) => [at, from, to])).toEqual([[101, 100, 699]]);
    expect(found.upright.map(({ at, from, to }) => [at, from, to])).toEqual([[101, 100, 399]]);
  });

  it("may be dotted", () => {
    const dots = Array.from({ length: 75 }, (_, at) => [100 + 8 * at, 200, 4, 3] as const);
    expect(rulingsOf(paper(...dots), DPI).level).toHaveLength(1);
  });

  it("are no bars, and no strokes of letters", () => {
    expect(rulingsOf(paper([100, 100, 600, 40], [100, 300, 4, 32]), DPI)).toEqual({ level: [], upright: [] });
  });

  it("are taken out where they cross, and letters that touch them stay", () => {
    const image = paper(level, upright, [300, 80, 6, 40]);
    const clean = withoutRulings(image, rulingsOf(image, DPI), DPI);
    expect([isBlack(clean, 101, 101), isBlack(clean, 500, 101), isBlack(clean, 101, 300)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(isBlack(clean, 302, 90)).toBe(true);
  });
});
