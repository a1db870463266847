import { describe, expect, it } from "vitest";
import { componentsOf } from "../../src/image/components.ts";
import { lettersOf } from "../../src/image/letters.ts";
import { type Orientation, orientationOf } from "../../src/image/orientation.ts";
import { prepareForOcr } from "../../src/image/prepare-for-ocr.ts";
import { type QuarterTurns, turnBack } from "../../src/image/quarter-turns.ts";
import { rotate } from "../../src/image/rotate.ts";
import type { GreyImage } from "../../src/model/grey-image.ts";
import { Canvas } from "./draw.ts";

const DPI = 300;

/** A page of print, every third letter an ascender. */
function page(): Canvas {
  const canvas = new Canvas(1000, 800);
  for (let line = 0; line < 12; line++) canvas.print(100, 100 + line * 50, 40);
  return canvas;
}

function orientation(image: GreyImage): Orientation {
  return orientationOf(lettersOf(componentsOf(image, 128), DPI), image, DPI);
}

/** The page turned clockwise. */
function turned(image: GreyImage, turns: QuarterTurns): GreyImage {
  return turnBack(image, ((4 - turns) % 4) as QuarterTurns);
}

describe("orientationOf", () => {
  it.each([-4, -1.6, -0.3, 0, 0.8, 2.5, 5])("finds that lines fall by %d degrees", (degrees) => {
    const { quarterTurns, skew } = orientation(rotate(page(), degrees));
    expect(quarterTurns).toBe(0);
    expect(skew).toBeCloseTo(degrees, 0.7);
  });

  it.each([0, 1, 2, 3] as const)("finds that a page is turned by %d quarters", (turns) => {
    const { quarterTurns, skew } = orientation(turned(rotate(page(), 0.8), turns));
    expect(quarterTurns).toBe(turns);
    expect(skew).toBeCloseTo(0.8, 0.7);
  });

  it("says nothing where there is no text", () => {
    expect(orientation(new Canvas(500, 500).rectangle(10, 10, 300, 200))).toEqual({ quarterTurns: 0, skew: 0 });
  });
});

describe("prepareForOcr", () => {
  it("turns a page upright, and tells how it lay", () => {
    const { image, dpi, turn } = prepareForOcr(turned(page(), 3), DPI);
    expect([image.width, image.height, dpi]).toEqual([1000, 800, DPI]);
    expect(turn).toBe(270);
  });
});
