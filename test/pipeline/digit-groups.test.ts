import { describe, expect, it } from "vitest";
import type { Line } from "../../src/model/page.ts";
import { withDigitGroups } from "../../src/pipeline/digit-groups.ts";
import { Canvas } from "../image/draw.ts";

/** "GZ:" and four digits, 12 pixels wide and 20 high, with gaps as given. */
function printed(text: string, ...gaps: readonly number[]): { image: Canvas; line: Line } {
  const image = new Canvas(300, 60);
  let x = 100;
  for (const gap of [...gaps, 0]) {
    image.rectangle(x, 20, 12, 20);
    x += 12 + gap;
  }
  const words = [
    { start: 0, end: 3, box: [40, 20, 40, 20] as const, confidence: 0.9 },
    { start: 4, end: 4 + text.length, box: [100, 20, x - 100, 20] as const, confidence: 0.8 },
  ];
  return { image, line: { text: `GZ: ${text}`, box: [40, 20, x - 40, 20], words } };
}

describe("withDigitGroups", () => {
  it("parts digits where a space was printed", () => {
    const { image, line } = printed("2513", 10, 3, 3);
    const parted = withDigitGroups(line, image);
    expect(parted.text).toBe("GZ: 2 513");
    expect(parted.words.map(({ start, end, box }) => [parted.text.slice(start, end), box[0], box[2]])).toEqual([
      ["GZ:", 40, 40],
      ["2", 100, 12],
      ["513", 122, 42],
    ]);
  });

  it.each([
    ["an evenly spaced stamp", "4013", [10, 10, 10]],
    ["a year", "2013", [3, 3, 10]],
    ["a narrow one after a 1", "4013", [3, 6, 3]],
    ["digits that touch, so that none can be told from the next", "4013", [10, 0, 3]],
    ["what is no number", "2a13", [10, 3, 3]],
  ])("leaves %s", (_, text, gaps) => {
    const { image, line } = printed(text, ...gaps);
    expect(withDigitGroups(line, image)).toBe(line);
  });
});
