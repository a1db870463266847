/** Marks, headings and sentences of the house's letters, as made letters use them: invented, in the dialect. */

export const MARKS: readonly ((n: number) => string)[] = [
  (n) => `${n}.`,
  (n) => `${n}.`,
  (n) => `${n})`,
  (n) => `${n}.)`,
  (n) => `(${n})`,
  (n) => `${["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][n - 1] ?? n}.`,
  (n) => `${String.fromCharCode(64 + n)})`,
  (n) => `${String.fromCharCode(96 + n)})`,
  (n) => `${String.fromCharCode(96 + n)}.`,
  (n) => `${n}:`,
  (n) => `§ ${n}`,
  (n) => `Nr. ${n}`,
  (n) => `Frage ${n}:`,
  (n) => `Punkt ${n}:`,
  (n) => `Zu Ziffer ${n} des Beschlusses:`,
];
export const REFERENCES: readonly ((n: string) => string)[] = [
  (n) => `zu ${n}.:`,
  (n) => `Zu ${n}.:`,
  (n) => `Zu ${n}:`,
  (n) => `Zu Beschlusspunkt ${n}:`,
  (n) => `Zu Punkt ${n}:`,
  (n) => `Zu Frage ${n}:`,
  (n) => `Antwort zu ${n}:`,
  (n) => `zu ${n})`,
];
export const LEADS = [
  "Der Oberbürgermeister wird beauftragt,",
  "Die Oberbürgermeisterin wird beauftragt,",
  "Der Stadtrat beschließt:",
  "Die Verwaltung wird gebeten,",
  "Dazu bitte ich um Auskunft zu folgenden Punkten:",
];
export const HEADINGS = [
  "Beschluss:",
  "Fragen:",
  "Beschlusstext:",
  "Frage:",
  "Wortlaut des Beschlusses:",
  "Vorschlag:",
];
export const FOLLOW_UPS = [
  "Nachfrage:",
  "Nachfrage Herr Stadtrat Muster:",
  "Nachfrage Frau Stadträtin Beispiel:",
  "Anmerkung Herr Stadtrat Muster:",
  "Bitte von Frau Stadträtin Beispiel:",
  "Zusatzfrage:",
];
export const REMARKS = [
  "Vorab weise ich darauf hin, dass die Angelegenheit nicht allein in die Zuständigkeit der Stadtverwaltung fällt. Die folgenden Angaben beruhen deshalb auch auf Auskünften Dritter, die nicht in allen Punkten geprüft werden konnten.",
  "Die Beantwortung erfolgt auf der Grundlage der Daten, die dem Fachamt zum Stichtag vorlagen. Eine weiter zurückreichende Auswertung ist mit vertretbarem Aufwand nicht möglich.",
  "Die genannten Punkte werden gemeinsam bearbeitet, da sie inhaltlich zusammenhängen.",
  "Zu den Beschlusspunkten kann ich Ihnen heute den nachstehenden Stand mitteilen. Weitere Ergebnisse lege ich Ihnen vor, sobald die Abstimmungen beendet sind.",
];
export const CLOSING_PARAGRAPHS = [
  "Über das Ergebnis ist der Stadtrat bis zum 30. Juni zu unterrichten.",
  "Dem Ausschuss ist halbjährlich zu berichten.",
  "Für die Beantwortung bedanke ich mich im Voraus.",
];
export const INTRODUCTIONS = [
  "zum oben genannten Beschluss gebe ich Ihnen folgenden Zwischenstand:",
  "nachfolgend informiere ich Sie abschließend über die Umsetzung des Beschlusses:",
  "zu Ihrer Anfrage teile ich Ihnen Folgendes mit:",
  "Ihre Fragen beantworte ich Ihnen gern wie folgt:",
  "zur Umsetzung des oben genannten Beschlusses berichte ich über den aktuellen Sachstand:",
  "auf Ihre Anfrage vom 3. März kann ich Ihnen heute Folgendes antworten:",
  "den Vorschlag des Stadtbezirksbeirates hat die Verwaltung geprüft und nimmt dazu wie folgt Stellung:",
  "über den Stand der Beschlusskontrolle setze ich Sie hiermit in Kenntnis:",
];
export const FURNITURE = [
  "-2-",
  "- 3 -",
  "Seite 2 von 3",
  "2",
  ".",
  "'",
  "Seite 2",
  "IBAN DE00 0000 0000 0000 0000 00 BIC TESTDEXX",
  "- 2 -",
];
