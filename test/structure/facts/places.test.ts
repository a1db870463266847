import { describe, expect, it } from "vitest";
import type { Line, Page } from "../../../src/model/page.ts";
import { piecesOf } from "../../../src/structure/facts/pieces.ts";
import { type Place, placesOf } from "../../../src/structure/facts/places.ts";
import { pagesOfPlainText, readTextOf } from "../../../src/text/read-text.ts";
import { linesOf } from "../../../src/text/traced-lines.ts";
import { TracedText } from "../../../src/text/traced-text.ts";

type Printed = readonly [left: number, top: number, width: number, text: string];

function lineOf([left, top, width, text]: Printed): Line {
  const box = [left, top, width, 10] as const;
  return { text, box, words: [{ start: 0, end: text.length, box, confidence: 0.9 }] };
}

function placesIn(pages: readonly Page[]): (Place | null)[] {
  return placesOf(piecesOf(linesOf(TracedText.of(readTextOf(pages)))));
}

function placesOfLines(...printed: Printed[]): Place[] {
  const page: Page = { number: 1, source: "ocr", size: { width: 595, height: 842 }, lines: printed.map(lineOf) };
  return placesIn([page]) as Place[];
}

const BODY: Printed[] = [
  [70, 300, 460, "Die Wege im Park werden im Herbst gebaut, die Mittel dafür sind eingestellt und"],
  [70, 314, 465, "stehen im nächsten Jahr bereit; die Bänke werden danach gestellt, wie es der Rat"],
  [70, 328, 470, "beschlossen hat, und die Bäume werden noch in diesem Winter gepflanzt werden,"],
  [70, 342, 100, "sobald der Frost endet."],
];

describe("where a line stands", () => {
  it("is told from the edges of the running text, in line heights", () => {
    const [first, , , last, point, page] = placesOfLines(
      ...BODY,
      [90, 370, 300, "1. Wege"],
      [300, 800, 20, "Seite zwei"],
    );
    expect(first).toMatchObject({ indent: 0, shift: 0, isRight: false, startsColumn: false, height: 1 });
    expect(last?.reach).toBeCloseTo(100 / 470, 2);
    expect(point).toMatchObject({ indent: 2, shift: 2 });
    expect(page).toMatchObject({ indent: 23, isRight: false });
  });

  it("begins a column where it stands above the line before it", () => {
    const places = placesOfLines([70, 130, 250, "Fraktionen"], [355, 116, 120, "Amt für Grünanlagen"], ...BODY);
    expect(places[1]).toMatchObject({ startsColumn: true, isRight: true });
    expect(places[2]).toMatchObject({ startsColumn: false, isRight: false });
  });

  it("is not known of plain text, nor of a piece within a line", () => {
    expect(placesIn(pagesOfPlainText("Datum:   3. Mai 2021\nGZ: (67) 3"))).toEqual([null, null, null]);
    const row = placesOfLines(...BODY, [70, 370, 460, "Wege:\tNorden"]);
    expect(row.at(-1)).toBeNull();
  });
});
