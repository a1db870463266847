import { expect, it } from "vitest";
import { positiveOf } from "../../src/image/negative.ts";
import { Canvas, greyAt } from "./draw.ts";

it("turns white print on black round, and nothing else", () => {
  const print = new Canvas(400, 400).print(20, 100, 12).print(20, 160, 12);
  const negative = { ...print, width: 400, height: 400, data: print.data.map((value) => 255 - value) };
  expect(positiveOf(negative).data).toEqual(print.data);
  expect(positiveOf(print)).toBe(print);
  const darkEdge = new Canvas(400, 400).rectangle(0, 0, 250, 400);
  expect(greyAt(positiveOf(darkEdge), 300, 10)).toBe(255);
});
