import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateInWords, parseDay, parseMonth } from "../../src/review/client/dates.ts";
import { formMissed } from "../../src/review/client/grammar.ts";

describe("a day as it is typed", () => {
  it.each([
    "12.2.13",
    "12.02.2013",
    "12.2.2013",
    "12. 2. 2013",
    "12022013",
    "120213",
    "12. Februar 2013",
    "12.Feb.13",
    "12 februar 2013",
    "2013-02-12",
    " 12/2/2013 ",
  ])("is the German one: %s", (typed) => {
    expect(parseDay(typed)).toBe("2013-02-12");
  });

  it.each(["30.2.2013", "12.13.2013", "2013", "Februar 2013", "12. Foo 2013", "", "1.1.", "0.1.2013"])(
    "is none where there is no such day: %s",
    (typed) => {
      expect(parseDay(typed)).toBeNull();
    },
  );

  it("is what was shown, whatever the day", () => {
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-");
        expect(parseDay(`${day}.${month}.${year}`)).toBe(iso);
      }),
    );
  });

  it("may be a month where no day is given", () => {
    expect(["März 2016", "03/2016", "3.2016", "Mrz. 2016", "2016-03"].map(parseMonth)).toEqual(
      Array.from({ length: 5 }, () => "2016-03"),
    );
    expect(["13/2016", "2016", "IV. Quartal 2016"].map(parseMonth)).toEqual([null, null, null]);
  });

  it("is said in words", () => {
    expect(dateInWords("2013-02-12", "de")).toBe("Dienstag, 12. Februar 2013");
    expect(dateInWords("2016-03", "de")).toBe("März 2016");
  });
});

describe("a paper, meeting or file reference", () => {
  it.each([
    ["/memo/references/0/paper", ["V2072/23", "A0116/15", "AF0013/09", "mAF0123/12", "V-BW0091/21"]],
    ["/memo/references/0/meeting", ["SR/049/2023", "SB/003/2015"]],
    ["/memo/fileReference", ["(OB) 15", "(GB 4) 42", "8.51", "GB 5/86.1"]],
  ])("of the city's form is taken: %s", (pointer, values) => {
    expect(values.map((value) => formMissed(pointer, value))).toEqual(values.map(() => null));
  });

  it("of another form is asked about", () => {
    expect(formMissed("/memo/references/0/paper", "Vorlage zwei")).toBe("paper");
    expect(formMissed("/memo/references/3/meeting", "Stadtrat")).toBe("meeting");
    expect(formMissed("/memo/fileReference", "Datum:")).toBe("fileReference");
    expect(formMissed("/memo/subject", "Vorlage zwei")).toBeNull();
  });
});
