import { describe, expect, it } from "vitest";
import type { MemoRecord } from "../../src/model/record.ts";
import { compareRows, folded, listed, sorterOf } from "../../src/review/rows.ts";
import { countsOf, matcherOf, yearsOf } from "../../src/review/search.ts";
import { fixtureRecord, withOnly } from "../revise/records.ts";

const open = listed("a", { ...fixtureRecord("gemeinsame-antworten"), status: "needs-review" }, false);
/** Nothing in it asks for a look: no finding, no doubted word. */
const settled = (name: string): MemoRecord => {
  const read = withOnly(fixtureRecord(name), () => false);
  const evidence = Object.entries(read.evidence).map(([field, { doubts: _, ...rest }]) => [field, rest]);
  return { ...read, status: "ok", evidence: Object.fromEntries(evidence) };
};
const fine = listed("b", settled("zwei-beschluesse"), false);
const seen = listed("c", settled("solidaritaetspartnerschaft"), true);
const all = [seen, fine, open];
const found = (text: string, state: "open" | "done" | null = null, year: string | null = null): string[] =>
  all.filter(matcherOf({ text, state, year })).map(({ row }) => row.key);

describe("the list of records", () => {
  it("has what needs eyes first, and last what a person has seen", () => {
    const conflict = { ...fine.row, key: "d", hasConflict: true };
    const sorted = [...all.map(({ row }) => row), conflict].sort(compareRows);
    expect(sorted.map(({ key }) => key)).toEqual(["d", "a", "b", "c"]);
  });

  it("has what waits for an answer after what is open, under a state of its own", () => {
    const read = fixtureRecord("zwei-beschluesse");
    const query = {
      severity: "warning" as const,
      code: "review-query" as const,
      message: 'A person asks: "Which paper?".',
    };
    const asked = listed("0", { ...read, status: "needs-review", diagnostics: [query] }, true);
    const rows = [asked, open, fine];
    expect(
      rows
        .map(({ row }) => row)
        .sort(compareRows)
        .map(({ key }) => key),
    ).toEqual(["a", "0", "b"]);
    const matches = matcherOf({ text: "", state: "asked", year: null });
    expect(rows.filter(matches)).toEqual([asked]);
    expect(countsOf(rows)).toMatchObject({ open: 2, asked: 1 });
  });

  it("finds all words, whatever their case, accents and umlauts' dots", () => {
    expect(found("chmelnyzkyj SOLIDARITATSPARTNERSCHAFT")).toEqual(["c"]);
    expect(found("chmelnyzkyj Bibliothekskarte")).toEqual([]);
    expect(folded("Straße, É, Ü")).toBe("strasse, e, u");
  });

  it("takes state and year into account, and counts the whole", () => {
    expect(found("", "open")).toEqual(["a"]);
    expect(found("", null, "2019")).toEqual(["b"]);
    expect(countsOf(all)).toEqual({ all: 3, open: 1, done: 1, ok: 1, conflict: 0, asked: 0 });
    expect(yearsOf(all)[0]).toBe("2024");
  });

  it("takes months, days and ranges as people write them for times, and other words for words", () => {
    const dates = all.map(({ row: { key, date } }) => [key, date]);
    expect(dates).toEqual([
      ["c", "2024-03-21"],
      ["b", "2019-04-29"],
      ["a", expect.any(String)],
    ]);
    for (const text of [
      "März 2024",
      "maerz 2024",
      "Mrz. 2024",
      "03.2024",
      "3/2024",
      "21.3.2024",
      "2023-2024",
      "2023 bis 2024",
    ])
      expect([text, found(text).includes("c"), found(text).includes("b")]).toEqual([text, true, false]);
    expect(found("04.2019 – 03.2024")).toEqual(expect.arrayContaining(["b", "c"]));
    expect(found("April 2019 Bibliothekskarte")).toEqual(["b"]);
    expect(found("V2072/23")).toEqual(["c"]);
  });

  it("is sorted by date, paper or file where asked for, what has none last", () => {
    const rows = [...all.map(({ row }) => row), { ...fine.row, key: "d", date: null, papers: [] }];
    const keys = (sort: Parameters<typeof sorterOf>[0]): string[] =>
      rows.toSorted(sorterOf(sort)).map(({ key }) => key);
    expect(keys("newest")[0]).toBe("c");
    expect(keys("newest").at(-1)).toBe("d");
    expect(keys("oldest").at(-1)).toBe("d");
    expect(keys("paper").at(-1)).toBe("d");
    expect(keys("urgency")).toEqual(["a", "b", "d", "c"]);
  });

  it("says why a record asks for a person, and which file it is of", () => {
    const read = fixtureRecord("gemeinsame-antworten");
    const first = read.diagnostics.find(({ code }) => code === "unplaced-text");
    const { row } = listed(
      "e.2",
      withOnly(read, (finding) => finding === first),
      false,
    );
    expect(row).toMatchObject({ reasons: ["unplaced-text"], file: "scan.pdf", memo: 2 });
  });
});
