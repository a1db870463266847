import { describe, expect, it } from "vitest";
import { parseTruth } from "../../src/evaluate/truth.ts";
import { asFirstVersion } from "../revise/first-version.ts";
import { MEMO, recordOf } from "./memos.ts";

const faults = (value: unknown): readonly object[] => {
  const checked = parseTruth(JSON.stringify(value));
  return "faults" in checked ? checked.faults : [];
};

describe("parseTruth", () => {
  it("takes a memo, whole or in part, and whole records", () => {
    expect(parseTruth(JSON.stringify({ memo: MEMO, unscored: ["/memo/date"], notes: "Stempel" }))).toMatchObject({
      value: { memo: MEMO, unscored: ["/memo/date"] },
    });
    expect(parseTruth('{"memo":{"subject":"Bänke","items":[{"response":"Ja."}]}}')).toEqual({
      value: { memo: { subject: "Bänke", items: [{ response: "Ja." }] }, unscored: [] },
    });
    expect(parseTruth(JSON.stringify(recordOf(MEMO)))).toEqual({ value: recordOf(MEMO) });
    expect(parseTruth(JSON.stringify(asFirstVersion(recordOf(MEMO))))).toEqual({ value: recordOf(MEMO) });
  });

  it("tells where it is wrong, and all at once", () => {
    expect(
      faults({
        memo: { date: "17.5.2019", kind: "Brief", subjekt: "x", items: [{ clauses: [{ number: 1, text: "a" }] }] },
      }),
    ).toEqual([
      { pointer: "/memo/kind", problem: expect.stringContaining('"Beschlusskontrolle"') },
      { pointer: "/memo/date", problem: "Invalid ISO date" },
      { pointer: "/memo/items/0/clauses/0/number", problem: "Invalid input: expected string, received number" },
      { pointer: "/memo", problem: 'Unrecognized key: "subjekt"' },
    ]);
  });

  it.each([
    [{}, "/memo"],
    [{ memo: {}, unscored: ["memo/date"] }, "/unscored/0"],
    [{ ...recordOf(MEMO), status: "fine" }, "/status"],
    [[], ""],
    [null, ""],
    ["ok", ""],
  ])("refuses %j, pointing at %j", (value, pointer) => {
    expect(faults(value)).toMatchObject([{ pointer }]);
  });

  it("refuses what is no JSON", () => {
    expect(parseTruth("{")).toMatchObject({ faults: [{ pointer: "", problem: expect.stringMatching(/^No JSON: /) }] });
  });

  it("takes no harm from names that objects have by themselves", () => {
    expect(parseTruth('{"memo":{"__proto__":{"subject":"x"}}}')).toMatchObject({
      faults: [{ pointer: "/memo", problem: 'Unrecognized key: "__proto__"' }],
    });
  });
});
