import { describe, expect, it } from "vitest";
import { type MemoScore, scoreMemo } from "../../src/evaluate/score-memo.ts";
import { summarise } from "../../src/evaluate/summarise.ts";
import type { PartialMemo } from "../../src/evaluate/truth.ts";
import { MEMO, recordOf, truth } from "./memos.ts";

const scored = (memo: PartialMemo, read: PartialMemo | null, unscored: readonly string[] = []): MemoScore =>
  scoreMemo(truth(memo, unscored), read === null ? null : truth(read));

const wrongFields = (score: MemoScore): string[] =>
  score.fields.filter(({ right }) => !right).map(({ field }) => field);

const [FIRST, SECOND] = MEMO.items as [(typeof MEMO.items)[0], (typeof MEMO.items)[0]];

describe("fields", () => {
  it("are seventeen in number, all right where the memo is read rightly", () => {
    const score = scored(MEMO, MEMO);
    expect(score.fields).toHaveLength(17);
    expect(wrongFields(score)).toEqual([]);
  });

  it.each<[string, PartialMemo, PartialMemo]>([
    ["glyphs of quotation marks", { subject: "Platz „Am Zwinger“" }, { subject: "Platz »Am Zwinger«" }],
    ["two apostrophes as a quotation mark", { subject: 'Platz "Am Zwinger"' }, { subject: "Platz ''Am Zwinger''" }],
    ["dashes and spaces", { subject: "Elbe – Ufer" }, { subject: "Elbe -\n Ufer " }],
    ["composed letters", { subject: "Bänke" }, { subject: "Ba\u0308nke" }],
    ["spaces in a file reference", { fileReference: "(OB) GB 3" }, { fileReference: "(OB)GB3" }],
    ["the order of signatures", signed("A", "B"), signed("B", "A")],
    ["roles and unnamed signatures", signed("A"), { signatures: [signature("A", "Amtsleiter"), signature(null, "B")] }],
    ["what attachments are called", { attachments: ["Anlage 1: Plan"] }, { attachments: ["Plan"] }],
  ])("do not mind %s", (_, want, got) => {
    expect(wrongFields(scored(want, got))).toEqual([]);
  });

  it.each<[string, PartialMemo, PartialMemo, string[]]>([
    ["a letter", { subject: "Bänke" }, { subject: "Banke" }, ["subject"]],
    ["spaces elsewhere", { office: "Der Amtsleiter" }, { office: "DerAmtsleiter" }, ["office"]],
    ["a value where there is none", { nextReview: null }, { nextReview: "2019-12-31" }, ["nextReview"]],
    ["none where there is one", { confidential: false }, { confidential: null }, ["confidential"]],
    ["a meeting", refs("V1/19", "SR/1/2019"), refs("V1/19", null), ["references"]],
    ["a second reference", refs("V1/19", null), { references: [] }, ["references"]],
    ["the capacity", signed("A"), { signatures: [{ ...signature("A"), capacity: "noted" }] }, SIGNATURES],
    ["an attachment", { attachments: [] }, { attachments: ["Anlage 1"] }, ["attachments"]],
  ])("do mind %s", (_, want, got, wrong) => {
    expect(wrongFields(scored(want, got))).toEqual(wrong);
  });

  it("are not scored where the truth is silent or unsure", () => {
    expect(scored({ subject: "x" }, MEMO).fields.map(({ field }) => field)).toEqual(["subject"]);
    const unsure = scored(MEMO, { ...MEMO, subject: "x", signatures: [] }, [
      "/memo/subject",
      "/memo/signatures/0/name",
    ]);
    expect(unsure.fields).toHaveLength(14);
    expect(wrongFields(unsure)).toEqual([]);
    expect(wrongFields(scored({ references: [{ paper: "V1/19" }] }, refs("V1/19", "SR/1/2019")))).toEqual([]);
  });

  it("are all wrong where there is no record", () => {
    const score = scored(MEMO, null);
    expect(score).toMatchObject({ missing: true, date: "withheld", items: { pairs: { right: 0, of: 2, got: 0 } } });
    expect(wrongFields(score)).toHaveLength(17);
  });
});

describe("dates", () => {
  it.each([
    ["2019-05-17", "2019-05-17", [], "right"],
    ["2019-05-17", "2019-05-11", [], "wrong"],
    ["2019-05-17", null, [], "withheld"],
    [null, null, [], "right"],
    [null, "2019-05-17", [], "wrong"],
    [null, "2019-05-17", ["/memo/date"], "asserted"],
    [null, null, ["/memo/date"], null],
    ["2019-05-17", "2019-05-11", ["/memo/date"], null],
  ] as const)("%s read as %s, unscored %j: %s", (want, got, unscored, verdict) => {
    expect(scored({ date: want }, { date: got }, unscored).date).toBe(verdict);
  });

  it("counts one that nobody can read as wrong, but not among those there are", () => {
    const scores = [
      scored({ date: "2019-05-17" }, { date: "2019-05-17" }),
      scored({ date: "2019-05-17" }, { date: null }),
      scored({ date: null }, { date: "2019-05-17" }, ["/memo/date"]),
    ];
    expect(summarise(scores).dates).toEqual({ right: 1, wrong: 1, withheld: 1, of: 2 });
  });
});

describe("pairs", () => {
  /** 60 letters, so that one is within 3 % and two are not. */
  const CLAUSE = "Die Verwaltung wird beauftragt, am Elbufer neue Bänke zu bau";
  const item = (text: string, response: string | null = null): (typeof MEMO.items)[0] => ({
    leadIn: null,
    clauses: [{ number: null, text }],
    response,
    fulfilment: null,
  });
  const pairs = (want: PartialMemo["items"], got: PartialMemo["items"]): object | undefined =>
    scored({ items: want }, { items: got }).items?.pairs;

  it("are found within three per cent of the letters", () => {
    expect([...CLAUSE]).toHaveLength(60);
    expect(pairs([item(CLAUSE)], [item(CLAUSE.replace("Bänke", "Banke"))])).toEqual({ right: 1, of: 1, got: 1 });
    expect(pairs([item(CLAUSE)], [item(CLAUSE.replace("Bänke", "Bamke"))])).toEqual({ right: 0, of: 1, got: 1 });
  });

  it("need the same numbers, clauses and response", () => {
    expect(pairs([FIRST], [{ ...FIRST, clauses: [{ ...FIRST.clauses[0], number: "1a" } as never] }])).toMatchObject({
      right: 0,
    });
    expect(pairs([item(CLAUSE, "Ja.")], [item(CLAUSE, null)])).toMatchObject({ right: 0 });
    expect(pairs([item(CLAUSE, null)], [item(CLAUSE, "Ja.")])).toMatchObject({ right: 0 });
    expect(pairs([{ ...item(CLAUSE), leadIn: "Der Rat beschließt:" }], [item(CLAUSE)])).toMatchObject({ right: 0 });
  });

  it("are each found once, in any order", () => {
    expect(pairs([FIRST, SECOND], [SECOND, FIRST])).toEqual({ right: 2, of: 2, got: 2 });
    expect(pairs([FIRST, FIRST], [FIRST])).toEqual({ right: 1, of: 2, got: 1 });
  });

  it("give an F1 of precision and recall", () => {
    // 1 of 2 true pairs found, 1 of the record's 3 pairs true: 2 · ½ · ⅓ / (½ + ⅓) = 0.4
    const summary = summarise([scored({ items: [FIRST, SECOND] }, { items: [FIRST, item("a"), item("b")] })]);
    expect(summary).toMatchObject({ pairF1: 40, memosWithEveryPairRight: { right: 0, of: 1 } });
  });

  it("are asked only for what the truth states of them", () => {
    expect(pairs([{ response: "Der Beschlusspunkt ist erfüllt." }], [SECOND])).toEqual({ right: 1, of: 1, got: 1 });
    expect(scored({ items: [{ response: "Ja." }] }, { items: [] }).items).toMatchObject({
      words: null,
      characters: null,
    });
    expect(scored({}, MEMO).items).toBeNull();
    expect(scored(MEMO, MEMO, ["/memo/items"]).items).toBeNull();
  });

  it("tell fulfilment of the pairs found", () => {
    const misread = { ...MEMO, items: [FIRST, { ...SECOND, fulfilment: null }] };
    expect(scored(MEMO, misread).items?.fulfilment).toEqual({ right: 1, of: 2 });
    expect(scored(MEMO, misread, ["/memo/items/1/fulfilment"]).items?.fulfilment).toEqual({ right: 2, of: 2 });
  });
});

describe("error rates", () => {
  const body = (response: string): PartialMemo => ({ items: [{ leadIn: null, clauses: [], response }] });
  const rates = (want: string, got: string): object => {
    const { bodyCER, bodyWER, words, characters } = summarise([scored(body(want), body(got))]);
    return { bodyCER, bodyWER, words: words.errors, characters: characters.errors };
  };

  it("count by hand", () => {
    // One of 4 words, 2 of 20 letters: i for l, and an e too many.
    expect(rates("Der Beschluss gilt so", "Der Beschiusse gilt so")).toEqual({
      bodyCER: 9.52,
      bodyWER: 25,
      words: 1,
      characters: 2,
    });
  });

  it("count graphemes: a letter with its marks is one character", () => {
    expect(rates("q\u0323\u0307ab", "xab")).toMatchObject({ characters: 1, bodyCER: 33.33 });
    expect(rates("🏛️ a", "x a")).toMatchObject({ characters: 1, bodyCER: 33.33 });
  });

  it("are never above a hundred, and add up over memos by length", () => {
    expect(rates("ab", "completely different")).toMatchObject({ bodyCER: 100, bodyWER: 100 });
    const scores = [scored(body("abcdefgh"), body("abcdefgh")), scored(body("ab"), body("ac"))];
    expect(summarise(scores)).toMatchObject({ bodyCER: 10, bodyWER: 50 });
  });
});

describe("confidence", () => {
  it("is held against being right: fields, and items by their least sure part", () => {
    const evidence = (confidence: number): object => ({ raw: "x", confidence, regions: [] });
    const read = recordOf({ ...MEMO, subject: "falsch" }, {
      evidence: {
        "/memo/subject": evidence(0.95),
        "/memo/date": evidence(0.85),
        "/memo/items/0/response": evidence(0.75),
        "/memo/items/0/clauses/0/text": evidence(0.99),
      },
    } as never);
    const { confidence } = summarise([scoreMemo(truth(MEMO), read)]);
    expect(confidence.bins).toEqual([
      { from: 0.7, to: 0.8, count: 1, right: 1, confidence: 0.75 },
      { from: 0.8, to: 0.9, count: 1, right: 1, confidence: 0.85 },
      { from: 0.9, to: 1, count: 1, right: 0, confidence: 0.95 },
    ]);
    // (0.25 + 0.15 + 0.95) / 3
    expect(confidence.error).toBe(45);
  });

  it("is unknown where a record tells none", () => {
    expect(summarise([scored(MEMO, MEMO)]).confidence).toEqual({ error: null, bins: [] });
  });
});

const SIGNATURES = ["signatures signed", "signatures noted"];

function signature(name: string | null, role: string | null = null): (typeof MEMO.signatures)[0] {
  return { name, role, capacity: "signed" };
}

function signed(...names: string[]): PartialMemo {
  return { signatures: names.map((name) => signature(name)) };
}

function refs(paper: string, meeting: string | null): PartialMemo {
  return { references: [{ paper, meeting }] };
}
