import { describe, expect, it } from "vitest";
import type { Memo } from "../../src/model/record.ts";
import { valuesOf } from "../../src/text/leaves.ts";
import { block, type Printed, pageOf, understandPages } from "./paper.ts";

const HEAD: Printed[] = [
  [70, 50, "Hausmitteilung"],
  [460, 50, "Dresden."],
  [462, 66, "13UpS314Q", 0.2],
  [300, 60, "Landesh 2018", 0.1],
  [70, 86, "DO] vertraulich", 0.3],
  ...block(70, 120, ["An alle", "Mitglieder des Stadtbezirksbeirates", "Pieschen"]),
  ...block(355, 120, ["Landeshauptstadt Dresden", "Geschäftsbereich Umwelt und", "Kommunalwirtschaft"]),
  [355, 172, "GZ: (GB 7) 86"],
  [355, 198, "Datum: 1 4. MAI 2018 ;"],
  [70, 230, "Beschlusskontrolle zu V1234/17 (Sitzungsnummer: SR/041/2017)"],
  [70, 244, "Grünkonzept für Pieschen"],
  [70, 268, "Sehr geehrte Mitglieder,"],
  [70, 288, "folgende abschließende Information kann zu oben genanntem Beschluss gegeben werden:"],
];

const TAIL: Printed[] = [
  [70, 600, "Mit freundlichen Grüßen"],
  [70, 630, "A EN", 0.1],
  [70, 650, "Eva Jähnigen"],
  [70, 664, "Beigeordnete für Umwelt und Kommunalwirtschaft"],
  [330, 640, "Kenntnisnahme:"],
  [330, 654, "MENSA", 0.1],
  [330, 678, "Oberbürgermeister"],
];

function memoOf(...body: Printed[]): Memo {
  const { memo } = understandPages(pageOf(1, [...HEAD, ...body, ...TAIL]));
  return valuesOf(memo) as Memo;
}

describe("a letter on paper", () => {
  const paragraph = [
    "Das Konzept wurde im April fertiggestellt und danach in allen Ausschüssen ausführlich beraten.",
    "Es liegt seither im Rathaus aus.",
  ];

  it("takes signs that hang in one column for bullets, whatever OCR made of them, and a lone one for dirt", () => {
    const memo = memoOf(
      [70, 320, "„Der Oberbürgermeister wird beauftragt darzustellen,"],
      [70, 336, ".\t       welche Säle abends leer stehen und"],
      [70, 352, "*        wie sie vermietet werden.“"],
      [70, 380, "Eine Übersicht liegt seit dem Frühjahr vor und wurde im Ausschuss beraten."],
      [60, 394, "'         Sie wird jährlich fortgeschrieben."],
    );
    expect(memo.items).toMatchObject([
      {
        leadIn: "Der Oberbürgermeister wird beauftragt darzustellen,",
        clauses: [{ text: "welche Säle abends leer stehen und" }, { text: "wie sie vermietet werden." }],
        response: expect.stringMatching(/beraten\.\s+Sie wird/u),
      },
    ]);
  });

  it("uses the letterhead's columns and leaves logo, stamp and dirt", () => {
    const { memo, diagnostics } = understandPages(pageOf(1, [...HEAD, ...block(70, 320, paragraph), ...TAIL]));
    expect(valuesOf(memo)).toMatchObject({
      confidential: false,
      recipient: "An alle Mitglieder des Stadtbezirksbeirates Pieschen",
      office: "Geschäftsbereich Umwelt und Kommunalwirtschaft",
      fileReference: "(GB 7) 86",
      date: "2018-05-14",
      subject: "Grünkonzept für Pieschen",
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["name-inferred"]);
  });

  it("takes who noted from the column, and an illegible name from its office at the time", () => {
    const { memo, diagnostics } = understandPages(pageOf(1, [...HEAD, ...block(70, 320, paragraph), ...TAIL]));
    expect(valuesOf(memo?.signatures)).toEqual([
      { name: "Eva Jähnigen", role: "Beigeordnete für Umwelt und Kommunalwirtschaft", capacity: "signed" },
      { name: "Dirk Hilbert", role: "Oberbürgermeister", capacity: "noted" },
    ]);
    expect(memo?.signatures[1]?.name?.confidence).toBeLessThan(0.7);
    expect(diagnostics).toMatchObject([{ code: "name-inferred", at: "/memo/signatures/1/name" }]);
  });

  it("takes what is left of a name for a name, and flags it", () => {
    const tail = TAIL.map((line): Printed => (line[2] === "MENSA" ? [line[0], 664, "K nrad hlemann", 0.9] : line));
    const { memo, diagnostics } = understandPages(pageOf(1, [...HEAD, ...block(70, 320, paragraph), ...tail]));
    expect(memo?.signatures[1]?.name?.value).toBe("K nrad hlemann");
    expect(diagnostics).toMatchObject([{ code: "name-uncertain", severity: "warning" }]);
  });

  it("ends a quotation without closing mark where its indent ends", () => {
    const { items } = memoOf(
      ...block(90, 310, [
        "„Der Stadtrat beschließt das Grünkonzept für den gesamten Stadtteil und",
        "dankt allen Beteiligten.",
      ]),
      ...block(70, 345, paragraph),
    );
    expect(items).toMatchObject([
      {
        clauses: [
          { text: "Der Stadtrat beschließt das Grünkonzept für den gesamten Stadtteil und dankt allen Beteiligten." },
        ],
        response: paragraph.join(" "),
      },
    ]);
  });

  it("parts paragraphs by space, whatever their last lines' length", () => {
    const first = [
      "Alle Zeilen sind gleich lang und der Satz läuft in die nächste hinein bis er",
      "dort genau am rechten Rande aufhört und zwar ohne dass ein Wort noch passte.",
    ];
    const { items } = memoOf(...block(70, 320, first), ...block(70, 354, first));
    expect(items[0]?.response).toBe(`${first.join(" ")}\n\n${first.join(" ")}`);
  });

  it("drops dirt at the lines' ends, but no number of a point", () => {
    const { items } = memoOf(
      [70, 320, "1 „Der Park ist zu pflegen.“ ;", 0.5],
      [70, 340, "Der Park wird gepflegt. _"],
      [70, 360, "2. „Der Teich ist zu reinigen.“"],
      [70, 380, "Der Teich wird gereinigt."],
    );
    expect(items).toMatchObject([
      { clauses: [{ number: "1", text: "Der Park ist zu pflegen." }], response: "Der Park wird gepflegt." },
      { clauses: [{ number: "2" }], response: "Der Teich wird gereinigt." },
    ]);
  });
});
