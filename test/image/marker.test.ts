import { describe, expect, it } from "vitest";
import { type ColourImage, withoutMarker } from "../../src/image/marker.ts";
import { Canvas, greyAt } from "./draw.ts";

const DPI = 100;
type Colour = readonly [red: number, green: number, blue: number];

/** Some lines of print, seen through colours: each plane as dark as its share of the ink or the colour. */
function coloured(canvas: Canvas, colourAt: (x: number, y: number) => Colour): { grey: Canvas; colours: ColourImage } {
  const { width, height } = canvas;
  const data = new Uint8Array(width * height * 3);
  const grey = new Canvas(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const planes = colourAt(pixel % width, Math.floor(pixel / width)).map(
      (plane) => (plane * (canvas.data[pixel] ?? 0)) / 255,
    );
    data.set(planes, pixel * 3);
    grey.data[pixel] = Math.round(0.3 * (planes[0] ?? 0) + 0.59 * (planes[1] ?? 0) + 0.11 * (planes[2] ?? 0));
  }
  return { grey, colours: { width, height, channels: 3, data } };
}

const PAPER: Colour = [240, 240, 236];
const print = (): Canvas => new Canvas(400, 200).print(20, 60, 16, 14).print(20, 110, 16, 14);
const isMarked = (x: number, y: number): boolean => x >= 40 && x < 180 && y >= 80 && y < 120;

describe("withoutMarker", () => {
  it.each([
    ["pink", [240, 80, 160]],
    ["green", [120, 235, 90]],
    ["blue", [90, 190, 240]],
    ["orange", [245, 160, 40]],
    ["yellow", [245, 240, 60]],
  ] as const)("makes what a %s one covers as light as paper, and keeps its print", (_, marker) => {
    const { grey, colours } = coloured(print(), (x, y) => (isMarked(x, y) ? marker : PAPER));
    const image = withoutMarker(grey, colours, DPI);
    const bare = print();
    for (let y = 84; y < 116; y++) {
      for (let x = 44; x < 176; x++) {
        const printed = bare.at(x, y);
        if (printed === 255) expect(greyAt(image, x, y)).toBeGreaterThan(225);
        else expect(greyAt(image, x, y)).toBeLessThan(60);
      }
    }
    expect(greyAt(image, 300, 160)).toBe(greyAt(grey, 300, 160));
  });

  it("leaves print in coloured ink, grey paper and a stamp's box", () => {
    const red = new Canvas(400, 200).print(20, 60, 16, 14).rectangle(200, 80, 100, 3).rectangle(200, 120, 100, 3);
    const inInk = coloured(new Canvas(400, 200), (x, y) => (red.at(x, y) === 0 ? [210, 30, 40] : PAPER));
    expect(withoutMarker(inInk.grey, inInk.colours, DPI)).toBe(inInk.grey);
    const onGrey = coloured(print(), () => [190, 188, 180]);
    expect(withoutMarker(onGrey.grey, onGrey.colours, DPI)).toBe(onGrey.grey);
  });
});
