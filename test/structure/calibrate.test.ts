import { describe, expect, it } from "vitest";
import { probabilityOf } from "../../src/structure/calibrate.ts";
import { doubtsIn, EVIDENCE, GROUPS, groupOf } from "../../src/structure/evidence.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";
import { UNCALIBRATED } from "../tools/fit/fit-calibration.ts";

const TEXT = TracedText.of(readTextOf(pagesOfPlainText("Der Weg ist lang und breit.")));

describe("what a leaf's confidence is reckoned from", () => {
  it.each([
    ["/memo/items/0/clauses/1/number", "number"],
    ["/memo/items/0/clauses/1/text", "body"],
    ["/memo/items/12/response", "body"],
    ["/memo/items/0/fulfilment", "fixed"],
    ["/memo/signatures/0/name", "name"],
    ["/memo/references/1/paper", "reference"],
    ["/memo/date", "value"],
    ["/memo/closing", "fixed"],
  ])("%s is of the group %s", (pointer, group) => {
    expect(groupOf(pointer)).toBe(group);
  });

  it("is a probability, and is the sureness itself before anything is fitted", () => {
    for (const group of GROUPS) {
      for (const logit of [-8, -1, 0, 2, 8]) {
        const values = EVIDENCE.map((name) => (name === "sureness" ? logit : 1));
        const probability = probabilityOf({ pointer: "", group, values }, UNCALIBRATED);
        expect(probability).toBeCloseTo(1 / (1 + Math.exp(-logit)), 12);
      }
    }
  });

  it("places doubts in the leaf, not in the letter", () => {
    const leaf = TEXT.slice(8, 21);
    expect(leaf.text).toBe("ist lang und ");
    expect(doubtsIn(leaf, [{ start: 12, end: 16 }])).toEqual([{ offset: 4, length: 4 }]);
    expect(doubtsIn(leaf, [{ start: 0, end: 3 }])).toEqual([]);
    expect(doubtsIn(leaf, [{ start: 21, end: 26 }])).toEqual([]);
  });
});
