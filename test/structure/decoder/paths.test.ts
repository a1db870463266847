import { describe, expect, it } from "vitest";
import { LABEL_COUNT } from "../../../src/structure/decoder/labels.ts";
import { type Marginals, marginals } from "../../../src/structure/decoder/marginals.ts";
import { bestPath } from "../../../src/structure/decoder/paths.ts";
import { type Scores, scoresOf } from "../../../src/structure/decoder/scores.ts";
import { PAIRS } from "../../../src/structure/decoder/weights.ts";
import { allPaths, stepKey } from "./all-paths.ts";
import { SMALL_TEXTS, type SmallLetter, smallLetter } from "./small-letters.ts";

/** Steps less probable than this the decoder does not name. */
const NEGLIGIBLE = 1e-8;

function decoded(letter: SmallLetter): { scores: Scores; all: Marginals } {
  const scores = scoresOf(letter.lattice, letter.weights, letter.at);
  return { scores, all: marginals(letter.lattice, scores) };
}

function summed(entries: readonly (readonly [key: string, probability: number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, probability] of entries) sums.set(key, (sums.get(key) ?? 0) + probability);
  return sums;
}

function stepsOf({ lattice }: SmallLetter, all: Marginals): Map<string, number> {
  const found: [string, number][] = [];
  all.eachStep(({ from, to, label, before }, probability) => {
    const [first, end] = [lattice.cuts[from] as number, lattice.cuts[to] as number];
    found.push([stepKey({ from: first, to: end, label, before: lattice.ordinals[before] as number }), probability]);
  });
  return summed(found);
}

function expectSame(found: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>): void {
  for (const key of new Set([...found.keys(), ...wanted.keys()])) {
    const [own, other] = [found.get(key) ?? 0, wanted.get(key) ?? 0];
    if (Math.abs(own - other) > NEGLIGIBLE) expect.fail(`${key}: ${own} for ${other}`);
  }
}

const CASES = Object.entries(SMALL_TEXTS).map(([name, text], i) => [name, text, 100 + i] as const);

describe.each(CASES)("against every path gone through: %s", (_name, text, seed) => {
  const letter = smallLetter(text, seed);
  const wanted = allPaths(letter);
  const { scores, all } = decoded(letter);

  it("the sum over all paths", () => {
    expect(wanted.count).toBeGreaterThan(300);
    expect(all.logZ).toBeCloseTo(wanted.logZ, 9);
  });

  it("the probability of each step", () => {
    expectSame(stepsOf(letter, all), wanted.steps);
  });

  it("the probability of each boundary", () => {
    const found: [string, number][] = [];
    all.eachBoundary((cut, pair, probability) => {
      found.push([`${letter.lattice.cuts[cut]} ${PAIRS[pair]?.join(" ")}`, probability]);
    });
    expectSame(summed(found), wanted.boundaries);
  });

  it("the probability of page furniture", () => {
    const found: [string, number][] = [];
    all.eachStep(({ from, to, label }, probability) => {
      for (let k = (letter.lattice.cuts[from] as number) + 1; k < (letter.lattice.cuts[to] as number); k++)
        found.push([`${k} ${label}`, probability * (scores.furniture[k * LABEL_COUNT + label] as number)]);
    });
    expectSame(summed(found), wanted.furniture);
  });

  it("the best path", () => {
    expect(wanted.second).toBeLessThan(1);
    const { cuts, ordinals } = letter.lattice;
    const steps = bestPath(letter.lattice, scores).map(({ from, to, label, before }) => ({
      from: cuts[from],
      to: cuts[to],
      label,
      before: ordinals[before],
    }));
    expect(steps).toEqual(wanted.best);
  });

  it("each piece below the first step is in one step", () => {
    const inside = new Float64Array(letter.lattice.size);
    const begun = new Float64Array(letter.lattice.size);
    all.eachStep(({ from, to }, probability) => {
      for (let k = letter.lattice.cuts[from] as number; k < (letter.lattice.cuts[to] as number); k++)
        inside[k] = (inside[k] as number) + probability;
    });
    all.eachBoundary((cut, pair, probability) => {
      if (PAIRS[pair]?.[0] !== LABEL_COUNT - 1) return;
      for (let k = letter.lattice.cuts[cut] as number; k < letter.lattice.size; k++)
        begun[k] = (begun[k] as number) + probability;
    });
    for (let k = 0; k < letter.lattice.size; k++) expect(inside[k]).toBeCloseTo(begun[k] as number, 6);
    expect(inside.at(-1)).toBeCloseTo(1, 6);
  });
});
