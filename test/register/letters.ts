import type { Memo, MemoRecord } from "../../src/model/record.ts";
import { itemsOf, memoOf, recordOf } from "./records.ts";

const PAPER = { paper: "V0417/15", meeting: "SR/021/2015" };
const SUBJECT = "Sanierung der Turnhalle Schieferweg und Öffnung für den Vereinssport";

const HALL =
  "Der Oberbürgermeister wird beauftragt, die Turnhalle Schieferweg bis zum Schuljahresbeginn 2017 zu sanieren.";
const CANAL = "Das Kanalnetz unter dem Schulhof ist vor Beginn der Bauarbeiten zu untersuchen.";
const CLUBS =
  "Den Sportvereinen des Stadtteils sind an Werktagen ab 17 Uhr Hallenzeiten anzubieten; die Gebühren sind um 30 Prozent zu senken.";
const REPORT = "Dem Ausschuss für Sport ist jährlich über die Belegung zu berichten.";

function letter(file: string, parts: Partial<Memo>): MemoRecord {
  return recordOf(memoOf({ references: [PAPER], subject: SUBJECT, ...parts }), file);
}

/**
 * Six letters on one resolution: an interim report; one that answers in part; one that words a point anew, numbers
 * them otherwise and splits one; one on another paper too; one that looks at one point alone; the final one. A word
 * of point 2 is misread in two of them.
 */
export const SIX_LETTERS: readonly MemoRecord[] = [
  letter("1-zwischenstand.txt", {
    date: "2015-11-03",
    reportStatus: "interim",
    nextReview: "2016-05",
    items: itemsOf([
      { number: "1", text: HALL, response: "Die Planung wurde ausgeschrieben." },
      { number: "2", text: CANAL, response: "Die Untersuchung ist beauftragt." },
      { number: "3", text: CLUBS, response: "Hierzu kann noch nicht berichtet werden." },
      { number: "4", text: REPORT },
    ]),
  }),
  letter("2-teilweise.txt", {
    date: "2016-05-24",
    reportStatus: "interim",
    nextReview: "2016-12-31",
    items: itemsOf([
      {
        number: "1",
        text: HALL,
        response: "Der Beschlusspunkt ist teilweise erfüllt.",
        fulfilment: "partly-fulfilled",
      },
      {
        number: "2",
        text: CANAL.replace("Kanalnetz", "Kanainetz"),
        response: "Der Beschlusspunkt ist erfüllt.",
        fulfilment: "fulfilled",
      },
      { number: "3", text: CLUBS, response: "Der Punkt ist noch nicht erfüllt.", fulfilment: "not-fulfilled" },
    ]),
  }),
  letter("3-umformuliert.txt", {
    date: null,
    reportStatus: "interim",
    nextReview: "2017-09-30",
    items: itemsOf([
      {
        number: "I",
        text: "Die Turnhalle Schieferweg ist bis zum Beginn des Schuljahres 2017 durch den Oberbürgermeister zu sanieren.",
        response: "Das Dach ist gedeckt.",
      },
      { number: "II", text: CANAL, response: "Siehe Bericht vom 24. Mai 2016." },
      {
        number: "IIIa",
        text: "Den Sportvereinen des Stadtteils sind an Werktagen ab 17 Uhr Hallenzeiten anzubieten.",
        response: "Drei Vereine haben zugesagt.",
      },
      {
        number: "IIIb",
        text: "Die Gebühren sind um 30 Prozent zu senken.",
        response: "Das ist vorgesehen.",
      },
    ]),
  }),
  letter("4-gemeinsam.txt", {
    date: "2017-10-12",
    references: [PAPER, { paper: "A0098/16", meeting: "SR/030/2016" }],
    reportStatus: "interim",
    nextReview: "2018-03-31",
    items: itemsOf([
      { number: "1", text: HALL, response: "Der Beschlusspunkt ist erfüllt.", fulfilment: "fulfilled" },
      { number: "3", text: CLUBS, response: "Die Hallenzeiten sind vergeben." },
      {
        number: "1",
        text: "Vor der Turnhalle sind mindestens 40 Fahrradbügel aufzustellen.",
        response: "Es wurden 44 aufgestellt.",
      },
    ]),
  }),
  letter("5-ein-punkt.txt", {
    date: "2018-04-09",
    reportStatus: "interim",
    nextReview: "2018-09",
    items: itemsOf([
      { number: "2", text: CANAL.replace("Kanalnetz", "Kana1netz"), response: "Die Untersuchung liegt vor." },
      { number: "4", text: REPORT, response: "Der erste Bericht folgt im Juni." },
    ]),
  }),
  letter("6-abschliessend.txt", {
    date: "2018-10-01",
    reportStatus: "final",
    items: itemsOf([
      { number: "2", text: CANAL, response: "Siehe oben." },
      { number: "3", text: CLUBS, response: "Der Beschlusspunkt ist erfüllt.", fulfilment: "fulfilled" },
      {
        number: "5",
        text: "Für die Reinigung der Umkleiden ist ein Vertrag mit 12 Monaten Laufzeit zu schließen.",
        response: "Der Vertrag ist geschlossen.",
      },
    ]),
  }),
];
