import { describe, expect, it } from "vitest";
import { withTablesContinued } from "../../../src/layout/tables/continued.ts";
import { type Printed, printedPage, shown } from "./printed.ts";

const SENTENCE = "Die Aufwendungen verteilten sich in den zurückliegenden Jahren auf die Standorte wie folgt:";
const UNRULED: Printed[] = [
  [100, [70, SENTENCE]],
  [120, [70, "Standort"], [200, "Plan"], [260, "Ist"]],
  [136, [70, "Ahornweg"], [205, "1.200"], [265, "980"]],
  [152, [70, "Am Brückenkopf"], [265, "75"]],
  [168, [70, "Summe"], [205, "1.200"], [260, "1.055"]],
  [190, [70, "Die Mittel sind im Haushaltsplan eingeordnet, weitere Maßnahmen sind nicht vorgesehen."]],
];

describe("a table without rules", () => {
  it("is told by its columns, with empty cells and the sentences about it apart", () => {
    const page = printedPage(UNRULED);
    expect(shown(page)).toEqual([
      SENTENCE,
      [
        ["Standort", "Plan", "Ist"],
        ["Ahornweg", "1.200", "980"],
        ["Am Brückenkopf", "", "75"],
        ["Summe", "1.200", "1.055"],
      ],
      "Die Mittel sind im Haushaltsplan eingeordnet, weitere Maßnahmen sind nicht vorgesehen.",
    ]);
    expect(page.lines[1]?.table?.isUncertain).toBe(false);
  });

  it("has cells of several lines where lines are closer than rows", () => {
    const page = printedPage([
      [100, [70, "Standort"], [200, "Plan"]],
      [120, [70, "Ausbau der"], [205, "1.200"]],
      [132, [70, "Dorfstraße"]],
      [152, [70, "Ahornweg"], [205, "300"]],
    ]);
    expect(shown(page)).toEqual([
      [
        ["Standort", "Plan"],
        ["Ausbau der Dorfstraße", "1.200"],
        ["Ahornweg", "300"],
      ],
    ]);
  });

  it("is in doubt where nothing tells whether a line is a row", () => {
    const page = printedPage([
      [100, [70, "Standorte und Bereiche"], [200, "Plan"]],
      [115, [70, "Ahornweg und Gartenzeile"], [205, "1.200"]],
      [130, [70, "Feldrain"]],
      [145, [70, "Birkenhain und Quellweg"], [205, "300"]],
    ]);
    expect(page.lines[0]?.table?.isUncertain).toBe(true);
  });

  it("is none where a list has its marks before its entries", () => {
    const page = printedPage([
      [100, [70, "1."], [95, "Die Straße wird erneuert."]],
      [115, [70, "2."], [95, "Der Gehweg wird gebaut."]],
      [130, [70, "3."], [95, "Die Beleuchtung wird ersetzt."]],
    ]);
    expect(page.lines.some(({ table }) => table !== undefined)).toBe(false);
  });
});

describe("a ruled table", () => {
  const level = [100, 120, 140, 160].map((at) => ({ at, from: 70, to: 270 }));
  const upright = [70, 170, 220, 270].map((at) => ({ at, from: 100, to: 160 }));

  it("is cut at its lines, however narrow the gaps", () => {
    const page = printedPage(
      [
        [104, [72, "Standort"], [172, "Plan"], [222, "Ist"]],
        [124, [72, "Wartung der Anlage"], [172, "1200"], [222, "980"]],
        [144, [72, "Miete"], [222, "75"]],
      ],
      { level, upright },
    );
    expect(shown(page)).toEqual([
      [
        ["Standort", "Plan", "Ist"],
        ["Wartung der Anlage", "1200", "980"],
        ["Miete", "", "75"],
      ],
    ]);
  });

  it("gives a merged cell's text to the first place it covers", () => {
    const open = upright.map((line) => (line.at === 220 ? { ...line, from: 120 } : line));
    const page = printedPage(
      [
        [104, [72, "Standort"], [180, "Kosten in Euro"]],
        [124, [72, "Wartung"], [172, "1200"], [222, "980"]],
        [144, [72, "Miete"], [172, "12"], [222, "75"]],
      ],
      { level, upright: open },
    );
    expect(shown(page)[0]?.[0]).toEqual(["Standort", "Kosten in Euro", ""]);
  });

  it("is none where a frame stands around a letter", () => {
    const frame = {
      level: [80, 300].map((at) => ({ at, from: 60, to: 540 })),
      upright: [60, 540].map((at) => ({ at, from: 80, to: 300 })),
    };
    const page = printedPage(
      [
        [104, [70, "Die Mittel sind im Haushaltsplan eingeordnet."]],
        [124, [70, "Weitere Maßnahmen sind nicht vorgesehen."]],
      ],
      frame,
    );
    expect(page.lines.every(({ table }) => table === undefined)).toBe(true);
  });
});

describe("a table that goes on overleaf", () => {
  const overleaf: Printed[] = [
    [60, [70, "Standort"], [200, "Plan"], [260, "Ist"]],
    [76, [70, "Feldrain"], [205, "44"], [265, "12"]],
    [92, [70, "Quellweg"], [205, "18"], [265, "17"]],
  ];

  it("has its head once", () => {
    const pages = withTablesContinued([printedPage(UNRULED.slice(0, 5)), printedPage(overleaf)]);
    expect(shown(pages[1] as (typeof pages)[number])).toEqual([
      [
        ["Feldrain", "44", "12"],
        ["Quellweg", "18", "17"],
      ],
    ]);
    expect(pages[1]?.lines[0]?.table?.goesOn).toBe(true);
  });

  it("is none where a sentence stands between", () => {
    const pages = [printedPage(UNRULED), printedPage(overleaf)];
    expect(withTablesContinued(pages)).toBe(pages);
  });
});
