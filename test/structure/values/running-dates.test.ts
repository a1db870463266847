import { describe, expect, it } from "vitest";
import { lastDayOf, weekdayOf } from "../../../src/structure/values/calendar.ts";
import { pastDates } from "../../../src/structure/values/letter-time.ts";
import { runningDates, runningMonths } from "../../../src/structure/values/running-dates.ts";

describe("dates of running text", () => {
  it("are found in words and figures, and nowhere else", () => {
    const text =
      "am 5. März 2024 und am 24.05.2017, am 2016-07-01, nicht am 31. Februar 2016, GZ 61.00.39, Punkte 1, 2, 13";
    expect(runningDates(text).map(({ iso }) => iso)).toEqual(["2024-03-05", "2017-05-24", "2016-07-01"]);
  });

  it("are months where no day is told", () => {
    const text = "im Juli 2016, 07/2016, nicht SR/020/2016, V0011/2016 oder 13/2016";
    expect(runningMonths(text).map(({ iso }) => iso)).toEqual(["2016-07", "2016-07"]);
  });

  it("are past only in sentences that tell what was", () => {
    const report = "Der Bericht wurde am 3. Mai 2018 vorgelegt. Die Arbeiten werden bis 30. Juni 2019 dauern.";
    expect(pastDates(report)).toEqual(["2018-05-03"]);
  });

  it("are told by clauses, each in its own tense", () => {
    const report = "Der Zuschlag wurde am 17. Juni 2013 erteilt, die Arbeiten beginnen am 22. Juli 2013.";
    expect(pastDates(report)).toEqual(["2013-06-17"]);
  });

  it("stand in sentences, of which one may end with a year", () => {
    const report = "Der Bau wurde 2013 begonnen im Jahr 2013. Eröffnung am 22. Juli 2014.";
    expect(pastDates(report)).toEqual([]);
  });
});

describe("the calendar", () => {
  it("knows the days of the week", () => {
    const days = ["2000-02-29", "2016-02-08", "2015-12-19", "2024-03-03", "1999-01-01"];
    expect(days.map(weekdayOf)).toEqual(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7));
  });

  it("ends a month with its last day", () => {
    expect(["2016-02", "2015-02", "2016-11", "2016-11-03"].map(lastDayOf)).toEqual([
      "2016-02-29",
      "2015-02-28",
      "2016-11-30",
      "2016-11-03",
    ]);
  });
});
