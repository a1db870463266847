import { describe, expect, it } from "vitest";
import { type Form, itemsOf } from "./letter.ts";

const forms: Form[] = [
  {
    name: "number before the quotation",
    body: `1. „Der Oberbürgermeister legt bis Juni ein Konzept vor.“
Das Konzept wurde im Juni vorgelegt.
2. „Die Kosten sind darzustellen.“
Die Kosten betragen 20.000 Euro.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister legt bis Juni ein Konzept vor."]],
        response: "Das Konzept wurde im Juni vorgelegt.",
      },
      { clauses: [["2", "Die Kosten sind darzustellen."]], response: "Die Kosten betragen 20.000 Euro." },
    ],
  },
  {
    name: "number inside the quotation, on lines of its own",
    body: `„1.

Die Parkbänke sind zu erneuern.“
Alle Bänke wurden im Herbst erneuert.

„2.

Die Wege sind zu befestigen.“
Die Arbeiten daran beginnen im Frühjahr.`,
    items: [
      { clauses: [["1", "Die Parkbänke sind zu erneuern."]], response: "Alle Bänke wurden im Herbst erneuert." },
      { clauses: [["2", "Die Wege sind zu befestigen."]], response: "Die Arbeiten daran beginnen im Frühjahr." },
    ],
  },
  {
    name: "lead-in opens the quotation, its points close one by one",
    body: `„Der Oberbürgermeister wird beauftragt,
1. den Spielplatz an der Elbe zu erweitern.“
Der Spielplatz wurde um eine Kletterwand erweitert. Der Beschlusspunkt ist erfüllt.
„2. dem Stadtrat über die Kosten zu berichten.“
Der Bericht liegt noch nicht vor. Der Beschlusspunkt ist nicht erfüllt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["1", "den Spielplatz an der Elbe zu erweitern."]],
        response: "Der Spielplatz wurde um eine Kletterwand erweitert. Der Beschlusspunkt ist erfüllt.",
        fulfilment: "fulfilled",
      },
      {
        clauses: [["2", "dem Stadtrat über die Kosten zu berichten."]],
        response: "Der Bericht liegt noch nicht vor. Der Beschlusspunkt ist nicht erfüllt.",
        fulfilment: "not-fulfilled",
      },
    ],
  },
  {
    name: "lead-in without marks, then each point quoted",
    body: `Der Oberbürgermeister wird beauftragt,
1. „die Haltestelle barrierefrei auszubauen.“
Der Ausbau ist abgeschlossen.
2. „den Radweg zu verbreitern.“
Der Radweg wurde verbreitert.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["1", "die Haltestelle barrierefrei auszubauen."]],
        response: "Der Ausbau ist abgeschlossen.",
      },
      { clauses: [["2", "den Radweg zu verbreitern."]], response: "Der Radweg wurde verbreitert." },
    ],
  },
  {
    name: "one quotation over several points, one answer",
    body: `„Der Oberbürgermeister wird beauftragt,
1. die Bäume an der Allee zu zählen,
2. kranke Bäume bis zum
31. Dezember 2018 zu ersetzen und
3. dem Stadtrat zu berichten.“
Die Zählung ergab 312 Bäume. Davon wurden 14 ersetzt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [
          ["1", "die Bäume an der Allee zu zählen,"],
          ["2", "kranke Bäume bis zum 31. Dezember 2018 zu ersetzen und"],
          ["3", "dem Stadtrat zu berichten."],
        ],
        response: "Die Zählung ergab 312 Bäume. Davon wurden 14 ersetzt.",
      },
    ],
  },
  {
    name: "several quotations in a row, one answer",
    body: `1. „Die Brücke ist zu sanieren.“
2. „Die Sanierung ist 2019 abzuschließen.“
Die Brücke wurde im Mai 2019 wieder freigegeben.`,
    items: [
      {
        clauses: [
          ["1", "Die Brücke ist zu sanieren."],
          ["2", "Die Sanierung ist 2019 abzuschließen."],
        ],
        response: "Die Brücke wurde im Mai 2019 wieder freigegeben.",
      },
    ],
  },
  {
    name: "quoted points, a general answer, then answers headed by numbers",
    body: `„1. Die Bibliothek wird bis 20 Uhr geöffnet.
2. Die Gebühren werden gesenkt.“
Die Bibliothek wurde zum 1. März neu eröffnet.
Zu 1.:
Die neuen Zeiten gelten seit März.
Zu 2.:
Die Gebühren wurden halbiert.`,
    items: [
      { clauses: [], response: "Die Bibliothek wurde zum 1. März neu eröffnet." },
      { clauses: [["1", "Die Bibliothek wird bis 20 Uhr geöffnet."]], response: "Die neuen Zeiten gelten seit März." },
      { clauses: [["2", "Die Gebühren werden gesenkt."]], response: "Die Gebühren wurden halbiert." },
    ],
  },
];

describe("quoted clauses", () => {
  it.each(forms)("$name", ({ body, items }) => {
    expect(itemsOf(body)).toEqual(items);
  });
});
