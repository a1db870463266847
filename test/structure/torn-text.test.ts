import { describe, expect, it } from "vitest";
import { letterOf, understandText } from "./letter.ts";

/** What is found of torn text in a letter with this body: code and place. */
function tearsIn(...body: string[]): string[] {
  const { diagnostics } = understandText(letterOf(body.join("\n")));
  return diagnostics.filter(({ code }) => code.endsWith("-torn")).map(({ code, at }) => `${code} ${at}`);
}

const ANSWER = "Die Prüfung wurde im März mit dem Umweltamt begonnen und ist inzwischen abgeschlossen.";

describe("findings on lines that do not follow each other", () => {
  it("has nothing to say of a whole letter", () => {
    const clause = [
      "„Die Oberbürgermeisterin wird beauftragt,",
      "• den Markt zu prüfen und",
      "• dem Rat zu berichten.“",
    ];
    expect(tearsIn(...clause, ANSWER)).toEqual([]);
  });

  it("tells of a sentence that begins where an entry goes on", () => {
    const clause = [
      "„Die Oberbürgermeisterin wird beauftragt,",
      "• den Markt zu prüfen und",
      "Die Mittel fehlen bisher.“",
    ];
    expect(tearsIn(...clause, ANSWER)).toEqual(["text-torn /memo/items/0"]);
  });

  it("tells of a sentence that begins behind a comma, however short the line above", () => {
    const answer = ["Die Prüfung, die im März begonnen wurde,", "Die Mittel sind im Haushalt eingestellt."];
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", ...answer)).toEqual([
      "text-torn /memo/items/0",
    ]);
  });

  it("tells of an entry that announces another and has none", () => {
    const answer = ["Gefällt werden Erlen an den Ufern des Teiches, weil deren Wurzeln den Damm durchdrungen haben:"];
    const entries = ["• zwei Bäume und", "um mehr als einen halben Meter."];
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", ...answer, ...entries)).toEqual([
      "text-torn /memo/items/0",
    ]);
  });

  it("tells of a finite verb behind a preposition", () => {
    const answer = [
      "Der Fachbereich hat den Ballfangzaun an der Hebbelstraße geprüft und vollständig zu",
      "ist er fertig.",
    ];
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", ...answer)).toEqual([
      "text-torn /memo/items/0",
    ]);
  });

  it("tells of an answer that ends with a comma", () => {
    const answer = "Der Stadtrat bittet mit diesem Beschluss den Oberbürgermeister,";
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", answer)).toEqual([
      "response-torn /memo/items/0",
    ]);
  });

  it.each(["im Herbst berichtet werden.", "• die beiden Bäume neben dem Ablauf und"])(
    "tells of what stands before the clauses and does not lead to them: %s",
    (stray) => {
      const body = [stray, "1. den Markt zu prüfen,", "2. dem Rat zu berichten.", "zu 1. und 2.:", ANSWER];
      expect(tearsIn("Beschluss:", ...body)).toEqual(["text-torn /memo/items/0"]);
    },
  );
});

const LEAD = "„Die Oberbürgermeisterin wird beauftragt,";
const TORN = ["text-torn /memo/items/0"];

describe("findings on lines that break a group of words", () => {
  it.each([
    [
      "no noun behind a preposition",
      ["den Markt und seine Wege zu prüfen und dabei die Anwohner aus", "nicht eingeordnet, zu hören.“"],
    ],
    ["no verb behind an article", ["den Markt zu prüfen, sofern eine Mehrheit der Anwohner dem", "darf zugestimmt.“"]],
    [
      "a conjunction behind an adjective",
      ["die Bürgerschaft, die Vereine sowie die städtischen", "aber auch die Betriebe einzuladen.“"],
    ],
    [
      "a participle behind an adjective",
      ["die Bürgerschaft, die Vereine sowie die städtischen", "aus Dresden getroffen. Betriebe einzuladen.“"],
    ],
    [
      'a point behind "zu"',
      ["den Zaun an der Hebbelstraße im Stadtbezirk Cotta vollständig zu", "1. Einholung von Angeboten erneuern.“"],
    ],
    [
      "a time behind a preposition",
      [
        "die Partnerschaft der Stadt zu begründen und ein Treffen zwischen",
        "Am Abend des 5. März hatten die Gäste anzuregen.“",
      ],
    ],
    [
      "a question behind an adjective",
      ["den Markt zu prüfen und dort eine öffentliche", "In welchen Parkanlagen Toilette zu bauen.“"],
    ],
    [
      "a month without its day",
      ["eine Route mit zehn Stationen zu entwickeln, welche die Geschichte", "Juni an jedem Sonntag zeigt.“"],
    ],
  ])("%s", (_rule, clause) => {
    expect(tearsIn(`${LEAD} ${clause[0]}`, ...clause.slice(1), ANSWER)).toEqual(TORN);
  });

  it.each([
    ["eine Route mit zehn Stationen zu entwickeln und am 3.", "März vorzustellen.“"],
    ["eine Route mit zehn Stationen zu entwickeln und diese Ende", "Juni vorzustellen.“"],
    ["die Bürgerschaft, die Vereine sowie die städtischen", "Betriebe einzuladen.“"],
    ["die Partnerschaft der Stadt zu begründen und ein Treffen zwischen", "Am Lehmberg und Zum Fährmann anzuregen.“"],
  ])("not: %s / %s", (...clause) => {
    expect(tearsIn(`${LEAD} ${clause[0]}`, clause[1], ANSWER)).toEqual([]);
  });
});

describe("findings on what is no part of its clause", () => {
  it.each([
    ["a report", ["„Der Markt ist zu prüfen. Der Beschlusspunkt ist teilweise erfüllt. Wege sind zu bauen.“"]],
    [
      "a sentence that orders nothing behind one that goes on a lead",
      [LEAD, "1. den Markt zu prüfen. Die Übersicht steht im Netz.", "2. dem Rat zu berichten.“"],
    ],
    [
      "what an administration asks",
      [LEAD, "1. den Markt zu prüfen. Die Angaben bitte ich vertraulich zu behandeln.", "2. dem Rat zu berichten.“"],
    ],
    [
      "another point's quotation",
      ["„1. Der Markt ist bis zum Schuljahr", "3. „Dem Rat ist zu berichten.“", "zu prüfen.“"],
    ],
    ["the end of a bracket", [`${LEAD} den Markt mit der Universität Dresden) zu prüfen.“`]],
  ])("%s", (_rule, clause) => {
    expect(tearsIn(...clause, ANSWER)).toContain("text-torn /memo/items/0");
  });

  it("a letter out of its turn", () => {
    const clause = ["„Folgendes ist vorrangig umzusetzen:", "a) Ausbau der Sprachkurse,", "c) Schulung der Ämter.“"];
    expect(tearsIn(...clause, ANSWER)).toEqual(TORN);
  });

  it.each([
    [[LEAD, "1. den Markt zu prüfen. Dabei ist dafür zu sorgen, dass die Anwohner gehört werden.“"]],
    [["„Für den Markt stehen rd. 3,3 Mio. Euro (netto) bereit. Dem Rat ist bis zum 31. Dezember zu berichten.“"]],
    [["„Folgendes ist vorrangig umzusetzen:", "a) Ausbau der Sprachkurse,", "b) Schulung der Ämter.“"]],
  ])("not: %j", (clause) => {
    expect(tearsIn(...clause, ANSWER)).toEqual([]);
  });
});

describe("findings on leads that lead nowhere", () => {
  const points = ["1. den Markt zu prüfen,", "2. dem Rat zu berichten.", "zu 1. und 2.:", ANSWER];

  it.each([
    "Vier der sechs Bänke konnten aufgearbeitet werden. Der Beschlusspunkt ist teilweise erfüllt.",
    "Der Markt ist ein Ort für alle. Für das Elbufer",
    "Gefällt werden drei Erlen, deren Wurzeln den Damm durchdrungen haben:",
    "Die Anwohner haben sich beschwert.",
    "Ich bitte um die Beantwortung folgender Fragen: die Leitung selbst ausgehängt.",
  ])("%s", (lead) => {
    expect(tearsIn("Beschluss:", lead, ...points)).toEqual(TORN);
  });

  it.each(["Der Oberbürgermeister wird beauftragt.", "Ich bitte um die Beantwortung folgender Fragen:"])(
    "not: %s",
    (lead) => {
      expect(tearsIn("Beschluss:", lead, ...points)).toEqual([]);
    },
  );
});
