import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdayOf } from "../../../src/structure/values/calendar.ts";
import { type DateContext, memoDate } from "../../../src/structure/values/memo-date.ts";
import { pieces } from "./texts.ts";

const NOTHING: DateContext = { papers: [], meetings: [], responses: [], nextReview: null };

const MONTHS = { JAN: "01", MRZ: "03", JUNI: "06", OKT: "10" };

function dateOf(lines: readonly string[]): string | null {
  return memoDate(pieces(...lines), NOTHING).date?.value ?? null;
}

describe("a memo's date", () => {
  it.each([
    ["Datum: 12.2.13", "2013-02-12"],
    ["Datum: 12. Februar 2013", "2013-02-12"],
    ["Datum: 12. Febr. 2013", "2013-02-12"],
    ["Datum: 12.Februar 2013", "2013-02-12"],
    ["Datum: 12 Februar 2013", "2013-02-12"],
    ["Datum: 12. Februar '13", "2013-02-12"],
    ["Datum: 2013-02-12", "2013-02-12"],
    ["Datum: 2013/2/12", "2013-02-12"],
    ["Datum: 20130212", "2013-02-12"],
    ["Datum: 12022013", "2013-02-12"],
    ["Datum: 12,02,2013", "2013-02-12"],
    ["Datum: 12/02/2013", "2013-02-12"],
    ["Datum: 11-11.2013", "2013-11-11"],
    ["Datum: 1 2.02.2013", "2013-02-12"],
    ["Datum: 12. 02. 2013", "2013-02-12"],
    ["Datum: l2.O2.2013", "2013-02-12"],
    ["Datum: 12. XI. 2013", "2013-11-12"],
    ["Dresden, den 12.02.2013", "2013-02-12"],
    ["Dresden, 12. Februar 2013", "2013-02-12"],
    ["Datum: Dresden, den 12.02.2013", "2013-02-12"],
    ["Datum: Dienstag, den 12. Februar 2013", "2013-02-12"],
    ["Datum: Di., 12.02.2013", "2013-02-12"],
    ["Datum: 12.02.2013, 14:30 Uhr", "2013-02-12"],
    ["Datum 12.02.2013", "2013-02-12"],
    ["Daturn; 12.02.2013", "2013-02-12"],
    ["Datum: 12. Februar 2013 (Dienstag)", "2013-02-12"],
    ["Datum: [3. Mai 2022]", "2022-05-03"],
    ["12. Feb. 22", "2022-02-12"],
    ["12. Jänner 2013", "2013-01-12"],
    ["3. Mai 2022", "2022-05-03"],
    ["24.05.17", "2017-05-24"],
  ])("is read in any written form: %s", (text, date) => {
    const { date: leaf, diagnostics } = memoDate(pieces(text), NOTHING);
    expect(leaf?.value).toBe(date);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["2 I MÜZ. 2024", "2024-03-21"],
    ["2 5. SEP. 2018", "2018-09-25"],
    ["07. FEß. 2Ü19", "2019-02-07"],
    ["1 2. FEE. 2018", "2018-02-12"],
    ["12. JULI 2018", "2018-07-12"],
    ["1 3. M R Z. 2018", "2018-03-13"],
    ["O5. JAN. 2016", "2016-01-05"],
    ["2 4. 0KT. 2018 .", "2018-10-24"],
    ["ll.MRZ.2021", "2021-03-11"],
    ["'1 6. FEB. 2021", "2021-02-16"],
    ["16-APR. 2015", "2015-04-16"],
    ["- 4. JAN. 2013", "2013-01-04"],
    ["-3.MRZ2016", "2016-03-03"],
    ["• 2. MAI 2017", "2017-05-02"],
    ["20. AUS. 2019", "2019-08-20"],
    ["1 3. iULI 2118", "2018-07-13"],
  ])("is read from a stamp: %s", (stamp, date) => {
    expect(dateOf(["Datum:", stamp])).toBe(date);
  });

  it.each([
    ["I * HR2. 2018", "a figure is illegible"],
    ["85. JUN. 2818", "no such day"],
    ["5. JAN. 2016", "a stamp's day has two wheels"],
    ["22 m- 2018", "no month"],
    ["31. JUN. 2015", "not in the calendar"],
    ["15. JUX. 2015", "two months are as near"],
    ["1 9. DEZ. 2015", "a Saturday"],
    ["12. II. 2013", "eleven or two"],
    ["|3. MAI 2022", "the rule of a box, or a one"],
    ["(3. Mai 2022", "a bracket, or a one"],
    ["3. Mai 20", "a year, or half of one"],
    ["Februar 2013", "no day"],
    ["12. Februar", "no year"],
  ])("is withheld with a warning: %s (%s)", (text) => {
    const { date, diagnostics } = memoDate(pieces("Datum:", text), NOTHING);
    expect(date).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "date-uncertain", at: "/memo/date", page: 1 }]);
    expect(diagnostics[0]?.message).toContain(text);
  });

  it("is withheld where it was another day of the week", () => {
    expect(dateOf(["Dienstag, 12. Februar 2013"])).toBe("2013-02-12");
    expect(dateOf(["Mittwoch, 12. Februar 2013"])).toBeNull();
  });

  it("may be one of those that the warning names", () => {
    const { diagnostics } = memoDate(pieces("Datum:", "5. JAN. 2016"), NOTHING);
    expect(diagnostics[0]?.message).toContain("2016-01-05, 2016-01-15, 2016-01-25");
  });

  it.each([[[]], [["Datum:"]], [["Datum:", "☐ – ."]]])("is missing: %j", (lines) => {
    expect(memoDate(pieces(...lines), NOTHING)).toMatchObject({ date: null, diagnostics: [{ code: "date-missing" }] });
  });

  it("is never a wrong working day, whichever sign of the day is lost", () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, "0"));
    fc.assert(
      fc.property(
        days,
        fc.constantFrom("JAN", "MRZ", "JUNI", "OKT"),
        fc.nat(1),
        (day, month: keyof typeof MONTHS, lost) => {
          const isWorkday = weekdayOf(`2019-${MONTHS[month]}-${day}`) <= 5;
          fc.pre(isWorkday);
          const read = dateOf([`${day.slice(0, lost)}*${day.slice(lost + 1)}. ${month}. 2019`]);
          expect([null, day]).toContain(read?.slice(8) ?? null);
        },
      ),
    );
  });

  it("is what was written, whatever the form", () => {
    const forms: ((d: number, m: number, y: number) => string)[] = [
      (d, m, y) => `${d}.${m}.${y}`,
      (d, m, y) => `${d}. ${m}. ${String(y).slice(2)}`,
      (d, m, y) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
      (d, m, y) => `Dresden, den ${d}.${m}.${y}`,
    ];
    const parts = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2008, max: 2030 }),
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(...forms), ([day, month, year], form) => {
        const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        expect(dateOf([`Datum: ${form(day, month, year)}`])).toBe(iso);
      }),
    );
  });
});
