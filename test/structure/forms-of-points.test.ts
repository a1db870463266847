import { describe, expect, it } from "vitest";
import { type Form, itemsOf } from "./letter.ts";

const forms: Form[] = [
  {
    name: "misread sub-points in the headings: Ia and lb",
    body: `„1. Der Oberbürgermeister wird beauftragt,
a) den Markt zu pflastern,
b) Bänke aufzustellen.“
Zu Ia:
Der Markt wurde gepflastert.
Zu lb:
Es wurden zwölf Bänke aufgestellt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["1a", "den Markt zu pflastern,"]],
        response: "Der Markt wurde gepflastert.",
      },
      { clauses: [["1b", "Bänke aufzustellen."]], response: "Es wurden zwölf Bänke aufgestellt." },
    ],
  },
  {
    name: "lettered sub-points answered together stay in their clause",
    body: `1. „Der Oberbürgermeister wird beauftragt,
a) den Markt zu pflastern,
b) Bänke aufzustellen.“
Beides wurde erledigt.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister wird beauftragt,\na) den Markt zu pflastern,\nb) Bänke aufzustellen."]],
        response: "Beides wurde erledigt.",
      },
    ],
  },
  {
    name: "lettered sub-points quoted and answered on their own",
    body: `1. „Der Hafen ist zu erhalten.“
Der Hafen bleibt erhalten.
2. „Der Oberbürgermeister wird beauftragt,
a) die Kaimauer zu prüfen.“
Die Prüfung wurde im März abgeschlossen.
b) „einen Pächter zu suchen.“
Ein Pächter wurde gefunden.`,
    items: [
      { clauses: [["1", "Der Hafen ist zu erhalten."]], response: "Der Hafen bleibt erhalten." },
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["2a", "die Kaimauer zu prüfen."]],
        response: "Die Prüfung wurde im März abgeschlossen.",
      },
      { clauses: [["2b", "einen Pächter zu suchen."]], response: "Ein Pächter wurde gefunden." },
    ],
  },
  {
    name: "bulleted questions, each quoted and answered",
    body: `„Der Ortschaftsrat fragt den Oberbürgermeister,
• ob der Bus auch sonntags fahren kann und“
Der Bus fährt seit Mai auch sonntags.
• „was dies kostet.“
Die Kosten betragen 8.000 Euro im Jahr.`,
    items: [
      {
        leadIn: "Der Ortschaftsrat fragt den Oberbürgermeister,",
        clauses: [[null, "ob der Bus auch sonntags fahren kann und"]],
        response: "Der Bus fährt seit Mai auch sonntags.",
      },
      { clauses: [[null, "was dies kostet."]], response: "Die Kosten betragen 8.000 Euro im Jahr." },
    ],
  },
  {
    name: "one quotation that lists its points as bullets",
    body: `„Der Oberbürgermeister wird beauftragt,
- die Hecken zu schneiden,
- das Laub zu räumen.“
Die Arbeiten wurden im November ausgeführt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [
          [null, "die Hecken zu schneiden,"],
          [null, "das Laub zu räumen."],
        ],
        response: "Die Arbeiten wurden im November ausgeführt.",
      },
    ],
  },
  {
    name: "one unnumbered clause",
    body: `„Der Stadtrat beschließt die Satzung gemäß Anlage 2.“
Die Satzung wurde am 3. Mai 2018 bekannt gemacht. Der Beschluss ist erfüllt.`,
    items: [
      {
        clauses: [[null, "Der Stadtrat beschließt die Satzung gemäß Anlage 2."]],
        response: "Die Satzung wurde am 3. Mai 2018 bekannt gemacht. Der Beschluss ist erfüllt.",
        fulfilment: "fulfilled",
      },
    ],
  },
  {
    name: "closing mark lost before the next number",
    body: `1. „Der Oberbürgermeister wird beauftragt, die Linie 7 zu verlängern.
Die Verlängerung wurde im Dezember 2017 in Betrieb genommen.
2. „Dem Stadtrat ist über die Kosten zu berichten.“
Der Bericht wurde im März vorgelegt.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister wird beauftragt, die Linie 7 zu verlängern."]],
        response: "Die Verlängerung wurde im Dezember 2017 in Betrieb genommen.",
      },
      {
        clauses: [["2", "Dem Stadtrat ist über die Kosten zu berichten."]],
        response: "Der Bericht wurde im März vorgelegt.",
      },
    ],
  },
  {
    name: "opening mark lost",
    body: `1. „Die Schule ist zu sanieren.“
Die Schule wurde saniert.
2. Der Pausenhof ist zu begrünen.“
Der Pausenhof wurde begrünt.`,
    items: [
      { clauses: [["1", "Die Schule ist zu sanieren."]], response: "Die Schule wurde saniert." },
      { clauses: [["2", "Der Pausenhof ist zu begrünen."]], response: "Der Pausenhof wurde begrünt." },
    ],
  },
  {
    name: "quotations and numbered lists within an answer",
    body: `1. „Das Programm „Grüne Höfe“ ist fortzuführen.“
Das Programm „Grüne Höfe“ wird in drei Schritten fortgeführt:
1. Befragung der Mieter,
2. Planung der Höfe,
3. Bau.
„Grüne Höfe“ heißt seit April auch die Ausstellung im Rathaus.
2. „Die Mittel sind zu verdoppeln.“
Die Mittel wurden verdoppelt.`,
    items: [
      {
        clauses: [["1", "Das Programm „Grüne Höfe“ ist fortzuführen."]],
        response:
          "Das Programm „Grüne Höfe“ wird in drei Schritten fortgeführt:\n1. Befragung der Mieter,\n2. Planung der Höfe,\n3. Bau.\n\n„Grüne Höfe“ heißt seit April auch die Ausstellung im Rathaus.",
      },
      { clauses: [["2", "Die Mittel sind zu verdoppeln."]], response: "Die Mittel wurden verdoppelt." },
    ],
  },
  {
    name: "two resolutions in one letter",
    body: `A0116/15
1. „Die Ampel ist zu erneuern.“
Die Ampel wurde erneuert.
V0220/16
1. „Die Straße ist zu asphaltieren.“
Die Straße wurde asphaltiert.`,
    items: [
      { clauses: [["1", "Die Ampel ist zu erneuern."]], response: "Die Ampel wurde erneuert." },
      { clauses: [["1", "Die Straße ist zu asphaltieren."]], response: "Die Straße wurde asphaltiert." },
    ],
  },
  {
    name: "a clause that nobody answers",
    body: `1. „Die Bühne ist zu reparieren.“
Die Bühne wurde repariert.
2. „Die Beleuchtung ist zu erneuern.“`,
    items: [
      { clauses: [["1", "Die Bühne ist zu reparieren."]], response: "Die Bühne wurde repariert." },
      { clauses: [["2", "Die Beleuchtung ist zu erneuern."]], response: null },
    ],
  },
];

describe("sub-points, bullets, single clauses", () => {
  it.each(forms)("$name", ({ body, items }) => {
    expect(itemsOf(body)).toEqual(items);
  });
});
