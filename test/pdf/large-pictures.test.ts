import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecodedPicture, scaledDown } from "../../src/pdf/large-pictures.ts";

/** Rows of 0 and 1 as bits, each row from a byte on. */
function bitsOf(rows: readonly string[]): Uint8Array {
  return Uint8Array.from(
    rows.flatMap((row) => row.match(/.{1,8}/gu) ?? []),
    (byte) => Number.parseInt(byte.padEnd(8, "0"), 2),
  );
}

describe("a decoded picture that is larger than there is use for", () => {
  it("of grey bits becomes colours, the mean of each square", () => {
    const rows = ["1111000011", "1111000011", "0000111100"];
    const picture = { width: 10, height: 3, data: bitsOf(rows), kind: 1, interpolate: true };
    const { data, ...scaled } = scaledDown(picture, 10);
    expect(scaled).toEqual({ width: 5, height: 2, kind: 2, interpolate: true });
    const firsts = Array.from(data ?? []).filter((_, at) => at % 3 === 0);
    expect(firsts).toEqual([255, 255, 0, 0, 255, 0, 0, 255, 255, 0]);
  });

  it("of a mask stays a mask: what most bits of a square are", () => {
    const picture = { width: 4, height: 2, data: bitsOf(["1100", "1001"]) };
    expect(scaledDown(picture, 2)).toEqual({ width: 2, height: 1, data: bitsOf(["10"]) });
  });

  it("of colours has the mean of each channel", () => {
    const data = Uint8ClampedArray.from([0, 10, 20, 255, 100, 0, 40, 30, 20, 255, 200, 0]);
    const rgba = { width: 3, height: 1, kind: 3, data };
    expect(scaledDown(rgba, 2).data).toEqual(Uint8ClampedArray.from([50, 5, 30, 142, 20, 255, 200, 0]));
  });

  it("is itself where it is not, or is not kept", () => {
    const small: DecodedPicture = { width: 2, height: 1, kind: 2, data: new Uint8Array(6) };
    expect(scaledDown(small, 2)).toBe(small);
    const dropped: DecodedPicture = { width: 9, height: 9, data: null };
    expect(scaledDown(dropped, 2)).toBe(dropped);
  });

  it("of one colour stays of one colour, whatever its size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(255),
        (width, height, value) => {
          const picture = { width, height, kind: 2, data: new Uint8Array(3 * width * height).fill(value) };
          const scaled = scaledDown(picture, 50);
          expect(scaled.width * scaled.height).toBeLessThanOrEqual(50 + width + height);
          expect(new Set(scaled.data)).toEqual(new Set([value]));
        },
      ),
    );
  });
});
