import { describe, expect, it } from "vitest";
import { splitSheet } from "../../src/image/split-sheet.ts";
import { Canvas, inkIn } from "./draw.ts";

const DPI = 100;
const [WIDTH, HEIGHT] = [1654, 1169];

/** Lines of print from one place to another. */
function printed(canvas: Canvas, left: number, right: number): Canvas {
  for (let y = 120; y < 1000; y += 40) canvas.print(left, y, Math.floor((right - left) / 11), 12);
  return canvas;
}

const twoPages = (): Canvas => printed(printed(new Canvas(WIDTH, HEIGHT), 90, 740), 920, 1560);

describe("splitSheet", () => {
  it("cuts a sheet of two pages in the white between them", () => {
    const image = twoPages();
    const [left, right] = splitSheet(image, DPI) ?? [];
    expect(right?.left).toBeGreaterThan(760);
    expect(right?.left).toBeLessThan(900);
    expect([left?.image.height, right?.image.height]).toEqual([HEIGHT, HEIGHT]);
    expect((left?.image.width ?? 0) + (right?.image.width ?? 0)).toBe(WIDTH);
    if (right === undefined) throw new Error("no right page");
    expect(inkIn(right.image, 0, 0, right.image.width, HEIGHT)).toBe(
      inkIn(image, right.left, 0, WIDTH - right.left, HEIGHT),
    );
  });

  it("cuts it where a fold throws a shadow, and on grey paper", () => {
    expect(splitSheet(twoPages().rectangle(826, 0, 4, HEIGHT, 60), DPI)).not.toBeNull();
    const grey = twoPages();
    expect(
      splitSheet({ ...grey, width: WIDTH, height: HEIGHT, data: grey.data.map((value) => value * 0.8) }, DPI),
    ).not.toBeNull();
  });

  it.each([
    ["a page that stands upright", printed(new Canvas(HEIGHT, WIDTH), 90, 1000)],
    ["a table across the sheet", printed(new Canvas(WIDTH, HEIGHT), 90, 1560)],
    ["a plan with all its print to the left", printed(new Canvas(WIDTH, HEIGHT), 90, 740)],
    ["a blank sheet", new Canvas(WIDTH, HEIGHT)],
    ["columns with little white between", printed(printed(new Canvas(WIDTH, HEIGHT), 90, 800), 830, 1560)],
  ])("leaves %s", (_, image) => {
    expect(splitSheet(image, DPI)).toBeNull();
  });
});
