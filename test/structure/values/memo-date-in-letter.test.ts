import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateContext, memoDate } from "../../../src/structure/values/memo-date.ts";
import { pieces, recognised, traced } from "./texts.ts";

const NOTHING: DateContext = { papers: [], meetings: [], responses: [], nextReview: null };

function dateOf(lines: readonly string[], context: Partial<DateContext> = {}): string | null {
  return memoDate(pieces(...lines), { ...NOTHING, ...context }).date?.value ?? null;
}

describe("a date among the pieces of a head", () => {
  it.each([
    [["Datum:", "GZ: (GB 6) 66.2", "2 6. JULI", "2013"], "2013-07-26"],
    [["- 3. APR.", "2020", "Datum:"], "2020-04-03"],
    [["1 9. DEZ. 2019", "An alle", "Datum:", "17. DEZ. 2019"], "2019-12-17"],
    [["1 1. DEZ. 2", "10. DEZ. 2020", "Datum:"], "2020-12-10"],
    [["Datum: 12.02.2013", "13. FEB. 2013"], "2013-02-12"],
    [["60. Jahrestag des 17. Juni 1953", "Bauen 2014", "17. JUNI 2014"], "2014-06-17"],
  ])("%j is %s", (lines, date) => {
    expect(dateOf(lines)).toBe(date);
  });

  it("is withheld where two dates stand without a label", () => {
    const { date, diagnostics } = memoDate(pieces("17. DEZ. 2019", "19. DEZ. 2019"), NOTHING);
    expect(date).toBeNull();
    expect(diagnostics[0]?.message).toContain("2019-12-17, 2019-12-19");
  });

  it.each([
    [["2 7. MRZ. 2019", "An alle", "Mitglieder", "Datum:", "2^ M Z. 9"]],
    [["2 7. MRZ. 2019", "Datum:", "25 m- 19"]],
    [["Datum: 31.02.2019", "27. MRZ. 2019"]],
  ])("is not the receipt stamp's, where the letter's own cannot be read: %j", (lines) => {
    const { date, diagnostics } = memoDate(pieces(...lines), NOTHING);
    expect(date).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "date-uncertain" }]);
  });

  it.each([
    ["Beschlusskontrolle zu V1739/12 (SR/047/2012)"],
    ["60. Jahrestag des 17. Juni 1953"],
    ["E-Mail"],
    ["2015/2016"],
  ])("is not %s", (line) => {
    expect(dateOf([line])).toBeNull();
  });
});

describe("stamp and letter together", () => {
  it.each([
    ["the paper's year", "16. FEB. 2D2t", { papers: ["mAF0211/23"] }, "2024-02-16"],
    [
      "meeting and next review",
      "1 9. SEP.",
      { papers: ["A0104/15"], meetings: ["SR/020/2016"], nextReview: "2017-06" },
      "2016-09-19",
    ],
    ["the next review", "14. DEZ. 2019", { meetings: ["SB/013/2015"], nextReview: "2016-05-31" }, "2015-12-14"],
    ["the weekday", "T 2. JUNI 2014", {}, "2014-06-12"],
    [
      "days told as past",
      "26. JAN. 202i",
      {
        papers: ["EWA0115/21"],
        responses: ["Die Einwohnerversammlung fand am 16. November 2023 statt."],
        nextReview: "2025-01-10",
      },
      "2024-01-26",
    ],
  ] as const)("leave one date: %s", (_, stamp, context, date) => {
    const { date: leaf, diagnostics } = memoDate(pieces("Datum:", stamp), { ...NOTHING, ...context });
    expect(leaf?.value).toBe(date);
    expect(diagnostics).toMatchObject([{ severity: "info", at: "/memo/date" }]);
    expect(leaf?.text.changes().map(({ rules }) => rules)).toEqual([["date-completed"]]);
    expect(leaf?.text.undo()).toBe(stamp);
    expect(leaf?.confidence).toBeLessThan(0.95);
  });

  it("leave more than one, and then none is given", () => {
    expect(dateOf(["Q 2. DEZ. 20«"], { papers: ["V0447/15"] })).toBeNull();
    expect(dateOf(["2 '>• AUG. OT"], { papers: ["AF2554/18"] })).toBeNull();
    expect(dateOf(["* 3. AUG. $15"], { papers: ["AF0661/15"] })).toBeNull();
  });

  it("are not the one date where the misread figure stands in the day as well", () => {
    expect(dateOf(["15. FEB. 2015"], { meetings: ["SR/017/2015"], papers: ["V0543/16"] })).toBeNull();
    expect(dateOf(["-8. FEB. 2015"], { papers: ["mAF0083/16"] })).toBe("2016-02-08");
  });

  it.each([
    ["before what it tells as past", { responses: ["Der Vertrag wurde am 24. Juni 2018 beurkundet."] }],
    ["before its paper", { papers: ["V0613/29"] }],
    ["after its next review", { nextReview: "2016-12" }],
  ] as const)("refuse a typed date %s", (_, context) => {
    const { date, diagnostics } = memoDate(pieces("Datum: 28.07.2017"), { ...NOTHING, ...context });
    expect(date).toBeNull();
    expect(diagnostics[0]?.severity).toBe("warning");
  });

  it("agree: plans and dates to come speak against nothing", () => {
    const responses = ["Die Arbeiten werden bis 30. Juni 2019 dauern.", "Am 1. August 2018 beginnt der Bau."];
    expect(dateOf(["Datum: 28.07.2017"], { responses, papers: ["V0613/16"], nextReview: "2018-01-31" })).toBe(
      "2017-07-28",
    );
  });

  it("doubt a spoilt stamp that is a year after its inquiry", () => {
    const { date, diagnostics } = memoDate(pieces("1 5. FFB. 2019"), { ...NOTHING, papers: ["AF2181/18"] });
    expect(date).toBeNull();
    expect(diagnostics[0]?.message).toContain("2018-02-15, 2019-02-15");
  });
});

describe("a date that an engine read", () => {
  it("is believed on a weekend, where the engine was sure", () => {
    expect(memoDate([recognised("Datum: 16. MRZ. 2013", 0.95)], NOTHING).date?.value).toBe("2013-03-16");
    expect(memoDate([recognised("Datum: 16. MRZ. 2013", 0.8)], NOTHING).date).toBeNull();
  });

  it("is withheld where the engine was not", () => {
    const { date, diagnostics } = memoDate([recognised("Datum: 18. MRZ. 2013", 0.3)], NOTHING);
    expect(date).toBeNull();
    expect(diagnostics[0]?.message).toContain("2013-03-18");
  });
});

it("a date is looked for in linear time, and any text is borne", () => {
  for (const part of [" ", "1 ", "„", "MAI ", "Datum:", "- ", "wurde am 1. ", "1.1."]) {
    const started = performance.now();
    const text = part.repeat(100_000 / part.length);
    memoDate([traced(text), traced("2 I MÜZ. 2024")], { ...NOTHING, responses: [text] });
    expect(performance.now() - started, JSON.stringify(part)).toBeLessThan(4000);
  }
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 6 }), (lines) => {
      const { date, diagnostics } = memoDate(lines.map(traced), NOTHING);
      return date !== null || diagnostics.length === 1;
    }),
  );
});
