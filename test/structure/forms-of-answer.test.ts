import { describe, expect, it } from "vitest";
import { type Form, itemsOf } from "./letter.ts";

const forms: Form[] = [
  {
    name: "answer on the closing mark's line",
    body: `1. „Der Weg ist zu beleuchten.“ Die Beleuchtung wurde im Mai installiert.
2. „Die Kosten sind zu nennen.“ Sie betragen 3.000 Euro.`,
    items: [
      { clauses: [["1", "Der Weg ist zu beleuchten."]], response: "Die Beleuchtung wurde im Mai installiert." },
      { clauses: [["2", "Die Kosten sind zu nennen."]], response: "Sie betragen 3.000 Euro." },
    ],
  },
  {
    name: "inner quotation at the clause's end, full stop behind the mark",
    body: `1. „Der Stadtrat beschließt das Projekt „Blaues Band““
Das Projekt läuft.
2. „Es wird gefördert“.
Die Förderung läuft.`,
    items: [
      { clauses: [["1", "Der Stadtrat beschließt das Projekt „Blaues Band“"]], response: "Das Projekt läuft." },
      { clauses: [["2", "Es wird gefördert."]], response: "Die Förderung läuft." },
    ],
  },
  {
    name: "clause and answer over page marks",
    body: `1. „Der Oberbürgermeister wird beauftragt, die Wege im Park
- 2 -
bis zum Herbst zu befestigen.“
Die Wege wurden befestigt. Weitere Arbeiten folgen
Seite 3 von 3
im kommenden Jahr.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister wird beauftragt, die Wege im Park bis zum Herbst zu befestigen."]],
        response: "Die Wege wurden befestigt. Weitere Arbeiten folgen im kommenden Jahr.",
      },
    ],
  },
  {
    name: "a quoted paragraph within an answer",
    body: `1. „Der Oberbürgermeister wird beauftragt, mit dem Freistaat zu verhandeln.“

Der Freistaat hat im März geantwortet:

„Eine Förderung ist in diesem Jahr nicht möglich.“

Die Verhandlungen werden fortgesetzt.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister wird beauftragt, mit dem Freistaat zu verhandeln."]],
        response:
          "Der Freistaat hat im März geantwortet:\n\n„Eine Förderung ist in diesem Jahr nicht möglich.“\n\nDie Verhandlungen werden fortgesetzt.",
      },
    ],
  },
  {
    name: "dates and quarters at a line's start",
    body: `1. „Der Oberbürgermeister legt dem Stadtrat bis zum
2. Quartal 2018 eine Übersicht vor.“
Die Übersicht wird bis
31. Dezember 2018 ergänzt.
2. „Die Übersicht ist zu veröffentlichen.“
Dies geschieht im
3. Quartal.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister legt dem Stadtrat bis zum 2. Quartal 2018 eine Übersicht vor."]],
        response: "Die Übersicht wird bis 31. Dezember 2018 ergänzt.",
      },
      { clauses: [["2", "Die Übersicht ist zu veröffentlichen."]], response: "Dies geschieht im 3. Quartal." },
    ],
  },
  {
    name: "lists in clause and answer, a table in the answer",
    body: `1. „Folgende Straßen sind zu sanieren:
• Elbstraße
• Bergstraße“
Der Stand ist:
- Elbstraße: fertig
- Bergstraße: im Bau
Die Kosten verteilen sich so:
Jahr\t2017\t2018
Euro\t3.000\t3.500
Damit ist die Sanierung bezahlt.`,
    items: [
      {
        clauses: [["1", "Folgende Straßen sind zu sanieren:\n- Elbstraße\n- Bergstraße"]],
        response:
          "Der Stand ist:\n- Elbstraße: fertig\n- Bergstraße: im Bau\n\nDie Kosten verteilen sich so:\nJahr\t2017\t2018\nEuro\t3.000\t3.500\n\nDamit ist die Sanierung bezahlt.",
      },
    ],
  },
  {
    name: "damaged numbers between good ones",
    body: `l. „Die Halle ist zu sanieren.“
Die Halle wurde saniert.
2. „Die Kosten sind zu nennen.“
Die Kosten betragen 2 Mio. Euro.
S. „Die Bühne ist zu erneuern.“
Die Bühne wurde erneuert.`,
    items: [
      { clauses: [["1", "Die Halle ist zu sanieren."]], response: "Die Halle wurde saniert." },
      { clauses: [["2", "Die Kosten sind zu nennen."]], response: "Die Kosten betragen 2 Mio. Euro." },
      { clauses: [["3", "Die Bühne ist zu erneuern."]], response: "Die Bühne wurde erneuert." },
    ],
  },
];

describe("what goes on around clauses and answers", () => {
  it.each(forms)("$name", ({ body, items }) => {
    expect(itemsOf(body)).toEqual(items);
  });
});
