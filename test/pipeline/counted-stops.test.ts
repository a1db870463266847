import { describe, expect, it } from "vitest";
import type { Line } from "../../src/model/page.ts";
import { withCountedStops } from "../../src/pipeline/counted-stops.ts";
import { Canvas } from "../image/draw.ts";

/** A number 12 pixels wide and so many stops, white, and a word. */
function printed(text: string, figures: number, stops: number): { image: Canvas; line: Line } {
  const image = new Canvas(400, 60);
  for (let at = 0; at < figures; at++) image.rectangle(40 + at * 16, 20, 12, 20);
  for (let at = 0; at < stops; at++) image.rectangle(40 + figures * 16 + at * 8, 36, 4, 4);
  image.rectangle(200, 20, 80, 20);
  const words = [
    { start: 0, end: text.length, box: [40, 20, 120, 20] as const, confidence: 0.9 },
    { start: text.length + 1, end: text.length + 4, box: [200, 20, 80, 20] as const, confidence: 0.9 },
  ];
  return { image, line: { text: `${text} Der`, box: [40, 20, 240, 20], words } };
}

describe("withCountedStops", () => {
  it("gives a number the one stop that was printed", () => {
    const { image, line } = printed("1...", 1, 1);
    const { text, words } = withCountedStops(line, image);
    expect(text).toBe("1. Der");
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["1.", "Der"]);
  });

  it.each([
    ["stops that were printed", "1...", 1, 3],
    ["a word", "usw...", 6, 1],
  ])("leaves %s", (_, text, figures, stops) => {
    const { image, line } = printed(text, figures, stops);
    expect(withCountedStops(line, image)).toEqual(line);
  });
});
