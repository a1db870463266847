import { describe, expect, it } from "vitest";
import { figureOf, figuresOf } from "../../../src/structure/facts/look-alikes.ts";
import { openingOf } from "../../../src/structure/facts/markers.ts";

describe("the mark of a point", () => {
  it.each([
    ["1. Wege", "number", "1"],
    ["(2) Wege", "number", "2"],
    ["2a) Wege", "number", "2a"],
    ["12.) Wege", "number", "12"],
    ["II. Wege", "roman", "II"],
    ["§ 3 Wege", "section", "3"],
    ["a) Wege", "letter", "a"],
    ["B) Wege", "capital", "B"],
    ["g) Wege", "letter", "g"],
    ["Frage 3: Wege", "named", "3"],
    ["Punkt 2: Wege", "named", "2"],
    ["• Wege", "bullet", "-"],
    ["- Wege", "bullet", "-"],
  ])("%s", (text, kind, printed) => {
    const { markers, textStart } = openingOf(text);
    expect(markers).toMatchObject([{ kind, printed, cost: 0 }]);
    expect(text.slice(textStart)).toBe("Wege");
  });

  it.each([
    ["l. Wege", "1"],
    ["Z. Wege", "2"],
    ["lO. Wege", "10"],
  ])("misread costs: %s", (text, printed) => {
    const [marker] = openingOf(text).markers;
    expect(marker).toMatchObject({ kind: "number", printed });
    expect(marker?.cost).toBeGreaterThan(0);
  });

  it.each([
    "31. Dezember 2018",
    "2. Quartal 2019",
    "1. Änderung der Satzung",
    "Der Weg",
    "2018 wurde gebaut",
    "0. Weg",
  ])("is none: %s", (text) => {
    expect(openingOf(text)).toEqual({ markers: [], quoteAt: null, textStart: 0 });
  });

  it.each([
    ["„1. Wege", 0],
    ["1. „Wege", 3],
    ["1. a) „Wege", 6],
  ])("stands on either side of the quotation mark: %s", (text, quoteAt) => {
    const opening = openingOf(text);
    expect(opening.quoteAt).toBe(quoteAt);
    expect(opening.markers[0]?.printed).toBe("1");
    expect(text.slice(opening.textStart)).toBe("Wege");
  });
});

describe("look-alike letters", () => {
  it("reads figures as themselves at no cost", () => {
    expect(figuresOf("407")).toEqual({ figures: "407", cost: 0 });
  });

  it("adds up the costs of the others", () => {
    const cost = ["l", "Z"].reduce((sum, sign) => sum + (figureOf(sign)?.[1] ?? 0), 0);
    expect(figuresOf("lZ")).toEqual({ figures: "12", cost });
  });

  it.each(["x", "1x", ""])("is no figure: %j", (signs) => {
    expect(figuresOf(signs)).toBeNull();
  });
});
