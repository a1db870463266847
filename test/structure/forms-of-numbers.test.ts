import { describe, expect, it } from "vitest";
import { type Form, itemsOf, letterOf, understandText } from "./letter.ts";

const forms: Form[] = [
  {
    name: "answers headed in the running line, without a colon",
    body: `Beschluss:
1. Der Oberbürgermeister wird beauftragt, den Markt zu pflastern.
2. Der Oberbürgermeister wird beauftragt, Bänke aufzustellen.
zu 1) Der Markt wurde im Mai gepflastert.
zu 2. Die Bänke wurden im Juni aufgestellt.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister wird beauftragt, den Markt zu pflastern."]],
        response: "Der Markt wurde im Mai gepflastert.",
      },
      {
        clauses: [["2", "Der Oberbürgermeister wird beauftragt, Bänke aufzustellen."]],
        response: "Die Bänke wurden im Juni aufgestellt.",
      },
    ],
  },
  {
    name: "roman numbers, in the clauses and in the headings",
    body: `Beschluss:
I. Der Stadtrat nimmt den Bericht zur Kenntnis.
II. Der Oberbürgermeister wird beauftragt, Bänke aufzustellen.
III. Der Oberbürgermeister wird beauftragt, den Markt zu pflastern.
Zu I.:
Der Bericht liegt im Rathaus aus.
Zu II. und III.:
Beides wurde im Juni erledigt.`,
    items: [
      {
        clauses: [["I", "Der Stadtrat nimmt den Bericht zur Kenntnis."]],
        response: "Der Bericht liegt im Rathaus aus.",
      },
      {
        clauses: [
          ["II", "Der Oberbürgermeister wird beauftragt, Bänke aufzustellen."],
          ["III", "Der Oberbürgermeister wird beauftragt, den Markt zu pflastern."],
        ],
        response: "Beides wurde im Juni erledigt.",
      },
    ],
  },
  {
    name: "numbers between brackets",
    body: `„Der Oberbürgermeister wird beauftragt,
(1) den Markt zu pflastern,“
Der Markt wurde gepflastert.
„(2) Bänke aufzustellen.“
Es wurden zwölf Bänke aufgestellt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["1", "den Markt zu pflastern,"]],
        response: "Der Markt wurde gepflastert.",
      },
      { clauses: [["2", "Bänke aufzustellen."]], response: "Es wurden zwölf Bänke aufgestellt." },
    ],
  },
  {
    name: "no space behind the number",
    body: `1.„Der Markt ist zu pflastern.“
Der Markt wurde gepflastert.
„2.Der Hafen ist zu erhalten.“
Der Hafen bleibt erhalten.`,
    items: [
      { clauses: [["1", "Der Markt ist zu pflastern."]], response: "Der Markt wurde gepflastert." },
      { clauses: [["2", "Der Hafen ist zu erhalten."]], response: "Der Hafen bleibt erhalten." },
    ],
  },
  {
    name: "bullets answered by their place",
    body: `„Der Oberbürgermeister wird beauftragt,
- den Markt zu pflastern,
- Bänke aufzustellen.“
Zum ersten Anstrich:
Der Markt wurde gepflastert.
Zu Anstrich 2:
Es wurden zwölf Bänke aufgestellt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [[null, "den Markt zu pflastern,"]],
        response: "Der Markt wurde gepflastert.",
      },
      { clauses: [[null, "Bänke aufzustellen."]], response: "Es wurden zwölf Bänke aufgestellt." },
    ],
  },
  {
    name: "lettered sub-points whose headings bear the letter alone",
    body: `„2. Der Oberbürgermeister wird beauftragt,
a) den Markt zu pflastern,
b) Bänke aufzustellen.“
Zu a)
Der Markt wurde gepflastert.
Zu b)
Es wurden zwölf Bänke aufgestellt.`,
    items: [
      {
        leadIn: "Der Oberbürgermeister wird beauftragt,",
        clauses: [["2a", "den Markt zu pflastern,"]],
        response: "Der Markt wurde gepflastert.",
      },
      { clauses: [["2b", "Bänke aufzustellen."]], response: "Es wurden zwölf Bänke aufgestellt." },
    ],
  },
  {
    name: "a sentence that names its point, among answers with headings",
    body: `Beschluss:
1. Der Oberbürgermeister wird beauftragt, den Markt zu pflastern.
2. Der Oberbürgermeister wird beauftragt, Bänke aufzustellen.
Zu Punkt 1 wurde bereits mit Beschlusskontrolle vom 5. Mai 2014 abschließend informiert.
Zu Punkt 2:
Es wurden zwölf Bänke aufgestellt.`,
    items: [
      {
        clauses: [["1", "Der Oberbürgermeister wird beauftragt, den Markt zu pflastern."]],
        response: "Zu Punkt 1 wurde bereits mit Beschlusskontrolle vom 5. Mai 2014 abschließend informiert.",
      },
      {
        clauses: [["2", "Der Oberbürgermeister wird beauftragt, Bänke aufzustellen."]],
        response: "Es wurden zwölf Bänke aufgestellt.",
      },
    ],
  },
  {
    name: "a further question under its label",
    body: `„Wird der Markt gepflastert?“
Der Markt wird im Mai gepflastert.
Nachfrage:
„Werden Bänke aufgestellt?“
Ja, es werden zwölf Bänke aufgestellt.`,
    items: [
      { clauses: [[null, "Wird der Markt gepflastert?"]], response: "Der Markt wird im Mai gepflastert." },
      { clauses: [[null, "Werden Bänke aufgestellt?"]], response: "Ja, es werden zwölf Bänke aufgestellt." },
    ],
  },
  {
    name: "a label that runs over two lines",
    body: `Beschluss in der Fassung der Empfehlung des Ausschusses für Stadtentwicklung
vom 15. Juni 2016:
1. „Der Markt ist zu pflastern.“
Der Markt wurde gepflastert.`,
    items: [{ clauses: [["1", "Der Markt ist zu pflastern."]], response: "Der Markt wurde gepflastert." }],
  },
  {
    name: "rows of a table, which has no columns in plain text",
    body: `1. „Die Wartezeiten sind zu nennen.“
Die durchschnittliche Wartezeit ohne Termin betrug in den Bürgerbüros:
Jahr Minuten Vorsprachen
2020 41 188.320
2021 12 164.907
Der niedrige Wert des Jahres 2021 erklärt sich aus der Beschränkung auf Termine.`,
    items: [
      {
        clauses: [["1", "Die Wartezeiten sind zu nennen."]],
        response:
          "Die durchschnittliche Wartezeit ohne Termin betrug in den Bürgerbüros:\nJahr Minuten Vorsprachen\n2020 41 188.320\n2021 12 164.907\n\nDer niedrige Wert des Jahres 2021 erklärt sich aus der Beschränkung auf Termine.",
      },
    ],
  },
  {
    name: "a label of the quoted text",
    body: `Antragstext:
1. „Der Markt ist zu pflastern.“
Der Markt wurde gepflastert.`,
    items: [{ clauses: [["1", "Der Markt ist zu pflastern."]], response: "Der Markt wurde gepflastert." }],
  },
  {
    name: "a heading of an unknown point stays in the answer, with what stands behind it",
    body: `1. „Der Markt ist zu pflastern.“
Der Markt wurde gepflastert.
Zu 7.: Der Hafen bleibt erhalten.`,
    items: [
      {
        clauses: [["1", "Der Markt ist zu pflastern."]],
        response: "Der Markt wurde gepflastert.\nZu 7.: Der Hafen bleibt erhalten.",
      },
    ],
  },
];

describe("numbers of clauses and of their answers", () => {
  it.each(forms)("$name", ({ body, items }) => {
    expect(itemsOf(body)).toEqual(items);
  });

  it("has no doubt where clauses and answers have headings", () => {
    const body = `Frage 1:
Wie viele Bänke stehen auf dem Markt?
Antwort:
Auf dem Markt stehen zwölf Bänke.
Frage 2:
Wann wurden sie aufgestellt?
Antwort:
Sie wurden im Juni aufgestellt.`;
    expect(itemsOf(body)).toHaveLength(2);
    expect(understandText(letterOf(body)).diagnostics).toEqual([]);
  });
});
