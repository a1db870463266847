import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contradictionOf, type DateContext, pastDates } from "../../src/structure/dates/plausible.ts";
import { runningDates } from "../../src/structure/dates/running-dates.ts";
import { readStamp } from "../../src/structure/dates/stamp-date.ts";

describe("a stamped date", () => {
  it.each([
    ["2 I MÜZ. 2024", "2024-03-21"],
    ["2 5. SEP. 2018", "2018-09-25"],
    ["07. FEß. 2Ü19", "2019-02-07"],
    ["1 2. FEE. 2018", "2018-02-12"],
    ["12. JULI 2018", "2018-07-12"],
    ["17. M R Z. 2018", "2018-03-17"],
    ["O5. JAN. 2016", "2016-01-05"],
    ["2 4. 0KT. 2018 .", "2018-10-24"],
    ["14. Oktober 2021", "2021-10-14"],
    ["3. Februar 2021", "2021-02-03"],
    ["24.05.2017", "2017-05-24"],
    ["24.05.17", "2017-05-24"],
  ])("%s is read", (stamp, date) => {
    expect(readStamp(stamp).date).toBe(date);
  });

  it.each([
    ["I * HR2. 2018", "a digit is illegible"],
    ["85. JUN. 2818", "no such day"],
    ["5. JAN. 2016", "a stamp's day has two wheels"],
    ["22 m- 2018", "no month"],
    ["31. JUN. 2015", "not in the calendar"],
    ["3^ N", "no date at all"],
    ["", "nothing"],
  ])("%s is withheld: %s", (stamp) => {
    expect(readStamp(stamp).date).toBeNull();
  });

  it("names what it may be", () => {
    expect(readStamp("I * HR2. 2018").candidates).toContain("2018-03-17");
    expect(readStamp("5. JAN. 2016").candidates).toEqual(["2016-01-05", "2016-01-15", "2016-01-25"]);
  });

  it("is never a wrong one, whichever sign of the day is lost", () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, "0"));
    fc.assert(
      fc.property(days, fc.constantFrom("JAN", "MRZ", "JUN", "JUL", "OKT"), fc.nat(1), (day, month, lost) => {
        const damaged = `${day.slice(0, lost)}*${day.slice(lost + 1)}`;
        expect(readStamp(`${damaged}. ${month}. 2019`).date).toBeNull();
      }),
    );
  });

  it("does not throw on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => readStamp(text).candidates.length <= 10));
  });
});

describe("dates of running text", () => {
  it("are found in words and digits, and nowhere else", () => {
    const text = "am 5. März 2024 und am 24.05.2017, nicht am 31. Februar 2016, GZ 61.00.39";
    expect(runningDates(text).map(({ iso }) => iso)).toEqual(["2024-03-05", "2017-05-24"]);
  });

  it("are past only in sentences that tell what was", () => {
    const report = "Der Bericht wurde am 3. Mai 2018 vorgelegt. Die Arbeiten werden bis 30. Juni 2019 dauern.";
    expect(pastDates(report)).toEqual(["2018-05-03"]);
  });

  it("are told by clauses, each in its own tense", () => {
    const report = "Der Zuschlag wurde am 17. Juni 2013 erteilt, die Arbeiten beginnen am 22. Juli 2013.";
    expect(pastDates(report)).toEqual(["2013-06-17"]);
  });
});

describe("a memo's date held against its letter", () => {
  const context: DateContext = {
    report: "Der Vertrag wurde am 24. Mai 2017 beurkundet.",
    references: ["V0613/16"],
    nextReview: null,
  };

  it("agrees with later reports and papers", () => {
    expect(contradictionOf("2017-07-28", context)).toBeNull();
  });

  it.each([
    ["2017-05-01", context, "older than what it reports as past"],
    ["2015-07-28", { ...context, report: "" }, "older than its paper"],
    ["2017-07-28", { ...context, nextReview: "2017-06-30" }, "younger than the review it announces"],
  ])("%s is refused: %#", (date, other) => {
    expect(contradictionOf(date, other)).not.toBeNull();
  });
});
