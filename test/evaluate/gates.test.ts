import { describe, expect, it } from "vitest";
import { checkGates } from "../../src/evaluate/gates.ts";
import { scoreMemo } from "../../src/evaluate/score-memo.ts";
import { summarise } from "../../src/evaluate/summarise.ts";
import { MEMO, truth } from "./memos.ts";

/** One of 17 fields wrong, a wrong date, all else right. */
const SCORES = summarise([scoreMemo(truth(MEMO), truth({ ...MEMO, date: "2019-05-11" }))]);

describe("checkGates", () => {
  it("holds nothing back unless asked", () => {
    expect(checkGates({}, SCORES)).toEqual([]);
  });

  it.each([
    ["min-pair-f1", 100, true],
    ["min-field-accuracy", 94, true],
    ["min-field-accuracy", 94.2, false],
    ["max-cer", 0, true],
    ["max-wrong-dates", 1, true],
    ["max-wrong-dates", 0, false],
  ] as const)("--%s %d: %s", (gate, limit, met) => {
    expect(checkGates({ [gate]: limit }, SCORES)).toMatchObject([{ gate, limit, met }]);
  });

  it("is not met where nothing was scored", () => {
    const result = { gate: "max-confidence-error", limit: 10, unit: "%", measured: null, met: false };
    expect(checkGates({ "max-confidence-error": 10 }, SCORES)).toEqual([result]);
    expect(checkGates({ "max-cer": 100 }, summarise([]))).toMatchObject([{ measured: null, met: false }]);
  });
});
