import { describe, expect, it } from "vitest";
import type { MemoRecord } from "../../src/model/record.ts";
import { applyReview } from "../../src/revise/apply-review.ts";
import { decided, fixtureRecord } from "./records.ts";

const AT = "/memo/items/2/response";
const plain = fixtureRecord("zwei-beschluesse");
const text = plain.memo.items[2]?.response ?? "";
const box: [number, number, number, number] = [10, 20, 30, 40];

/** The record with marks on words of one response. */
function marked(words: { doubt: string; cells: readonly string[] }): MemoRecord {
  const stretch = (word: string) => ({ offset: text.indexOf(word), length: word.length });
  const doubts = [{ ...stretch(words.doubt), reason: "word-uncertain" }];
  const cells = words.cells.map((word, column) => ({ ...stretch(word), row: 0, column, page: 1, box }));
  const evidence = plain.evidence[AT];
  if (evidence === undefined) throw new Error(`${AT} has no evidence.`);
  return { ...plain, evidence: { ...plain.evidence, [AT]: { ...evidence, doubts, cells } } };
}

/** The words that the marks of a response point at. */
function pointedAt({ memo, evidence }: MemoRecord, item = 2) {
  const value = memo.items[item]?.response ?? "";
  const words = (marks: readonly { offset: number; length: number }[] = []) =>
    marks.map(({ offset, length }) => value.slice(offset, offset + length));
  const { doubts, cells } = evidence[`/memo/items/${item}/response`] ?? {};
  return { doubts: words(doubts), cells: words(cells) };
}

const machine = marked({ doubt: "Mahnverfahren", cells: ["38.000 Euro", "weitgehend"] });

describe("marks of a value", () => {
  it("stay where another field is decided on", () => {
    const { record } = applyReview(machine, [
      decided({ act: "set", field: "/memo/closing", old: plain.memo.closing, new: "Gruß" }),
    ]);
    expect(record.evidence[AT]?.doubts).toEqual(machine.evidence[AT]?.doubts);
    expect(record.evidence[AT]?.cells).toEqual(machine.evidence[AT]?.cells);
  });

  it("are no doubts any more where a person answers for the value, and cells move with their words", () => {
    const now = `Vorweg: ${text.replace("38.000", "38.500")}`;
    const { record } = applyReview(machine, [decided({ act: "set", field: AT, old: text, new: now })]);
    expect(record.memo.items[2]?.response).toBe(now);
    expect(pointedAt(record)).toEqual({ doubts: [], cells: ["38.500 Euro", "weitgehend"] });
    const [confirmed] = [decided({ act: "confirm", field: AT, old: text, new: text })];
    expect(pointedAt(applyReview(machine, [confirmed]).record)).toEqual({
      doubts: [],
      cells: ["38.000 Euro", "weitgehend"],
    });
  });

  it("move with their words into another item", () => {
    const [first, ...rest] = plain.memo.items;
    if (first === undefined) throw new Error("The fixture has items.");
    const items = [...rest, first];
    const { record } = applyReview(machine, [
      decided({ act: "place", field: "/memo/items", old: plain.memo.items, new: items, finding: FINDING }),
    ]);
    expect(pointedAt(record, 1).cells).toEqual(["38.000 Euro", "weitgehend"]);
  });
});

const FINDING = { code: "unplaced-text", message: "No field took this." };
