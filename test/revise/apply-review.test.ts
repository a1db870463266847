import { describe, expect, it } from "vitest";
import type { MemoRecord } from "../../src/model/record.ts";
import { applyReview } from "../../src/revise/apply-review.ts";
import { undone } from "../golden/undo.ts";
import { decided, fixtureRecord, withOnly, withText } from "./records.ts";

const machine = fixtureRecord("zwei-beschluesse");
const response = "/memo/items/2/response";
const text = machine.memo.items[2]?.response ?? "";
const [first] = machine.memo.items;
const clause = first?.clauses[0]?.text ?? "";

function set(field: string, old: string | null, now: string | null) {
  return decided({ act: "set", field, old, new: now });
}

describe("a value set", () => {
  it("stands in the record, its edit among the corrections, and undoing these gives what was read", () => {
    const now = text.replace("38.000 Euro", "38.500 Euro");
    const { record, conflicts } = applyReview(machine, [set(response, text, now)]);
    expect(record.memo.items[2]?.response).toBe(now);
    expect(conflicts).toEqual([]);
    expect(record.corrections.filter(({ rule }) => rule === "human")).toMatchObject([
      { from: "38.000", to: "38.500", at: response, confidence: 1 },
    ]);
    expect(undone(record, response)).toBe(machine.evidence[response]?.raw);
    expect(record.corrections.filter(({ rule }) => rule !== "human")).toEqual(machine.corrections);
  });

  it("where nothing was read has evidence that says so", () => {
    const { record } = applyReview(machine, [set("/memo/nextReview", null, "2020-01-31")]);
    expect(record.evidence["/memo/nextReview"]).toEqual({ raw: "", confidence: 1, regions: [] });
  });

  it("settles the findings on its field, and the record needs no review any more", () => {
    const field = "/memo/signatures/0/name";
    const doubtful: MemoRecord = {
      ...fixtureRecord("alter-kopf"),
      status: "needs-review",
      diagnostics: [
        { severity: "warning", code: "name-uncertain", message: "The name was read with doubt.", at: field },
      ],
    };
    const { record } = applyReview(doubtful, [
      set(field, doubtful.memo.signatures[0]?.name ?? null, "Dr. Waltraud Hempel"),
    ]);
    expect(doubtful.status).toBe("needs-review");
    expect(record.status).toBe("ok");
    expect(record.diagnostics.find(({ at }) => at === field)?.severity).toBe("info");
  });
});

describe("what was pointed at on the page", () => {
  const at = [{ page: 1, box: [70, 500, 90, 10] as [number, number, number, number] }];

  it("is where a field stands now, until it is typed over", () => {
    const taken = decided({
      act: "set",
      field: "/memo/nextReview",
      old: null,
      new: "2020-01-31",
      places: [{ at: "", regions: at }],
    });
    const { record } = applyReview(machine, [taken]);
    expect(record.evidence["/memo/nextReview"]).toEqual({ raw: "", confidence: 1, regions: at });
    const over = applyReview(machine, [taken, set("/memo/nextReview", "2020-01-31", "2020-02-28")]).record;
    expect(over.evidence["/memo/nextReview"]?.regions).toEqual([]);
  });

  it("is where the entry of a list stands, and goes with it", () => {
    const old = machine.memo.signatures;
    const added = { name: "Almut Querfurth", role: null, capacity: null };
    const places = [{ at: `/${old.length}/name`, regions: at }];
    const add = decided({ act: "set", field: "/memo/signatures", old, new: [...old, added], places });
    const { record } = applyReview(machine, [add]);
    expect(record.evidence[`/memo/signatures/${old.length}/name`]?.regions).toEqual(at);
    const first = decided({ act: "set", field: "/memo/signatures", old: [...old, added], new: [added, ...old] });
    expect(applyReview(machine, [add, first]).record.evidence["/memo/signatures/0/name"]?.regions).toEqual(at);
  });

  it("is passed over where the list has no such entry", () => {
    const old = machine.memo.signatures;
    const places = [{ at: "/99/name", regions: at }];
    const { record } = applyReview(machine, [
      decided({ act: "set", field: "/memo/signatures", old, new: old.slice(1), places }),
    ]);
    expect(JSON.stringify(record.evidence)).not.toContain(JSON.stringify(at[0]?.box));
  });
});

describe("a question", () => {
  const fine = withOnly(machine, () => false);
  const query = decided({ act: "query", field: "/diagnostics", old: null, new: null, note: "Which meeting?" });
  const finding = { code: "review-query", message: 'A person asks: "Which meeting?".' };

  it("keeps the record open with its note, until it is settled or the record is confirmed", () => {
    const asked = applyReview(fine, [query]).record;
    expect(asked.status).toBe("needs-review");
    expect(asked.diagnostics).toContainEqual({ severity: "warning", ...finding });
    const settle = decided({ act: "dismiss", field: "/diagnostics", old: finding.message, new: null, finding });
    expect(applyReview(fine, [query, settle]).record.status).toBe("ok");
    const all = decided({ act: "confirm", field: "/memo", old: fine.memo, new: fine.memo });
    expect(applyReview(fine, [query, all]).record.status).toBe("ok");
  });
});

describe("a later reading", () => {
  const now = text.replace("38.000", "38.500");
  const edit = set(response, text, now);

  it("that reads other words of the field better keeps them, and the person's too", () => {
    const better = withText(machine, "Bibliothekskarte", "Büchereikarte");
    const { record, conflicts } = applyReview(withText(better, "weitgehend", "größtenteils"), [edit]);
    expect(record.memo.items[2]?.response).toBe(now.replace("weitgehend", "größtenteils"));
    expect(conflicts).toEqual([]);
  });

  it("that reads the very word otherwise is told, and the person's stands", () => {
    const { record, conflicts } = applyReview(withText(machine, "38.000", "33.000"), [edit]);
    expect(record.memo.items[2]?.response).toBe(now);
    expect(conflicts).toMatchObject([{ field: response, stands: true, machine: text.replace("38.000", "33.000") }]);
    expect(record.status).toBe("needs-review");
    expect(record.diagnostics).toContainEqual(expect.objectContaining({ code: "review-conflict", at: response }));
  });

  it("with another number of items is anchored again by its text", () => {
    const items = machine.memo.items.slice(1);
    const shifted: MemoRecord = { ...machine, memo: { ...machine.memo, items } };
    const { record, conflicts } = applyReview(shifted, [edit]);
    expect(record.memo.items[1]?.response).toBe(now);
    expect(conflicts).toEqual([]);
  });

  it("without the item keeps the value as a conflict", () => {
    const without: MemoRecord = { ...machine, memo: { ...machine.memo, items: [] } };
    const { record, conflicts } = applyReview(without, [edit]);
    expect(conflicts).toMatchObject([{ field: "/memo/items", human: now, machine: null, stands: false }]);
    expect(record.status).toBe("needs-review");
  });

  it("does not change what a person confirmed", () => {
    const confirm = decided({ act: "confirm", field: "/memo/date", old: "2019-04-29", new: "2019-04-29" });
    const { record, conflicts } = applyReview(withText(machine, '"2019-04-29"', '"2019-04-20"'), [confirm]);
    expect(record.memo.date).toBe("2019-04-29");
    expect(conflicts).toMatchObject([{ field: "/memo/date", machine: "2019-04-20" }]);
  });
});

describe("the structure", () => {
  const cut = clause.indexOf("ab dem 1. Januar");
  const split = machine.memo.items.map((item, index) =>
    index === 0
      ? {
          ...item,
          clauses: [
            { number: "1", text: clause.slice(0, cut).trim() },
            { number: null, text: clause.slice(cut) },
          ],
        }
      : item,
  );
  const event = decided({ act: "set", field: "/memo/items", old: machine.memo.items, new: split });

  it("split: both parts keep the trace of their words", () => {
    const { record, conflicts } = applyReview(machine, [event]);
    expect(conflicts).toEqual([]);
    expect(record.memo.items).toEqual(split);
    const broken = record.corrections.find(({ from }) => from === "schrittwei-\nse");
    expect(broken?.at).toBe("/memo/items/0/clauses/1/text");
    expect(record.corrections.some(({ rule }) => rule === "human")).toBe(false);
    expect(undone(record, "/memo/items/0/clauses/1/text")).toBe(record.evidence["/memo/items/0/clauses/1/text"]?.raw);
  });

  it("survives a later reading of other words", () => {
    const { record, conflicts } = applyReview(withText(machine, "Öffnungszeiten", "Öffnungsstunden"), [event]);
    expect(conflicts).toEqual([]);
    expect(record.memo.items[0]?.clauses).toHaveLength(2);
    expect(record.memo.items[0]?.clauses[0]?.text).toContain("Öffnungsstunden");
  });
});

describe("a correction", () => {
  const [correction] = machine.corrections;
  const { at = "", rule = "", from = "", to = "", offset = 0 } = correction ?? {};
  const about = { rule, from, to, offset };
  const raw = clause.replace(to, from);

  it("rejected is undone in the text", () => {
    const { record } = applyReview(machine, [
      decided({ act: "reject", field: at, old: clause, new: raw, correction: about }),
    ]);
    expect(record.memo.items[0]?.clauses[0]?.text).toBe(raw);
    expect(record.corrections.some((one) => one.from === from)).toBe(false);
    expect(undone(record, at)).toBe(machine.evidence[at]?.raw);
  });

  it("accepted is sure", () => {
    const { record } = applyReview(machine, [
      decided({ act: "accept", field: at, old: clause, new: clause, correction: about }),
    ]);
    expect(record.corrections.find((one) => one.from === from)?.confidence).toBe(1);
    expect(record.memo).toEqual(machine.memo);
  });

  it("accepted stands where a later reading no longer makes it", () => {
    const unrepaired = applyReview(machine, [
      decided({ act: "reject", field: at, old: clause, new: raw, correction: about }),
    ]).record;
    const accept = decided({ act: "accept", field: at, old: clause, new: clause, correction: about });
    expect(applyReview(unrepaired, [accept]).record.memo.items[0]?.clauses[0]?.text).toBe(clause);
  });
});

describe("findings and the log", () => {
  const read = fixtureRecord("gemeinsame-antworten");
  const first = read.diagnostics.find(({ code }) => code === "unplaced-text");
  const unplaced = withOnly(read, (one) => one === first);
  const finding = unplaced.diagnostics.find(({ code }) => code === "unplaced-text");
  const about = { code: finding?.code ?? "", message: finding?.message ?? "", page: finding?.page ?? 0 };

  it("text placed stands in its field and asks for nothing any more", () => {
    const { record } = applyReview(unplaced, [
      decided({ act: "place", field: "/memo/closing", old: unplaced.memo.closing, new: "Gruß", finding: about }),
    ]);
    expect(record.memo.closing).toBe("Gruß");
    expect(record.status).toBe("ok");
  });

  it("a finding dismissed stays to be read", () => {
    const { record } = applyReview(unplaced, [
      decided({ act: "dismiss", field: "/diagnostics", old: null, new: null, finding: about }),
    ]);
    expect(record.diagnostics).toContainEqual({ ...finding, severity: "info" });
    expect(record.status).toBe("ok");
  });

  it("what is undone did not happen, and undoing that brings it back", () => {
    const edit = set("/memo/nextReview", null, "2020-01-31");
    const undo = (number: number) =>
      decided({ act: "undo", field: "/memo/nextReview", old: null, new: null, undoes: [number] } as never);
    expect(applyReview(machine, [edit, undo(1)]).record).toEqual(machine);
    expect(applyReview(machine, [edit, undo(1), undo(2)]).record.memo.nextReview).toBe("2020-01-31");
  });

  it("a whole record confirmed has nothing left to look at", () => {
    const { record } = applyReview(unplaced, [
      decided({ act: "confirm", field: "/memo", old: unplaced.memo, new: unplaced.memo }),
    ]);
    expect(record.status).toBe("ok");
    expect(Object.values(record.evidence).every(({ confidence }) => confidence === 1)).toBe(true);
    expect(record.memo).toEqual(unplaced.memo);
  });
});
