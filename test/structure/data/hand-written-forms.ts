import type { Form } from "../letter.ts";

/** Bodies of letters, each in a form of its own, and the items that a reader sees in it. */
export const HAND_WRITTEN_FORMS: readonly Form[] = [
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
