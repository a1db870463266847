import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Memo, type MemoRecord, recordSchema } from "../../src/model/record.ts";
import { applyReview } from "../../src/revise/apply-review.ts";
import type { Change, ReviewEvent } from "../../src/revise/event.ts";
import { fieldsAt, isProse, isSame, valueAt } from "../../src/revise/fields.ts";
import { undone } from "../golden/undo.ts";
import { decided, fixtureRecord } from "./records.ts";

const RECORDS = ["zwei-beschluesse", "buchstaben-einzeln", "zwischenstand", "in-vertretung"].map((name) =>
  fixtureRecord(name),
);

/** A decision drawn from what the record offers: `pick` gives a whole number below its argument. */
type Draw = (record: MemoRecord, pick: (below: number) => number, word: string) => Change | null;

const editWord: Draw = ({ memo }, pick, word) => {
  const leaves = fieldsAt(memo).filter(({ pointer }) => isProse(pointer) || pointer === "/memo/subject");
  const leaf = leaves[pick(leaves.length)];
  if (typeof leaf?.value !== "string") return null;
  const words = leaf.value.split(" ");
  words.splice(pick(words.length), pick(3), ...(word === "" ? [] : [word]));
  const text = words.join(" ").trim();
  return text === "" ? null : { act: "set", field: leaf.pointer, old: leaf.value, new: text };
};

const splitOrMerge: Draw = ({ memo }, pick) => {
  const items: Memo["items"] = structuredClone(memo.items);
  const item = items[pick(items.length)];
  const clause = item?.clauses[pick(item.clauses.length)];
  if (item === undefined || clause === undefined) return null;
  const words = clause.text.split(" ");
  const at = pick(words.length);
  const tail = words.slice(at).join(" ");
  if (at === 0) {
    item.response = item.response === null ? clause.text : `${clause.text}\n\n${item.response}`;
    item.clauses = item.clauses.filter((one) => one !== clause);
  } else {
    clause.text = words.slice(0, at).join(" ");
    if (pick(2) === 0) item.clauses.push({ number: null, text: tail });
    else item.response = item.response === null ? tail : `${tail} ${item.response}`;
  }
  return { act: "set", field: "/memo/items", old: memo.items, new: items };
};

const reject: Draw = (record, pick) => {
  const correction = record.corrections[pick(record.corrections.length)];
  if (correction === undefined) return null;
  const { rule, from, to, offset, at: field } = correction;
  const old = String(valueAt(record.memo, field));
  const now = (old.slice(0, offset) + from + old.slice(offset + to.length)).trim();
  if (now === "") return null;
  return { act: "reject", field, old, new: now, correction: { rule, from, to, offset } };
};

const confirm: Draw = ({ memo }, pick) => {
  const leaf = fieldsAt(memo)[pick(fieldsAt(memo).length)];
  return leaf === undefined ? null : { act: "confirm", field: leaf.pointer, old: leaf.value, new: leaf.value };
};

const DRAWS = [editWord, splitOrMerge, reject, confirm];

const script = fc.record({
  record: fc.constantFrom(...RECORDS),
  steps: fc.array(
    fc.record({
      draw: fc.nat({ max: DRAWS.length - 1 }),
      numbers: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      word: fc.constantFrom("", "Rathaus", "Straße 12", "neu,"),
    }),
    { maxLength: 5 },
  ),
});

/** Decisions made one after the other, each on the record that the ones before gave. */
function played({ record, steps }: { record: MemoRecord; steps: { draw: number; numbers: number[]; word: string }[] }) {
  const events: ReviewEvent[] = [];
  for (const { draw, numbers, word } of steps) {
    const left = [...numbers];
    const pick = (below: number): number => (left.shift() ?? 0) % Math.max(1, below);
    const change = DRAWS[draw]?.(applyReview(record, events).record, pick, word);
    if (change) events.push(decided(change));
  }
  return { record, events, result: applyReview(record, events) };
}

/** The value stands somewhere; of a text or list merged with what else is read now, the words that the person put in. */
function survives({ memo }: MemoRecord, { act, field, old, new: value }: ReviewEvent): boolean {
  const isWhole = isSame(valueAt(memo, field), value) || fieldsAt(memo).some((leaf) => isSame(leaf.value, value));
  if (isWhole || act === "confirm" || (typeof value === "string" && !isProse(field))) return isWhole;
  const words = (one: unknown): string[] => JSON.stringify(one).match(/[\p{L}\d]+/gu) ?? [];
  const [before, now] = [new Set(words(old)), new Set(words(memo))];
  return words(value).every((word) => before.has(word) || now.has(word));
}

describe("applyReview", () => {
  it("gives a valid record with the very values decided, and no conflict while the machine reads the same", () => {
    fc.assert(
      fc.property(script, (given) => {
        const { events, result } = played(given);
        expect(result.conflicts).toEqual([]);
        expect(recordSchema.parse(result.record)).toEqual(result.record);
        const last = events.at(-1);
        if (last !== undefined) expect(valueAt(result.record.memo, last.field)).toEqual(last.new);
      }),
    );
  });

  it("keeps evidence for each filled field, and corrections that give the raw text back", () => {
    fc.assert(
      fc.property(script, (given) => {
        const { record, result } = played(given);
        const filled = fieldsAt(result.record.memo).map(({ pointer }) => pointer);
        expect(Object.keys(result.record.evidence).sort()).toEqual([...filled].sort());
        for (const pointer of filled.filter(isProse)) {
          expect(undone(result.record, pointer)).toBe(result.record.evidence[pointer]?.raw);
        }
        expect(filled.length).toBeGreaterThan(0);
        expect(record).toEqual(given.record);
      }),
    );
  });

  it("gives the same record for the same events, and the machine's own once all are undone", () => {
    fc.assert(
      fc.property(script, (given) => {
        const { record, events, result } = played(given);
        expect(JSON.stringify(applyReview(structuredClone(record), structuredClone(events)))).toBe(
          JSON.stringify(result),
        );
        if (events.length === 0) return;
        const all = events.map((_, index) => index + 1);
        const undo = { ...decided({ act: "set", field: "/memo", old: null, new: null }), act: "undo", undoes: all };
        expect(applyReview(record, [...events, undo as ReviewEvent]).record).toEqual(record);
      }),
    );
  });

  it("on another reading of the letter keeps each human value or tells the conflict", () => {
    fc.assert(
      fc.property(script, fc.constantFrom(...RECORDS), (given, other) => {
        const { events } = played(given);
        const { record, conflicts } = applyReview(other, events);
        expect(recordSchema.safeParse(record).success).toBe(true);
        const last = events.at(-1);
        if (last === undefined || last.act === "reject") return;
        const isTold = conflicts.some(({ human }) => isSame(human, last.new));
        expect(isTold || survives(record, last)).toBe(true);
        expect(conflicts.length === 0 || record.status === "needs-review").toBe(true);
      }),
    );
  });
});
