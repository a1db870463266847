import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextReview, nextReviewIn } from "../../../src/structure/values/next-review.ts";
import { traced } from "./texts.ts";

function reviewOf(label: string): string | null {
  return nextReview(traced(label)).leaf?.value ?? null;
}

describe("the next review behind its label", () => {
  it.each([
    ["nächste Beschlusskontrolle: 31. März 2016", "2016-03-31"],
    ["Nächste Beschlusskontrolle: 31.03.2016", "2016-03-31"],
    ["Nächste Beschlusskontrolle: 31.03.16", "2016-03-31"],
    ["Nächste Beschlusskontrolle: 31.3.16.", "2016-03-31"],
    ["Nächste Beschlusskontrolle: 31. März 16", "2016-03-31"],
    ["nächste Beschlusskontrolle: 2022-10-31", "2022-10-31"],
    ["nächste Beschlusskontrolle: 30.06-2015", "2015-06-30"],
    ["nächste Beschlusskontrolle: 30,06.2015", "2015-06-30"],
    ["nächste Beschlusskontrolle: 31. Marz 2016", "2016-03-31"],
    ["nächste Beschlusskontrolle: 31.März 2016", "2016-03-31"],
    ["nächste Beschlusskontrolle:\n31. März\n2016", "2016-03-31"],
    ["nächste Beschlusskontrolle;\ngemeinsam mit BK zu A0321/11, 31.05.2019", "2019-05-31"],
    ["nächste Beschlusskontrolle: nach dem 17. Dezember 2020 (mögliche Sitzung des Beirates)", "2020-12-17"],
    ["nächste Beschlusskontrolle: spätestens zum 30.06.2017", "2017-06-30"],
    ["nächste Beschlusskontrolle: Juli 2016", "2016-07"],
    ["nächste Beschlusskontrolle: Dezember 2016", "2016-12"],
    ["nächste Beschlusskontrolle: Ende Dezember 2016", "2016-12"],
    ["nächste Beschlusskontrolle: 07/2016", "2016-07"],
    ["nächste Beschlusskontrolle: 7/2016", "2016-07"],
    ["nächste Beschlusskontrolle: 07.2016", "2016-07"],
    ["nächste Beschlusskontrolle: 31.12.2016 (statt 30.06.2016)", "2016-12-31"],
    ["nächste Beschlusskontrolle: 31.12.2016 (statt wie geplant am 30. Juni 2016)", "2016-12-31"],
    ["nächste Beschlusskontrolle: statt 30.06.2016 nun 31.12.2016", "2016-12-31"],
    ["nächste Beschlusskontrolle: verschoben vom 30.06.2016 auf den 31.12.2016", "2016-12-31"],
    ["nächste Beschlusskontrolle: 31.12.2016, gemeinsam mit dem Beschluss vom 3. Mai 2014", "2016-12-31"],
  ])("%j is %s", (label, date) => {
    const { leaf, diagnostics } = nextReview(traced(label));
    expect(leaf?.value).toBe(date);
    expect(diagnostics).toEqual([]);
    expect(label).toContain(leaf?.text.text);
  });

  it.each([
    "nächste Beschlusskontrolle: IV. Quartal 2022",
    "nächste Beschlusskontrolle: 4. Quartal 2022",
    "nächste Beschlusskontrolle: 1. Halbjahr 2017",
    "nächste Beschlusskontrolle: KW 12/2016",
    "nächste Beschlusskontrolle: Q3/2016",
    "nächste Beschlusskontrolle: nach der Sommerpause 2016",
    "nächste Beschlusskontrolle: 2017",
    "nächste Beschlusskontrolle: 31. März",
    "nächste Beschlusskontrolle: 31. Juni 2016",
    "nächste Beschlusskontrolle: 30.06.2016 und 31.12.2016",
    "nächste Beschlusskontrolle: 30.06. und 31.12.2016",
    "nächste Beschlusskontrolle: Punkt 1: 30.06.2016, Punkt 2: 31.12.2016",
    "nächste Beschlusskontrolle: Juli/August 2016",
    "nächste Beschlusskontrolle: Juli bis August 2016",
    "nächste Beschlusskontrolle: sobald der Bescheid vorliegt",
    "nächste Beschlusskontrolle:",
  ])("%j is withheld, with its words", (label) => {
    const { leaf, diagnostics } = nextReview(traced(label));
    expect(leaf).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "warning", at: "/memo/nextReview", page: 1 }]);
    expect(diagnostics[0]?.message).toContain(label);
  });

  it.each(["nächste Beschlusskontrolle: nicht erforderlich", "nächste Beschlusskontrolle: entfällt"])(
    "%j says that there is none, which needs no look",
    (label) => {
      expect(nextReview(traced(label))).toMatchObject({ leaf: null, diagnostics: [{ severity: "info" }] });
    },
  );

  it("is never another date than one that stands there", () => {
    const day = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2010, max: 2030 }),
    );
    fc.assert(
      fc.property(day, fc.constantFrom(" ", "\n", ": ", ":\n"), ([d, m, y], gap) => {
        const iso = `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
        expect(reviewOf(`nächste Beschlusskontrolle${gap}${d}.${m}.${y}`)).toBe(iso);
      }),
    );
  });

  it("is looked for in linear time, and any text is borne", () => {
    for (const part of [" ", "1.", "31. ", "statt ", "(", "Mai 20"]) {
      const started = performance.now();
      nextReview(traced(part.repeat(100_000 / part.length)));
      nextReviewIn([traced(`nächste Beschlusskontrolle ${part}`.repeat(3000))]);
      expect(performance.now() - started, JSON.stringify(part)).toBeLessThan(4000);
    }
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => nextReview(traced(text)).diagnostics.length <= 1));
  });
});

describe("the next review told in a response", () => {
  const told = (...responses: readonly string[]): string | null =>
    nextReviewIn(responses.map((response) => traced(response)))?.value ?? null;

  it.each([
    ["Die nächste Beschlusskontrolle erfolgt zum 31. Mai 2017.", "2017-05-31"],
    [
      "Die nächste Beschlusskontrolle legen wir zusammen mit der Vorlage V4711/19 am 30. September 2021 vor.",
      "2021-09-30",
    ],
    ["Die nächste Berichterstattung ist für den 30.06.2018 vorgesehen.", "2018-06-30"],
    ["Die nächste BK erfolgt im Juni 2018. Am 3. Mai 2018 tagt der Beirat.", "2018-06"],
  ])("%s", (response, date) => {
    expect(told(response)).toBe(date);
  });

  it.each([
    "Die nächste Beschlusskontrolle folgt. Am 3. Mai 2018 tagt der Beirat.",
    "Die nächste Sitzung ist am 3. Mai 2018.",
    "Die nächste Beschlusskontrolle enthält die Zahlen vom 3. Mai 2018.",
  ])("is not concluded from %j", (response) => {
    expect(told(response)).toBeNull();
  });

  it("is the last that is told", () => {
    expect(
      told(
        "Die nächste Beschlusskontrolle erfolgt zum 31.05.2017.",
        "Die nächste Beschlusskontrolle erfolgt am 30.09.2017.",
      ),
    ).toBe("2017-09-30");
  });
});
