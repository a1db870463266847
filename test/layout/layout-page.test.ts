import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutPage } from "../../src/layout/layout-page.ts";
import type { Line, Page } from "../../src/model/page.ts";

const HEIGHT = 10;

/** A line of words at given places; a word is 5 points a character wide. */
type Printed = readonly [top: number, ...words: (readonly [left: number, text: string])[]];

function lineOf([top, ...words]: Printed): Line {
  let text = "";
  const placed = words.map(([left, word]) => {
    if (text !== "") text += " ";
    const start = text.length;
    text += word;
    return { start, end: text.length, box: [left, top, word.length * 5, HEIGHT] as const, confidence: 0.9 };
  });
  const left = Math.min(...placed.map((word) => word.box[0]));
  const right = Math.max(...placed.map((word) => word.box[0] + word.box[2]));
  return { text, box: [left, top, right - left, HEIGHT], words: placed };
}

function laidOut(...printed: Printed[]): string[] {
  return layoutPage(pageOf(printed)).lines.map((line) => line.text);
}

function pageOf(printed: readonly Printed[]): Page {
  return { number: 1, source: "ocr", size: { width: 595, height: 842 }, lines: printed.map(lineOf) };
}

const LETTERHEAD: Printed[] = [
  [50, [70, "Hausmitteilung"], [460, "Dresden."]],
  [120, [70, "An"], [85, "alle"], [355, "Landeshauptstadt"], [440, "Dresden"]],
  [
    134,
    [70, "Fraktionen"],
    [125, "sowie"],
    [155, "alle"],
    [180, "Mitglieder,"],
    [240, "Ortsvorsteher"],
    [310, "und"],
    [330, "so"],
    [355, "Amt"],
    [375, "für"],
    [395, "Grünanlagen"],
  ],
  [148, [70, "Beiräte"]],
  [162, [355, "GZ:"], [378, "(67)"], [400, "3"]],
  [190, [355, "Datum:"], [420, "3."], [440, "MAI"], [465, "2021"]],
  [230, [70, "Beschlusskontrolle"], [165, "zu"], [180, "V0001/21"]],
  [250, [70, "Sehr"], [95, "geehrte"], [135, "Damen"], [165, "und"], [185, "Herren,"]],
];

describe("the letterhead", () => {
  it("is read column by column, whoever ran its lines together", () => {
    expect(laidOut(...LETTERHEAD)).toEqual([
      "Hausmitteilung",
      "Dresden.",
      "An alle",
      "Fraktionen sowie alle Mitglieder, Ortsvorsteher und so",
      "Beiräte",
      "Landeshauptstadt Dresden",
      "Amt für Grünanlagen",
      "GZ: (67) 3",
      "Datum: 3. MAI 2021",
      "Beschlusskontrolle zu V0001/21",
      "Sehr geehrte Damen und Herren,",
    ]);
  });
});

describe("the letterhead", () => {
  it("is cut where a word stands right at the column's edge, a usual gap from the left line", () => {
    const tight = LETTERHEAD.map((printed): Printed => {
      if (printed[0] !== 134) return printed;
      return [134, [70, "Fraktionen"], [310, "Stadtamt"], [355, "Amt"], [375, "für"], [395, "Grünanlagen"]];
    });
    expect(laidOut(...tight)).toContain("Amt für Grünanlagen");
  });

  it("is not mistaken for a stamp of as many lines", () => {
    const stamp: Printed[] = [
      [60, [300, "Eingang"]],
      [74, [300, "Stadtrat"]],
      [88, [300, "Nr."], [318, "7"]],
    ];
    const texts = laidOut(...stamp, ...LETTERHEAD);
    expect(texts).toContain("Landeshauptstadt Dresden");
    expect(texts).toContain("Datum: 3. MAI 2021");
  });

  it("parts a recipient's line that ends close before the sender's first", () => {
    const texts = laidOut(
      [120, [70, "Fraktion"], [120, "im"], [260, "Rat"], [320, "Herrn"], [355, "Landeshauptstadt"], [440, "Dresden"]],
      [134, [70, "Stadtrat"], [355, "Amt"]],
      [162, [355, "GZ:"]],
      [190, [355, "Datum:"]],
      [250, [70, "Sehr"], [95, "geehrter"], [135, "Herr"]],
    );
    expect(texts).toContain("Landeshauptstadt Dresden");
  });
});

describe("the body", () => {
  const SALUTATION: Printed = [100, [70, "Sehr"], [95, "geehrte"], [135, "Herren,"]];

  it("keeps a clause's number with its text", () => {
    expect(laidOut(SALUTATION, [130, [70, "1."]], [130, [105, "„Der"], [130, "Stadtrat"]])).toEqual([
      "Sehr geehrte Herren,",
      "1. „Der Stadtrat",
    ]);
  });

  it("keeps a low mark at the end of its line", () => {
    const quote = { ...lineOf([131, [150, "“"]]), box: [150, 131, 3, 3] as const };
    const lines = [lineOf(SALUTATION), quote, lineOf([130, [70, "Stadtrat"]])];
    const words = quote.words.map((word) => ({ ...word, box: quote.box }));
    const page = { ...pageOf([]), lines: lines.map((line) => (line === quote ? { ...quote, words } : line)) };
    expect(layoutPage(page).lines.map((line) => line.text)).toEqual(["Sehr geehrte Herren,", "Stadtrat\t“"]);
  });

  it("makes a table's row one line, its cells parted by tabs", () => {
    expect(laidOut(SALUTATION, [130, [300, "2020"]], [130, [70, "Bäume"], [400, "2021"]])).toEqual([
      "Sehr geehrte Herren,",
      "Bäume\t2020\t2021",
    ]);
  });

  it("puts lines in order from the top", () => {
    expect(laidOut(SALUTATION, [160, [70, "zweitens"]], [130, [70, "erstens"]])).toEqual([
      "Sehr geehrte Herren,",
      "erstens",
      "zweitens",
    ]);
  });
});

describe("the signatures", () => {
  it("are read column by column", () => {
    expect(
      laidOut(
        [600, [70, "Mit"], [90, "freundlichen"], [155, "Grüßen"]],
        [640, [70, "Erika"], [100, "Muster"], [355, "Kenntnisnahme:"]],
        [654, [70, "Beigeordnete"]],
        [680, [355, "Max"], [375, "Beispiel"]],
        [694, [355, "Oberbürgermeister"]],
        [740, [70, "Anlage"]],
      ),
    ).toEqual([
      "Mit freundlichen Grüßen",
      "Erika Muster",
      "Beigeordnete",
      "Kenntnisnahme:",
      "Max Beispiel",
      "Oberbürgermeister",
      "Anlage",
    ]);
  });
});

describe("layoutPage", () => {
  it("loses no word and invents none, and keeps each word's box", () => {
    const word = fc.tuple(fc.integer({ min: 0, max: 550 }), fc.stringMatching(/^[a-zäöüß]{1,12}$/u));
    const printed = fc.tuple(fc.integer({ min: 0, max: 830 }), fc.array(word, { minLength: 1, maxLength: 6 }));
    const placed = (page: Page): string[] =>
      page.lines
        .flatMap((line) => line.words.map((one) => `${line.text.slice(one.start, one.end)} at ${one.box}`))
        .sort();
    fc.assert(
      fc.property(fc.array(printed, { maxLength: 20 }), (lines) => {
        const page = pageOf(lines.map(([top, words]) => [top, ...words.sort((a, b) => a[0] - b[0])]));
        expect(placed(layoutPage(page))).toEqual(placed(page));
      }),
    );
  });

  it("leaves plain text as it is", () => {
    const page: Page = { number: 1, source: "plain-text", size: null, lines: [{ text: "x", box: null, words: [] }] };
    expect(layoutPage(page)).toBe(page);
  });
});
