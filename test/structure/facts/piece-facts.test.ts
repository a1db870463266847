import { describe, expect, it } from "vitest";
import { beginsLike, distance, folded } from "../../../src/structure/facts/likeness.ts";
import { factsOfText } from "../facts-of.ts";

describe("what a piece shows", () => {
  it.each([
    ["Der Weg ist gebaut.", "stop"],
    ["Der Weg ist gebaut.“", "stop"],
    ["Wird gebaut?", "question"],
    ["wie folgt:", "colon"],
    ["den Weg zu bauen,", "comma"],
    ["die Wege;", "semicolon"],
    ["die Straßen-", "hyphen"],
    ["im Jahr 2018", "digit"],
    ["die Wege", "letter"],
    ["Sie kostet ca.", "other"],
  ])("ends: %s", (text, ending) => {
    expect(factsOfText(text)[0]?.ending).toBe(ending);
  });

  it("counts open quotations from piece to piece", () => {
    const facts = factsOfText("„Der Rat bittet\num Wege und\num Bänke.“\nGebaut.");
    expect(facts.map(({ depthBefore, depthAfter }) => [depthBefore, depthAfter])).toEqual([
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(facts.map(({ opens, closes }) => [opens, closes])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
    ]);
  });

  it("begins anew at a point's mark with a quotation, whatever was never closed", () => {
    expect(factsOfText("1. „Wege bauen\nGebaut.\n2. „Bänke stellen.“")[2]?.depthAfter).toBe(0);
  });

  it.each([
    ["Mit freundlichen Grüßen", "closing"],
    ["Mlt freundl1chen Grußen", "closing"],
    ["Sehr geehrle Damen und Herren,", "salutation"],
    ["Landeshauptstadl Dresden", "authority"],
  ])("is like a formula: %s", (text, name) => {
    const [like] = factsOfText(text)[0]?.formulas.filter(([own]) => own === name) ?? [];
    expect(like?.[1]).toBeGreaterThan(0.75);
  });

  it("is like no formula where it is plain text", () => {
    expect(factsOfText("Die Wege im Norden wurden erneuert.")[0]?.formulas).toEqual([]);
  });
});

describe("likeness", () => {
  it("is one for the formula itself, and less for each damaged letter", () => {
    const formula = folded("Mit freundlichen Grüßen");
    expect(beginsLike(`${formula}undmehr`, formula)).toBe(1);
    expect(beginsLike(formula.replace("u", "x"), formula)).toBeCloseTo(1 - 1 / formula.length, 9);
    expect(beginsLike("ganzetwasanderes", formula)).toBe(0);
  });

  it.each([
    ["hilpert", "hilbert", 1],
    ["", "weg", 3],
    ["weg", "weg", 0],
    ["bank", "berg", 3],
  ])("the distance of %s and %s", (a, b, wanted) => {
    expect(distance(a, b, 5)).toBe(wanted);
  });

  it("stops at its limit", () => {
    expect(distance("abcdefgh", "zyxwvuts", 2)).toBe(3);
  });
});

describe("what stands around a line", () => {
  it("is a quotation that closes further on", () => {
    const facts = factsOfText("Der Weg ist\nzu bauen.“\nWird geprüft.\n„Wann?“");
    expect(facts.map(({ closesAhead }) => closesAhead)).toEqual([true, true, false, true]);
  });

  it("is the foot of the letter paper", () => {
    const lines = ["Wird geprüft.", "Musterbank", "AAA 123", "IBAN: 12 34", "Prager Weg", "Telefon 1 23", "Danach."];
    const within = factsOfText(lines.join("\n")).map(({ footAround }) => footAround > 0);
    expect(within).toEqual([false, true, true, true, true, true, false]);
  });

  it("is a department's name that goes on below another column", () => {
    const facts = factsOfText("Geschäftsbereich Umwelt und\nAn alle\nKommunalwirtschaft\nKommunalwirtschaft und Wald");
    expect(facts.map(({ endsDepartment }) => endsDepartment)).toEqual([false, false, true, false]);
  });

  it("is a heading above that it repeats", () => {
    const facts = factsOfText("Wege am Anger\nText.\nWege am  Anger");
    expect(facts.map(({ repeats }) => repeats)).toEqual([false, false, true]);
  });
});
