import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseBackground } from "../../src/image/background.ts";
import { despeckle } from "../../src/image/despeckle.ts";
import { downscale } from "../../src/image/downscale.ts";
import { rotate } from "../../src/image/rotate.ts";
import { Canvas, greyAt, inkIn } from "./draw.ts";

const DPI = 300;

/** A page of print: 12 lines of 40 letters. */
function page(): Canvas {
  const canvas = new Canvas(1000, 800);
  for (let line = 0; line < 12; line++) canvas.print(100, 100 + line * 50, 40);
  return canvas;
}

describe("normaliseBackground", () => {
  it("makes paper white that darkens from left to right, and keeps ink dark", () => {
    const canvas = new Canvas(640, 320);
    for (let x = 0; x < 640; x++) canvas.rectangle(x, 0, 1, 320, 240 - Math.floor(x / 8));
    canvas.rectangle(500, 100, 20, 20, 30);
    const image = normaliseBackground(canvas);
    expect(greyAt(image, 20, 160)).toBeGreaterThan(245);
    expect(greyAt(image, 600, 160)).toBeGreaterThan(245);
    expect(greyAt(image, 510, 110)).toBeLessThan(70);
  });

  it("leaves a page alone whose paper is white", () => {
    const canvas = page();
    expect(normaliseBackground(canvas)).toBe(canvas);
  });

  it("keeps the size of any picture", () => {
    const sizes = fc.record({ width: fc.integer({ min: 1, max: 150 }), height: fc.integer({ min: 1, max: 150 }) });
    fc.assert(
      fc.property(sizes, ({ width, height }) => {
        const image = normaliseBackground(new Canvas(width, height, 200));
        expect([image.width, image.height]).toEqual([width, height]);
        expect(image.data.every((value) => value >= 254)).toBe(true);
      }),
    );
  });

  it("does not stretch a photo to white", () => {
    const image = normaliseBackground(new Canvas(320, 320, 40));
    expect(greyAt(image, 160, 160)).toBeLessThan(160);
  });
});

describe("despeckle", () => {
  it("removes a speck that stands alone", () => {
    expect(inkIn(despeckle(page().rectangle(940, 700, 4, 4), DPI).image, 930, 690, 20, 20)).toBe(0);
  });

  it("keeps the dots of umlauts, and full stops", () => {
    const canvas = page().rectangle(120, 60, 4, 4).rectangle(128, 60, 4, 4).rectangle(905, 96, 4, 4);
    const clean = despeckle(canvas, DPI).image;
    expect(inkIn(clean, 110, 55, 30, 12)).toBe(32);
    expect(inkIn(clean, 900, 90, 15, 15)).toBe(16);
  });

  it("removes a speck near letters where it is sharper than they are", () => {
    const canvas = page();
    for (let index = 0; index < canvas.data.length; index++)
      canvas.data[index] = Math.max(130, canvas.data[index] ?? 0);
    canvas.rectangle(128, 60, 3, 3, 0);
    expect(greyAt(despeckle(canvas, DPI).image, 129, 61)).toBe(255);
  });
});

describe("downscale", () => {
  it("keeps an even grey even, at any size", () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 40 }),
      factor: fc.double({ min: 0.05, max: 1, noNaN: true }),
      grey: fc.nat(255),
    });
    fc.assert(
      fc.property(sizes, ({ width, height, factor, grey }) => {
        const small = downscale(new Canvas(width, height, grey), factor);
        expect(small.data.every((value) => value === grey)).toBe(true);
        expect(small.data.length).toBe(small.width * small.height);
      }),
    );
  });

  it("takes the mean of the area a pixel covers", () => {
    const small = downscale(new Canvas(3, 2).rectangle(0, 0, 1, 2, 0), 1 / 3);
    expect(small.width).toBe(1);
    expect(greyAt(small, 0, 0)).toBe(170);
  });
});

describe("rotate", () => {
  it("turns clockwise about the middle", () => {
    const turned = rotate(new Canvas(101, 101).rectangle(90, 48, 5, 5), 90);
    expect(greyAt(turned, 50, 92)).toBe(0);
    expect(greyAt(turned, 92, 50)).toBe(255);
  });
});
