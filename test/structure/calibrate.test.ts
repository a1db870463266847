import { describe, expect, it } from "vitest";
import { letterProbability, probabilityOf } from "../../src/structure/calibrate.ts";
import { doubtsIn, EVIDENCE, evidenceOf, GROUPS, groupOf } from "../../src/structure/evidence.ts";
import { itemsOf } from "../../src/structure/fields/items.ts";
import type { MemoTree } from "../../src/text/memo-tree.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";
import { UNCALIBRATED } from "../tools/fit/fit-calibration.ts";
import { readingOf, type Written } from "./reading-of.ts";

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
    expect(doubtsIn(leaf, [{ start: 12, end: 14 }])).toEqual([]);
    expect(doubtsIn(leaf, [{ start: 21, end: 26 }])).toEqual([]);
  });
});

/** Of a letter that has a body alone. */
function evidenceIn(...written: Written[]) {
  const reading = readingOf(...written);
  const memo = {
    kind: null,
    confidential: null,
    authority: null,
    office: null,
    recipient: null,
    fileReference: null,
    date: null,
    references: [],
    subject: null,
    salutation: null,
    introduction: null,
    reportStatus: null,
    items: itemsOf(reading),
    nextReview: null,
    closing: null,
    signatures: [],
    attachments: [],
  } as unknown as MemoTree;
  return evidenceOf(memo, reading, []);
}

/** Names of what speaks for or against the first item's first leaf of a kind. */
function said(kind: string, ...written: Written[]): string[] {
  const leaf = evidenceIn(...written).find(({ pointer }) => pointer.endsWith(kind));
  const counted = ["bias", "sureness", "reading"];
  return EVIDENCE.filter((name, i) => !counted.includes(name) && leaf?.values[i] !== 0);
}

describe("what an item's looks say", () => {
  it("nothing of one that is in order", () => {
    expect(said("response", ["clause", "1. „Wege bauen.“"], ["response", "Gebaut."])).toEqual([]);
  });

  it.each<[string, Written[]]>([
    [
      "half-quoted",
      [
        ["clause", "1. „Wege bauen."],
        ["response", "Gebaut."],
      ],
    ],
    [
      "ends-open",
      [
        ["clause", "1. „Wege bauen.“"],
        ["response", "Gebaut wurde im"],
      ],
    ],
    [
      "begins-lower",
      [
        ["clause", "1. „Wege bauen.“"],
        ["response", "und gebaut."],
      ],
    ],
    [
      "joint",
      [
        ["clause", "1. „Wege bauen.“"],
        ["clause", "2. „Bänke stellen.“"],
        ["response", "Getan."],
      ],
    ],
    ["no-response", [["clause", "1. „Wege bauen.“"]]],
    [
      "numbers-broken",
      [
        ["clause", "3. „Wege bauen.“"],
        ["response", "Gebaut."],
      ],
    ],
  ])("%s", (name, written) => {
    expect(said("text", ...written)).toContain(name);
  });

  it("is less sure of a letter the more of its items are doubtful", () => {
    const calibration = { ...UNCALIBRATED, letter: [2, ...GROUPS.map(() => 1)] };
    const [one, two] = [1, 2].map((count) => {
      const items = Array.from({ length: count }, (_, i): Written[] => [
        ["clause", `${i + 1}. „Wege bauen.“`],
        ["response", "Gebaut."],
      ]);
      return letterProbability(evidenceIn(...items.flat()), calibration);
    });
    expect(two).toBeLessThan(one as number);
  });
});
