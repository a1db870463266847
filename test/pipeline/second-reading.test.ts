import { describe, expect, it } from "vitest";
import type { Line } from "../../src/model/page.ts";
import type { OcrPicture, OcrReader } from "../../src/ocr/engine.ts";
import { withSecondReading } from "../../src/pipeline/second-reading.ts";

/** So few dots that nothing is made smaller before it is read. */
const DPI = 100;
const PAGE = { image: { width: 400, height: 300, data: new Uint8Array(400 * 300) }, dpi: DPI, number: 1 };

/** A line of one word, 20 pixels high. */
function lineOf(text: string, confidence: number, left = 100, top = 50): Line {
  const box = [left, top, 60, 20] as const;
  return { text, box, words: [{ start: 0, end: text.length, box, confidence }] };
}

/** Reads each strip as the same lines, in the strip's own coordinates. */
function engineReading(lines: readonly Line[]): OcrReader & { readonly pictures: OcrPicture[] } {
  const pictures: OcrPicture[] = [];
  const recognise = async (strips: readonly OcrPicture[]) => {
    pictures.push(...strips);
    return strips.map(() => ({ lines }));
  };
  return { pictures, recognise };
}

describe("withSecondReading", () => {
  it("takes the surer reading, at the line's place on the page", async () => {
    const engine = engineReading([lineOf("zu 2.:", 0.85, 10, 3)]);
    const [line] = await withSecondReading([lineOf("ZU 2;", 0.6)], PAGE, engine);
    expect(line).toEqual(lineOf("zu 2.:", 0.85, 100, 50));
    expect(engine.pictures.map(({ shows, image }) => [shows, image.width, image.height])).toEqual([["line", 80, 26]]);
  });

  it("keeps the first where the second is no surer, or finds no line or several", async () => {
    const first = lineOf("GZ. 25", 0.6);
    for (const again of [[lineOf("6Z", 0.62)], [], [lineOf("a", 0.9), lineOf("b", 0.9)]]) {
      expect(await withSecondReading([first], PAGE, engineReading(again))).toEqual([first]);
    }
  });

  it("does not read again what was read surely, or is long", async () => {
    const engine = engineReading([]);
    const box = [0, 0, 9, 9] as const;
    const words = Array.from({ length: 8 }, (_, index) => ({
      start: 2 * index,
      end: 2 * index + 1,
      box,
      confidence: 0.3,
    }));
    await withSecondReading([lineOf("Datum:", 0.95), { text: "a b c d e f g h", box, words }], PAGE, engine);
    expect(engine.pictures).toEqual([]);
  });

  it("cuts no strip beyond the page", async () => {
    const engine = engineReading([lineOf("- 2 -", 0.9, 0, 0)]);
    const [line] = await withSecondReading([lineOf("De", 0.2, 3, 2)], PAGE, engine);
    expect(engine.pictures[0]?.image.width).toBe(73);
    expect(line?.box).toEqual([0, 0, 60, 20]);
  });
});
