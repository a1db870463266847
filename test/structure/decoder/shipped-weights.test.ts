import { describe, expect, it } from "vitest";
import { loadedWeights, storedWeights } from "../../../src/structure/decoder/shipped-weights.ts";
import { type LetterWeights, sectionsOf } from "../../../src/structure/decoder/weights.ts";
import { UNCALIBRATED } from "../../tools/fit/fit-calibration.ts";
import { randomFrom } from "../../tools/fit/random.ts";

function someWeights(): LetterWeights {
  const random = randomFrom(5);
  const names = { boundary: new Map(["bias", "blank", "opens"].map((name, row) => [name, row])) };
  const decoder = Float64Array.from({ length: sectionsOf(names).size }, () => (random() < 0.7 ? 0 : 6 * random() - 3));
  const rows = new Map(
    ["bias", "w=weg"].map((name) => [name, Float64Array.from({ length: 23 }, () => random() - 0.5)]),
  );
  return { classifier: { rows, words: new Set(["weg", "bank"]) }, names, decoder, calibration: UNCALIBRATED };
}

describe("stored weights", () => {
  const weights = someWeights();
  const stored = storedWeights(weights);
  const loaded = loadedWeights(JSON.parse(JSON.stringify(stored)));

  it("come back equal to half a hundredth", () => {
    expect(loaded.decoder).toHaveLength(weights.decoder.length);
    const apart = weights.decoder.map((weight, i) => Math.abs(weight - (loaded.decoder[i] as number)));
    expect(Math.max(...apart)).toBeLessThanOrEqual(0.005 + 1e-12);
    expect([...loaded.names.boundary]).toEqual([...weights.names.boundary]);
    expect([...loaded.classifier.words]).toEqual([...weights.classifier.words]);
    for (const [name, row] of weights.classifier.rows) {
      Array.from(row).forEach((weight, b) => {
        expect(loaded.classifier.rows.get(name)?.[b]).toBeCloseTo(weight, 1);
      });
    }
  });

  it("lose nothing when they are stored again", () => {
    expect(storedWeights(loaded)).toEqual(stored);
  });

  it("hold runs of zeros as their number only", () => {
    const sizes = stored.decoder.map((value) => (typeof value === "number" ? 1 : value[0]));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(weights.decoder.length);
    expect(stored.decoder).not.toContain(0);
  });
});
