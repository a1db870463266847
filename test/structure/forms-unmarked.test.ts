import { describe, expect, it } from "vitest";
import { type Form, itemsOf } from "./letter.ts";

const forms: Form[] = [
  {
    name: "no marks, answers headed by numbers",
    body: `Beschluss:
Der Oberbürgermeister wird beauftragt,
1. die Turnhalle zu sanieren,
2. einen Zeitplan vorzulegen und
3. die Kosten zu nennen.

Zu 1.:
Die Turnhalle wurde saniert.
Zu 2 und 3:
Der Zeitplan und die Kosten wurden dem Ausschuss vorgestellt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["1", "die Turnhalle zu sanieren,"]],
        response: "Die Turnhalle wurde saniert.",
      },
      {
        clauses: [
          ["2", "einen Zeitplan vorzulegen und"],
          ["3", "die Kosten zu nennen."],
        ],
        response: "Der Zeitplan und die Kosten wurden dem Ausschuss vorgestellt.",
      },
    ],
  },
  {
    name: "a heading whose colon was read as an apostrophe",
    body: `Beschluss:
1. Die Turnhalle wird saniert.
2. Die Kosten werden genannt.

Zu 1.'
Die Turnhalle wurde saniert.
Zu 2.:
Die Kosten wurden genannt.`,
    items: [
      { clauses: [["1", "Die Turnhalle wird saniert."]], response: "Die Turnhalle wurde saniert." },
      { clauses: [["2", "Die Kosten werden genannt."]], response: "Die Kosten wurden genannt." },
    ],
  },
  {
    name: "a heading whose colon was read as a quotation mark",
    body: `Beschluss:
1. Die Turnhalle wird saniert.
2. Die Kosten werden genannt.

Zu 1."
Die Turnhalle wurde saniert.
Zu 2.:
Die Kosten wurden genannt.`,
    items: [
      { clauses: [["1", "Die Turnhalle wird saniert."]], response: "Die Turnhalle wurde saniert." },
      { clauses: [["2", "Die Kosten werden genannt."]], response: "Die Kosten wurden genannt." },
    ],
  },
  {
    name: "questions without marks, each with its answer",
    body: `1. Wie viele Kinder besuchen die Einrichtung?
Derzeit besuchen 84 Kinder die Einrichtung.
2. Wann wird das Dach repariert?
Das Dach wurde bereits im Januar repariert.`,
    items: [
      {
        clauses: [["1", "Wie viele Kinder besuchen die Einrichtung?"]],
        response: "Derzeit besuchen 84 Kinder die Einrichtung.",
      },
      { clauses: [["2", "Wann wird das Dach repariert?"]], response: "Das Dach wurde bereits im Januar repariert." },
    ],
  },
  {
    name: "points without marks, one answer",
    body: `Beschluss:
1. Der Stadtrat beschließt den Bebauungsplan 401.
2. Der Oberbürgermeister wird beauftragt, die Träger zu beteiligen.
Die Beteiligung wurde im Februar 2018 durchgeführt. Es liegen inzwischen 31 Stellungnahmen vor.`,
    items: [
      {
        clauses: [
          ["1", "Der Stadtrat beschließt den Bebauungsplan 401."],
          ["2", "Der Oberbürgermeister wird beauftragt, die Träger zu beteiligen."],
        ],
        response: "Die Beteiligung wurde im Februar 2018 durchgeführt. Es liegen inzwischen 31 Stellungnahmen vor.",
      },
    ],
  },
  {
    name: "one clause without marks",
    body: `Beschluss:
Der Oberbürgermeister wird beauftragt, im Stadtteil Pieschen weitere Bäume zu pflanzen.

Im Frühjahr 2018 wurden 25 Linden gepflanzt.`,
    items: [
      {
        clauses: [[null, "Der Oberbürgermeister wird beauftragt, im Stadtteil Pieschen weitere Bäume zu pflanzen."]],
        response: "Im Frühjahr 2018 wurden 25 Linden gepflanzt.",
      },
    ],
  },
  {
    name: "nothing quoted at all",
    body: `Das Grünkonzept wurde im April fertiggestellt. Es liegt seither im Rathaus aus.`,
    items: [
      {
        clauses: [],
        response: "Das Grünkonzept wurde im April fertiggestellt. Es liegt seither im Rathaus aus.",
      },
    ],
  },
  {
    name: "letters alone, answers headed by letters",
    body: `„Der Oberbürgermeister wird beauftragt,
a) die Halle zu sanieren und
b) die Kosten zu nennen.“
zu a)
Die Halle wurde saniert.
zu b)
Die Kosten betragen 2 Mio. Euro.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["a", "die Halle zu sanieren und"]],
        response: "Die Halle wurde saniert.",
      },
      { clauses: [["b", "die Kosten zu nennen."]], response: "Die Kosten betragen 2 Mio. Euro." },
    ],
  },
  {
    name: "labels of questions and answers",
    body: `Frage 1: „Wie hoch sind die Kosten?“
Antwort: Die Kosten betragen 5.000 Euro.
Frage 2: „Wer trägt sie?“
Antwort: Die Stadt trägt sie.`,
    items: [
      { clauses: [["1", "Wie hoch sind die Kosten?"]], response: "Die Kosten betragen 5.000 Euro." },
      { clauses: [["2", "Wer trägt sie?"]], response: "Die Stadt trägt sie." },
    ],
  },
  {
    name: "a preamble and questions without marks",
    body: `Der Zustand des Weges am Ufer ist schlecht. Viele Bürger beschweren sich.
1. Welche Maßnahmen sind geplant?
Im Jahr 2019 wird der Weg saniert. Dafür stehen 40.000 Euro bereit.
2. Warum wurde der Weg bisher nicht saniert?
Bislang fehlten die Mittel.`,
    items: [
      {
        leadIn: "Der Zustand des Weges am Ufer ist schlecht. Viele Bürger beschweren sich.",
        clauses: [["1", "Welche Maßnahmen sind geplant?"]],
        response: "Im Jahr 2019 wird der Weg saniert. Dafür stehen 40.000 Euro bereit.",
      },
      { clauses: [["2", "Warum wurde der Weg bisher nicht saniert?"]], response: "Bislang fehlten die Mittel." },
    ],
  },
  {
    name: "points that lost their numbers take those of the headings",
    body: `Beschluss:
Der Oberbürgermeister wird beauftragt,

dem Stadtrat einen Bericht vorzulegen.

den Kauf des Grundstückes vorzubereiten.

zu 1.:
Der Bericht wurde vorgelegt.
zu 2.:
Der Kauf wurde vorbereitet.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["1", "dem Stadtrat einen Bericht vorzulegen."]],
        response: "Der Bericht wurde vorgelegt.",
      },
      { clauses: [["2", "den Kauf des Grundstückes vorzubereiten."]], response: "Der Kauf wurde vorbereitet." },
    ],
  },
  {
    name: "labels of state between clauses and answers",
    body: `1. Der Oberbürgermeister wird beauftragt, die Halle zu sanieren.
Sachstand:
Die Sanierung beginnt im Mai.
2. Die Kosten sind zu nennen.
Stand der Umsetzung:
Die Kosten betragen 2 Mio. Euro.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister wird beauftragt, die Halle zu sanieren."]],
        response: "Die Sanierung beginnt im Mai.",
      },
      { clauses: [["2", "Die Kosten sind zu nennen."]], response: "Die Kosten betragen 2 Mio. Euro." },
    ],
  },
  {
    name: "the number as a heading above its quotation",
    body: `Zu 1.
„Die Halle ist zu sanieren.“
Die Halle wurde saniert.
Zu 2.
„Die Kosten sind zu nennen.“
Siehe Antwort
zu 1.`,
    items: [
      { clauses: [["1", "Die Halle ist zu sanieren."]], response: "Die Halle wurde saniert." },
      { clauses: [["2", "Die Kosten sind zu nennen."]], response: "Siehe Antwort zu 1." },
    ],
  },
];

describe("headings, and no quotation marks", () => {
  it.each(forms)("$name", ({ body, items }) => {
    expect(itemsOf(body)).toEqual(items);
  });
});
