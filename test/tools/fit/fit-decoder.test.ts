import { describe, expect, it } from "vitest";
import { LABEL_COUNT, type Label } from "../../../src/structure/decoder/labels.ts";
import { SEGMENT_FEATURES } from "../../../src/structure/decoder/segment-features.ts";
import { type SmallLetter, smallLetter } from "../../structure/decoder/small-letters.ts";
import { gradientOf, surpriseOf } from "./fit-decoder.ts";
import { type Gold, goldOf } from "./gold.ts";
import { randomFrom } from "./random.ts";

const TEXT = `- 1 -
Der Rat der Stadt bittet
- 2 -
um Wege.
1. „Wege bauen?“
. ,
Gebaut.
l. „Bänke
3. stellen“
Gestellt.`;
const TRUTH: readonly [Label, string][] = [
  ["furniture", "f"],
  ["introduction", "i"],
  ["furniture", "f"],
  ["introduction", "i"],
  ["clause", "0"],
  ["furniture", "f"],
  ["response", "1"],
  ["clause", "2"],
  ["clause", "3"],
  ["response", "4"],
];

function goldIn({ lattice }: SmallLetter): Gold {
  const gold = goldOf(
    lattice,
    TRUTH.map(([label, leaf]) => ({ label, leaf })),
  );
  if ("problem" in gold) throw new Error(gold.problem);
  return gold;
}

describe("the gradient that the decoder is fitted by", () => {
  const letter = smallLetter(TEXT, 3);
  const { lattice, weights, at } = letter;
  const gold = goldIn(letter);
  const gradient = new Float64Array(at.size);
  const surprise = gradientOf(lattice, gold, weights, at, gradient);

  function slopeAt(i: number): number {
    const step = 1e-5;
    const [up, down] = [weights.slice(), weights.slice()];
    up[i] = (up[i] as number) + step;
    down[i] = (down[i] as number) - step;
    return (surpriseOf(lattice, gold, up, at) - surpriseOf(lattice, gold, down, at)) / (2 * step);
  }

  it("belongs to a surprise above nothing", () => {
    expect(surprise).toBeGreaterThan(0);
    expect(surpriseOf(lattice, gold, weights, at)).toBe(surprise);
  });

  const sections: readonly (readonly [name: string, from: number, to: number])[] = [
    ["pair", at.pair, at.start],
    ["start", at.start, at.segment],
    ["segment", at.segment, at.segment + SEGMENT_FEATURES.length * LABEL_COUNT],
    ["number", at.number, at.emission],
    ["emission", at.emission, at.piece],
    ["piece", at.piece, at.furniture],
    ["furniture", at.furniture, at.contrast],
    ["contrast", at.contrast, at.mean],
    ["mean", at.mean, at.looks],
    ["looks", at.looks, at.size],
  ];

  it.each(sections)("agrees with differences of the surprise: %s", (_name, from, to) => {
    const random = randomFrom(from);
    const heavy = Array.from({ length: to - from }, (_, i) => from + i)
      .toSorted((a, b) => Math.abs(gradient[b] as number) - Math.abs(gradient[a] as number))
      .slice(0, 6);
    const others = Array.from({ length: 4 }, () => from + Math.floor(random() * (to - from)));
    for (const i of new Set([...heavy, ...others])) expect(gradient[i]).toBeCloseTo(slopeAt(i), 5);
    expect(Math.abs(gradient[heavy[0] as number] as number)).toBeGreaterThan(1e-4);
  });
});
