import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../src/structure/fields/items.ts";
import { readingOf, type Written } from "../reading-of.ts";

/** Items in short: lead-in, clause numbers with their texts, response. */
function itemsIn(...written: Written[]): unknown[] {
  return itemsOf(readingOf(...written)).map(({ leadIn, clauses, response }) => [
    leadIn?.value ?? null,
    clauses.map(({ number, text }) => `${number?.value ?? "-"} ${text.value}`),
    response?.value ?? null,
  ]);
}

describe("clauses and responses in pairs", () => {
  it("alternating", () => {
    expect(
      itemsIn(
        ["clause", "1. „Wege bauen.“"],
        ["response", "Gebaut."],
        ["clause", "2. „Bänke stellen.“"],
        ["response", "Gestellt."],
      ),
    ).toEqual([
      [null, ["1 Wege bauen."], "Gebaut."],
      [null, ["2 Bänke stellen."], "Gestellt."],
    ]);
  });

  it("one response below a joint quotation", () => {
    expect(
      itemsIn(
        ["leadIn", "„Der Rat bittet,"],
        ["clause", "1. Wege zu bauen,"],
        ["clause", "2. Bänke zu stellen.“"],
        ["response", "Beides ist getan."],
      ),
    ).toEqual([["Der Rat bittet,", ["1 Wege zu bauen,", "2 Bänke zu stellen."], "Beides ist getan."]]);
  });

  const quoted: Written[] = [
    ["leadIn", "„Der Rat bittet,"],
    ["clause", "1. Wege zu bauen,"],
    ["clause", "2. Bänke zu stellen,"],
    ["clause", "3. Bäume zu pflanzen.“"],
  ];

  it("letters of points, each answered on its own", () => {
    const items = itemsIn(
      ["clause", "1. a) „Wege bauen.“"],
      ["response", "Gebaut."],
      ["clause", "b) „Bänke stellen.“"],
      ["response", "Gestellt."],
      ["clause", "2. „Bäume pflanzen.“"],
      ["response", "Gepflanzt."],
    );
    expect(items.map((item) => (item as [null, string[]])[1][0]?.split(" ")[0])).toEqual(["1a", "1b", "2"]);
  });

  it("a reference whose number was misread follows the one before it", () => {
    const items = itemsIn(
      ...quoted,
      ["answerReference", "zu 1.:"],
      ["response", "Gebaut."],
      ["answerReference", "zu 7.:"],
      ["response", "Gestellt."],
      ["answerReference", "zu 3.:"],
      ["response", "Gepflanzt."],
    );
    expect(items.map((item) => (item as unknown[])[2])).toEqual(["Gebaut.", "Gestellt.", "Gepflanzt."]);
  });

  it("all clauses first, each answered below its number", () => {
    expect(
      itemsIn(
        ...quoted,
        ["answerReference", "zu 1.:"],
        ["response", "Gebaut."],
        ["answerReference", "zu 2.:"],
        ["response", "Gestellt."],
        ["answerReference", "zu 3.:"],
        ["response", "Gepflanzt."],
      ),
    ).toEqual([
      ["Der Rat bittet,", ["1 Wege zu bauen,"], "Gebaut."],
      [null, ["2 Bänke zu stellen,"], "Gestellt."],
      [null, ["3 Bäume zu pflanzen."], "Gepflanzt."],
    ]);
  });

  it("two numbers in one reference", () => {
    expect(
      itemsIn(
        ...quoted,
        ["answerReference", "zu 1. und 2.:"],
        ["response", "Beides ist getan."],
        ["answerReference", "zu 3.:"],
        ["response", "Gepflanzt."],
      ),
    ).toEqual([
      ["Der Rat bittet,", ["1 Wege zu bauen,", "2 Bänke zu stellen,"], "Beides ist getan."],
      [null, ["3 Bäume zu pflanzen."], "Gepflanzt."],
    ]);
  });

  it("a general answer before the first reference", () => {
    const items = itemsIn(
      ...quoted,
      ["response", "Allgemein gilt dies."],
      ["answerReference", "zu 1 bis 3:"],
      ["response", "Getan."],
    );
    expect(JSON.stringify(items)).toContain("Allgemein gilt dies.");
    expect(JSON.stringify(items)).toContain("Getan.");
  });

  it("roman numbers, and a reference that names them so", () => {
    expect(
      itemsIn(
        ["clause", "I. Wege zu bauen."],
        ["clause", "II. Bänke zu stellen."],
        ["answerReference", "zu II.:"],
        ["response", "Gestellt."],
      ),
    ).toEqual([
      [null, ["I Wege zu bauen."], null],
      [null, ["II Bänke zu stellen."], "Gestellt."],
    ]);
  });

  it("letters under a number", () => {
    expect(
      itemsIn(
        ["leadIn", "2. Die Verwaltung wird gebeten,"],
        ["clause", "a) Wege zu bauen,"],
        ["clause", "b) Bänke zu stellen."],
        ["answerReference", "zu 2b:"],
        ["response", "Gestellt."],
      ).map((item) => (item as unknown[])[1]),
    ).toEqual([["2a Wege zu bauen,"], ["2b Bänke zu stellen."]]);
  });

  it("a reference to a number that no clause bears changes nothing", () => {
    expect(itemsIn(["clause", "1. Wege zu bauen."], ["answerReference", "zu 7.:"], ["response", "Gebaut."])).toEqual([
      [null, ["1 Wege zu bauen."], "Gebaut."],
    ]);
  });

  it("a lead-in that leads to no clause is the clause", () => {
    expect(itemsIn(["leadIn", "„Der Rat bittet um Wege.“"], ["response", "Gebaut."])).toEqual([
      [null, ["- Der Rat bittet um Wege."], "Gebaut."],
    ]);
  });

  it("letters answered together with their number stay in its text", () => {
    expect(
      itemsIn(
        ["clause", "1. „Wege zu bauen:"],
        ["clause", "b) im Norden,"],
        ["clause", "c) im Süden,"],
        ["clause", "2. Bänke zu stellen.“"],
        ["response", "Getan."],
      ),
    ).toEqual([[null, ["1 Wege zu bauen:\nb) im Norden,\nc) im Süden,", "2 Bänke zu stellen."], "Getan."]]);
  });

  it("letters below an answer, between the points 1 and 3, are the second point's", () => {
    const items = itemsIn(
      ["clause", "1. „Wege bauen.“"],
      ["response", "Gebaut."],
      ["clause", "a) „Bänke stellen.“"],
      ["response", "Gestellt."],
      ["clause", "b) „Bänke streichen.“"],
      ["response", "Gestrichen."],
      ["clause", "3. „Bäume pflanzen.“"],
      ["response", "Gepflanzt."],
    );
    expect(items.map((item) => (item as [null, string[]])[1][0]?.split(" ")[0])).toEqual(["1", "2a", "2b", "3"]);
  });
});
