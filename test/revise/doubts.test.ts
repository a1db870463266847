import { describe, expect, it } from "vitest";
import type { DiagnosticCode, MemoRecord } from "../../src/model/record.ts";
import { applyReview } from "../../src/revise/apply-review.ts";
import { decided, fixtureRecord } from "./records.ts";

const machine = fixtureRecord("zwei-beschluesse");
const response = "/memo/items/2/response";
const text = machine.memo.items[2]?.response ?? "";
const [first] = machine.memo.items;
const clause = first?.clauses[0]?.text ?? "";

describe("a boundary moved", () => {
  const doubtful = (): MemoRecord => {
    const record = structuredClone(machine);
    const open = (code: DiagnosticCode, at: string) => ({
      severity: "warning" as const,
      code,
      message: `${code} at ${at}`,
      at,
    });
    record.diagnostics = [
      open("field-uncertain", "/memo/items/2/response"),
      open("clause-number-missing", "/memo/items/2"),
      open("clause-without-response", "/memo/items/0"),
      open("date-uncertain", "/memo/date"),
    ];
    record.evidence["/memo/items/2/response"] = { ...evidenceOf(record, "/memo/items/2/response"), confidence: 0.6 };
    record.evidence["/memo/items/0/response"] = { ...evidenceOf(record, "/memo/items/0/response"), confidence: 0.7 };
    record.status = "needs-review";
    return record;
  };
  const words = (first?.response ?? "").split(" ");
  const moved = machine.memo.items.map((item, index) =>
    index === 0
      ? {
          ...item,
          clauses: [{ number: "1", text: `${clause} ${words[0]}` }],
          response: words.slice(1).join(" "),
        }
      : item,
  );
  const event = decided({ act: "set", field: "/memo/items", old: machine.memo.items, new: moved });
  const open = (record: MemoRecord): (string | undefined)[] =>
    record.diagnostics.filter(({ severity }) => severity !== "info").map(({ at }) => at);

  it("confirms nothing that was not touched, and leaves the other findings open", () => {
    const { record } = applyReview(doubtful(), [event]);
    expect(record.memo.items).toEqual(moved);
    expect(open(record)).toEqual(["/memo/items/2/response", "/memo/items/2", "/memo/date"]);
    expect(evidenceOf(record, "/memo/items/2/response").confidence).toBe(0.6);
    expect(evidenceOf(record, "/memo/items/0/response").confidence).toBe(0.7);
    expect(record.status).toBe("needs-review");
  });

  it("takes the findings of later entries along where an entry falls away", () => {
    const without = machine.memo.items.slice(1);
    const drop = decided({ act: "set", field: "/memo/items", old: machine.memo.items, new: without });
    const { record } = applyReview(doubtful(), [drop]);
    expect(open(record)).toEqual(["/memo/items/1/response", "/memo/items/1", "/memo/date"]);
  });
});

describe("a doubtful word", () => {
  const place = (word: string) => ({ offset: text.indexOf(word), length: word.length });
  const withDoubts = (): MemoRecord => {
    const record = structuredClone(machine);
    const doubts = [place("38.000"), place("weitgehend")].map((one) => ({ ...one, reason: "word-uncertain" }));
    record.evidence[response] = { ...evidenceOf(record, response), confidence: 0.6, doubts };
    record.diagnostics = [{ severity: "warning", code: "field-uncertain", message: "Read with doubt.", at: response }];
    record.status = "needs-review";
    return record;
  };
  const check = (old: string, now: string, word: string) =>
    decided({ act: "check", field: response, old, new: now, word: { offset: old.indexOf(word), length: word.length } });
  const doubted = (record: MemoRecord): string[] =>
    (evidenceOf(record, response).doubts ?? []).map(({ offset, length }) =>
      (record.memo.items[2]?.response ?? "").slice(offset, offset + length),
    );

  it("found right is in doubt no more; the others are, and the field is no surer", () => {
    const { record } = applyReview(withDoubts(), [check(text, text, "weitgehend")]);
    expect(doubted(record)).toEqual(["38.000"]);
    expect(evidenceOf(record, response).confidence).toBe(0.6);
    expect(record.status).toBe("needs-review");
  });

  it("mended moves the ones after it; with the last one the field is sure and its finding settled", () => {
    const now = text.replace("weitgehend", "größtenteils und weitgehend");
    const first = applyReview(withDoubts(), [check(text, now, "weitgehend")]).record;
    expect(doubted(first)).toEqual(["38.000"]);
    const both = [check(text, now, "weitgehend"), check(now, now, "38.000")];
    const { record } = applyReview(withDoubts(), both);
    expect(record.memo.items[2]?.response).toBe(now);
    expect(doubted(record)).toEqual([]);
    expect(evidenceOf(record, response).confidence).toBe(1);
    expect(record.status).toBe("ok");
  });

  it("goes with its words where a boundary moves, and is settled where its field is confirmed", () => {
    const items = machine.memo.items.map((item, index) =>
      index === 2 ? { ...item, response: `Vorab: ${item.response}` } : item,
    );
    const set = decided({ act: "set", field: "/memo/items", old: machine.memo.items, new: items });
    const { record } = applyReview(withDoubts(), [set]);
    expect(evidenceOf(record, response).doubts).toHaveLength(2);
    const { record: sure } = applyReview(withDoubts(), [
      decided({ act: "confirm", field: response, old: text, new: text }),
    ]);
    expect(doubted(sure)).toEqual([]);
  });
});

function evidenceOf(record: MemoRecord, pointer: string) {
  const evidence = record.evidence[pointer];
  if (evidence === undefined) throw new Error(`nothing at ${pointer}`);
  return evidence;
}
