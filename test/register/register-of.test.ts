import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Memo } from "../../src/model/record.ts";
import { paperKey } from "../../src/register/letter.ts";
import { registerOf } from "../../src/register/register-of.ts";
import { type RegisterClause, type RegisterPaper, registerSchema } from "../../src/register/schema.ts";
import { expectGolden } from "../golden/golden-file.ts";
import { SIX_LETTERS } from "./letters.ts";
import { type AnsweredClause, itemsOf, memoOf, recordOf } from "./records.ts";

const golden = (name: string): string => fileURLToPath(new URL(`./data/${name}`, import.meta.url));

function paperOf(letters: readonly Partial<Memo>[], asOf?: string): RegisterPaper {
  const records = letters.map((parts, index) => recordOf(memoOf(parts), `${index + 1}.pdf`));
  return registerOf(records, asOf === undefined ? {} : { asOf }).papers[0] as RegisterPaper;
}

function clauseOf(letters: readonly Partial<Memo>[], asOf?: string): RegisterClause {
  return paperOf(letters, asOf).clauses[0] as RegisterClause;
}

const BENCHES = "Die Bänke am Elbufer werden bis zum Herbst 2019 neu gestrichen.";

function one(answer: Partial<AnsweredClause>, parts: Partial<Memo> = {}): Partial<Memo> {
  return { items: itemsOf([{ number: "1", text: BENCHES, response: "Es wird gestrichen.", ...answer }]), ...parts };
}

describe("a series of six letters on one resolution", () => {
  const register = registerOf(SIX_LETTERS, { asOf: "2018-12-31" });
  const hall = register.papers.find(({ paper }) => paper === "V0417/15") as RegisterPaper;

  it("is this register (UPDATE_GOLDEN=1 rewrites it)", () => {
    expectGolden(golden("six-letters.json"), `${JSON.stringify(register, null, 2)}\n`);
  });

  it("keeps to its schema", () => {
    expect(registerSchema.safeParse(register).error).toBeUndefined();
  });

  it("tells each point's state", () => {
    expect(hall.clauses.map(({ number, state }) => [number, state])).toEqual([
      ["1", "fulfilled"],
      ["2", "fulfilled"],
      ["3", "fulfilled"],
      ["4", "open"],
      ["5", "closed"],
    ]);
  });

  it("has each report under the point it is on, in order, the undated one too", () => {
    const files = hall.clauses.map(({ reports }) =>
      reports.map(
        ({ letter, match }) => `${hall.letters.find(({ id }) => id === letter)?.file[0]}${match?.role ?? ""}`,
      ),
    );
    expect(files).toEqual([
      ["1", "2same", "3same", "4same"],
      ["1", "2same", "3same", "5same", "6same"],
      ["1", "2same", "3part", "3part", "4same", "6same"],
      ["1", "5same"],
      ["6"],
    ]);
  });

  it("gives the joint letter's other point to the other paper", () => {
    const other = register.papers.find(({ paper }) => paper === "A0098/16");
    expect(other?.clauses.map(({ text }) => text.slice(0, 18))).toEqual(["Vor der Turnhalle "]);
    expect(other?.letters[0]?.jointWith).toEqual(["V0417/15"]);
  });

  it("suggests the word that most letters read", () => {
    const told = hall.clauses.flatMap(({ suggestions }) => suggestions);
    expect(told.map(({ read, suggested, votes }) => [read, suggested, votes.suggested, votes.of])).toEqual([
      ["Kanainetz", "Kanalnetz", 3, 5],
      ["Kana1netz", "Kanalnetz", 3, 5],
    ]);
    expect(told[0]?.others).toHaveLength(3);
  });

  it("tells of a new point, and of one that the final report leaves out", () => {
    expect(hall.notes.map(({ code, clause }) => [code, clause])).toEqual([
      ["clause-unmatched", expect.any(String)],
      ["left-out-of-final", "V0417/15#4"],
    ]);
  });

  it("is the same whatever the records' order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...SIX_LETTERS], { minLength: 6 }), (shuffled) => {
        expect(registerOf(shuffled, { asOf: "2018-12-31" })).toEqual(register);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a clause's state", () => {
  it.each([
    ["open", [one({}, { reportStatus: "interim" })]],
    ["closed", [one({}, { reportStatus: "final" })]],
    ["no-report", [one({ response: null })]],
    ["fulfilled", [one({ fulfilment: "fulfilled" }), one({}, { reportStatus: "final" })]],
    ["open", [one({ fulfilment: "not-fulfilled" }, { reportStatus: "interim" })]],
    ["not-fulfilled", [one({ fulfilment: "not-fulfilled" }, { reportStatus: "final" })]],
    ["partly-fulfilled", [one({ fulfilment: "partly-fulfilled" }), one({}, { reportStatus: "interim" })]],
    ["closed", [one({ fulfilment: "partly-fulfilled" }), one({}, { reportStatus: "final" })]],
    ["answered", [one({}, { kind: "Anfrage" })]],
  ] as const)("is %s", (state, letters) => {
    const dated = letters.map((parts, index) => ({ date: `201${index + 7}-01-01`, ...parts }));
    expect(clauseOf(dated).state).toBe(state);
  });
});

describe("the next review", () => {
  const interim = { reportStatus: "interim" } as const;

  it.each([
    ["2018-06-30", "2018-06-30", false],
    ["2018-06-30", "2018-07-01", true],
    ["2018-06", "2018-06-30", false],
    ["2018-06", "2018-07-01", true],
  ])("%s is on %s overdue: %s", (nextReview, asOf, overdue) => {
    expect(clauseOf([one({}, { ...interim, date: "2018-01-01", nextReview })], asOf)).toMatchObject({
      nextReview,
      overdue,
    });
  });

  it("is none of a point that is fulfilled", () => {
    expect(clauseOf([one({ fulfilment: "fulfilled" }, { ...interim, nextReview: "2018-06" })]).nextReview).toBeNull();
  });

  it("is none after a final report on other points", () => {
    const letters = [
      one({}, { ...interim, date: "2018-01-01", nextReview: "2018-06" }),
      {
        items: itemsOf([{ number: "2", text: "Die Papierkörbe sind zu leeren.", response: "Ja." }]),
        reportStatus: "final" as const,
      },
    ];
    expect(clauseOf(letters, "2020-01-01")).toMatchObject({ nextReview: null, overdue: false });
  });

  it("is told of the latest letter's day where no other is given", () => {
    const records = [
      recordOf(memoOf({ date: "2019-05-17" }), "1.pdf"),
      recordOf(memoOf({ date: "2018-05-17" }), "2.pdf"),
    ];
    expect(registerOf(records).asOf).toBe("2019-05-17");
    expect(registerOf([])).toEqual({ schemaVersion: "1.0", asOf: null, papers: [], withoutPaper: [] });
  });
});

describe("clauses", () => {
  it("that order the same elsewhere are two", () => {
    const other = BENCHES.replace("Elbufer", "Rosenplatz").replace("2019", "2021");
    const paper = paperOf([
      one({}, { date: "2018-01-01" }),
      { date: "2019-01-01", items: itemsOf([{ number: "1", text: other, response: "Ja." }]) },
    ]);
    expect(paper.clauses).toHaveLength(2);
    expect(paper.notes.map(({ code }) => code)).toEqual(["clause-unmatched"]);
  });

  it("are two where a question is followed up", () => {
    const asked = itemsOf([
      { number: "1", text: "Wann werden die Bänke gestrichen?", response: "Im Herbst." },
      { number: null, text: "Warum nicht früher?", response: "Es fehlt an Farbe." },
    ]);
    const { clauses } = paperOf([{ kind: "Anfrage", items: asked }]);
    expect(clauses.map(({ followUpTo }) => followUpTo)).toEqual([null, "V0815/18#1"]);
  });
});

describe("a paper's number", () => {
  it.each([
    ["V0418/20", "V0418/20"],
    ["V 418/2020", "V0418/20"],
    ["EWA 0079/2012", "EWA0079/12"],
    ["V–Bl0003/19", "V-Bl0003/19"],
    ["ohne Nummer", "ohneNummer"],
  ])("%s is %s", (printed, key) => {
    expect(paperKey(printed)).toBe(key);
  });
});

describe("any records", () => {
  const anyClause = fc.record({
    number: fc.option(fc.constantFrom("1", "2", "2a", "I")),
    text: fc.string({ minLength: 1 }),
  });
  const anyMemo = fc.record({
    date: fc.option(fc.constantFrom("2018-01-01", "2019-02-03")),
    reportStatus: fc.option(fc.constantFrom("final" as const, "interim" as const)),
    nextReview: fc.option(fc.constantFrom("2018-06-30", "2019-07")),
    references: fc.array(
      fc.record({ paper: fc.constantFrom("V1/18", "A2/18", "V0001/18"), meeting: fc.constant(null) }),
    ),
    items: fc.array(
      fc.record({
        leadIn: fc.constant(null),
        clauses: fc.array(anyClause, { maxLength: 3 }),
        response: fc.option(fc.string({ minLength: 1 })),
        fulfilment: fc.option(fc.constantFrom("fulfilled" as const, "not-fulfilled" as const)),
      }),
      { maxLength: 4 },
    ),
  });

  it("give a register of its schema that loses no clause and no letter", () => {
    fc.assert(
      fc.property(fc.array(anyMemo, { maxLength: 5 }), (memos) => {
        const records = memos.map((memo, index) => recordOf(memoOf(memo), `${index}.pdf`));
        const register = registerOf(records);
        expect(registerSchema.safeParse(register).error).toBeUndefined();
        const papers = new Map(register.papers.map((paper) => [paper.paper, paper]));
        const told = new Set(register.papers.flatMap(({ letters }) => letters.map(({ file }) => file)));
        for (const { file } of register.withoutPaper) told.add(file);
        expect(told.size).toBe(records.length);
        for (const { source, memo } of records) {
          const keys = memo.references.map(({ paper }) => paperKey(paper));
          if (keys.length === 0) continue;
          const own = keys.flatMap((key) => papers.get(key)?.clauses ?? []).flatMap(({ reports }) => reports);
          const found = new Set(own.filter(({ letter }) => letter === source.sha256).map(({ at }) => at));
          expect(found.size).toBe(memo.items.flatMap(({ clauses }) => clauses).length);
        }
      }),
    );
  });
});
