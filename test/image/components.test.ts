import fc from "fast-check";
import { expect, it } from "vitest";
import { type Component, componentsOf } from "../../src/image/components.ts";
import type { GreyImage } from "../../src/model/grey-image.ts";

/** The plain way: flood each dark pixel's neighbours. */
function flooded({ width, height, data }: GreyImage): Component[] {
  const seen = new Set<number>();
  const components: Component[] = [];
  for (let start = 0; start < data.length; start++) {
    if (seen.has(start) || (data[start] ?? 255) >= 128) continue;
    const pixels = [start];
    seen.add(start);
    for (const pixel of pixels) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      for (const [stepX, stepY] of NEIGHBOURS) {
        const [nextX, nextY] = [x + stepX, y + stepY];
        const next = nextY * width + nextX;
        if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height) continue;
        if (seen.has(next) || (data[next] ?? 255) >= 128) continue;
        seen.add(next);
        pixels.push(next);
      }
    }
    const xs = pixels.map((pixel) => pixel % width);
    const ys = pixels.map((pixel) => Math.floor(pixel / width));
    components.push({
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs) + 1,
      bottom: Math.max(...ys) + 1,
      area: pixels.length,
    });
  }
  return components;
}

const NEIGHBOURS = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));

const images = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.boolean(), { minLength: width * height, maxLength: width * height })
      .map((dark) => ({ width, height, data: Uint8Array.from(dark, (isDark) => (isDark ? 0 : 255)) })),
  );

const sorted = (components: readonly Component[]): Component[] =>
  [...components].sort((a, b) => a.top - b.top || a.left - b.left || a.area - b.area || a.right - b.right);

it("finds the same components as a flood does", () => {
  fc.assert(
    fc.property(images, (image) => {
      expect(sorted(componentsOf(image, 128))).toEqual(sorted(flooded(image)));
    }),
  );
});
