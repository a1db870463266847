import { describe, expect, it } from "vitest";
import { compareRows, folded, listed } from "../../src/review/rows.ts";
import { countsOf, matcherOf, yearsOf } from "../../src/review/search.ts";
import { fixtureRecord } from "../revise/records.ts";

const open = listed("a", { ...fixtureRecord("gemeinsame-antworten"), status: "needs-review" }, false);
const fine = listed("b", { ...fixtureRecord("zwei-beschluesse"), status: "ok" }, false);
const seen = listed("c", fixtureRecord("solidaritaetspartnerschaft"), true);
const all = [seen, fine, open];
const found = (text: string, state: "open" | "done" | null = null, year: string | null = null): string[] =>
  all.filter(matcherOf({ text, state, year })).map(({ row }) => row.key);

describe("the list of records", () => {
  it("has what needs eyes first, and last what a person has seen", () => {
    const conflict = { ...fine.row, key: "d", hasConflict: true };
    const sorted = [...all.map(({ row }) => row), conflict].sort(compareRows);
    expect(sorted.map(({ key }) => key)).toEqual(["d", "a", "b", "c"]);
  });

  it("finds all words, whatever their case, accents and umlauts' dots", () => {
    expect(found("chmelnyzkyj SOLIDARITATSPARTNERSCHAFT")).toEqual(["c"]);
    expect(found("chmelnyzkyj Bibliothekskarte")).toEqual([]);
    expect(folded("Straße, É, Ü")).toBe("strasse, e, u");
  });

  it("takes state and year into account, and counts the whole", () => {
    expect(found("", "open")).toEqual(["a"]);
    expect(found("", null, "2019")).toEqual(["b"]);
    expect(countsOf(all)).toEqual({ all: 3, open: 1, done: 1, ok: 1, conflict: 0 });
    expect(yearsOf(all)[0]).toBe("2024");
  });
});
