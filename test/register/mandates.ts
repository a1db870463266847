/** What a sentence of a resolution is filled with; each sentence has its own. */
export interface Particulars {
  readonly place: string;
  readonly other: string;
  readonly thing: string;
  readonly date: string;
  readonly sum: string;
  readonly body: string;
  readonly count: number;
}

/** One mandate in the wordings that different clerks give it. */
type Wordings = readonly ((p: Particulars) => string)[];

/** Streets and places, none of which is in Dresden. */
export const PLACES = [
  "Lindenbruchstraße",
  "Amselgrundweg",
  "Alte Ziegelei",
  "Mühlhofplatz",
  "Kranichufer",
  "Ostermannstraße",
  "Westermannstraße",
  "Erlenhainweg",
  "Erlenhangweg",
  "Schieferbrücke",
  "Fährmannsgasse",
  "Tannenrode",
  "Neuhofer Ring",
  "Althofer Ring",
  "Stellmacherstraße",
  "Quellwiesen",
  "Haferkamp",
  "Drosselsteig",
] as const;

export const THINGS = [
  "Turnhalle",
  "Schwimmhalle",
  "Bibliothek",
  "Jugendtreff",
  "Feuerwache",
  "Skateanlage",
  "Kindertagesstätte",
  "Grundschule",
  "Radverkehrsanlage",
  "Gasbeleuchtung",
  "Musikschule",
  "Begegnungsstätte",
] as const;

export const BODIES = [
  "Ausschuss für Bau und Verkehr",
  "Ausschuss für Finanzen",
  "Ausschuss für Umwelt und Ordnung",
  "Jugendhilfeausschuss",
  "Ortschaftsrat",
  "Stadtbezirksbeirat",
] as const;

/** Several end alike or differ in one word only, as the points of one resolution do. */
export const MANDATES: readonly Wordings[] = [
  [
    (p) =>
      `den Ausbau im Bereich ${p.place} bis zur Einmündung ${p.other} zu planen und die Planung bis zum ${p.date} vorzulegen`,
    (p) =>
      `die Planung für den Ausbau zwischen ${p.place} und ${p.other} aufzunehmen und dem Stadtrat bis zum ${p.date} vorzulegen`,
    (p) => `bis zum ${p.date} eine Planung vorzulegen, die den Ausbau vom Bereich ${p.place} bis ${p.other} umfasst`,
  ],
  [
    (p) => `für die ${p.thing} am Standort ${p.place} Mittel in Höhe von ${p.sum} Euro in den Haushalt einzustellen`,
    (p) => `in den Haushalt ${p.sum} Euro für die ${p.thing} am Standort ${p.place} aufzunehmen`,
    (p) => `die erforderlichen Haushaltsmittel von ${p.sum} Euro für die ${p.thing} (${p.place}) bereitzustellen`,
  ],
  [
    (p) => `dem ${p.body} bis zum ${p.date} über den Stand der Umsetzung zu berichten`,
    (p) => `über den Umsetzungsstand ist dem ${p.body} bis spätestens ${p.date} Bericht zu erstatten`,
    (p) => `den ${p.body} bis zum ${p.date} schriftlich über die Umsetzung zu informieren`,
  ],
  [
    (p) => `zu prüfen, ob am Standort ${p.place} eine ${p.thing} errichtet werden kann`,
    (p) => `die Errichtung einer ${p.thing} am Standort ${p.place} zu prüfen`,
    (p) => `eine Prüfung zu veranlassen, inwieweit sich der Standort ${p.place} für eine ${p.thing} eignet`,
  ],
  [
    (p) => `das Grundstück ${p.place} Nr. ${p.count} zum Verkehrswert von ${p.sum} Euro zu veräußern`,
    (p) => `das Grundstück ${p.place} Nr. ${p.count} zum ermittelten Verkehrswert (${p.sum} Euro) zu verkaufen`,
    (p) => `den Verkauf des Grundstücks ${p.place} Nr. ${p.count} zum Preis von ${p.sum} Euro vorzunehmen`,
  ],
  [
    (p) =>
      `im Bereich ${p.place} mindestens ${p.count} standortgerechte Laubbäume zu pflanzen und deren Pflege zu sichern`,
    (p) =>
      `mindestens ${p.count} Laubbäume im Bereich ${p.place} zu pflanzen sowie deren Pflege dauerhaft zu gewährleisten`,
    (p) => `für die Pflanzung und Pflege von mindestens ${p.count} Laubbäumen im Bereich ${p.place} Sorge zu tragen`,
  ],
  [
    (p) => `mit dem Betreiber der ${p.thing} in ${p.place} eine Vereinbarung über die Nutzungszeiten abzuschließen`,
    (p) => `eine Nutzungsvereinbarung mit dem Betreiber der ${p.thing} in ${p.place} zu schließen`,
    (p) => `die Nutzungszeiten mit dem Betreiber der ${p.thing} in ${p.place} vertraglich zu regeln`,
  ],
  [
    (p) => `die Anwohnerinnen und Anwohner im Gebiet ${p.place} frühzeitig an der weiteren Planung zu beteiligen`,
    (p) => `im Gebiet ${p.place} eine frühzeitige Beteiligung der Anwohnerschaft an der weiteren Planung durchzuführen`,
    (p) => `bei der weiteren Planung die Anwohner des Gebietes ${p.place} einzubeziehen`,
  ],
  [
    (p) =>
      `auf ${p.place} die zulässige Höchstgeschwindigkeit zwischen ${p.other} und Ortsausgang auf 30 km/h zu begrenzen`,
    (p) =>
      `eine Begrenzung der Höchstgeschwindigkeit auf 30 km/h auf ${p.place} von ${p.other} bis zum Ortsausgang anzuordnen`,
    (p) => `zwischen ${p.other} und Ortsausgang auf ${p.place} Tempo 30 anzuordnen`,
  ],
  [
    (p) =>
      `ein Konzept für die künftige Nutzung der ${p.thing} ${p.place} zu erarbeiten und dem ${p.body} vorzustellen`,
    (p) => `dem ${p.body} ein Nutzungskonzept für die ${p.thing} ${p.place} vorzustellen`,
    (p) =>
      `die künftige Nutzung der ${p.thing} ${p.place} konzeptionell zu untersuchen und den ${p.body} zu unterrichten`,
  ],
  [
    (p) => `die Sanierung der ${p.thing} ${p.place} in zwei Bauabschnitten bis ${p.date} abzuschließen`,
    (p) => `die ${p.thing} ${p.place} bis ${p.date} in zwei Bauabschnitten zu sanieren`,
    (p) =>
      `dafür zu sorgen, dass die Sanierung der ${p.thing} ${p.place} (zwei Bauabschnitte) bis ${p.date} abgeschlossen ist`,
  ],
  [
    (p) =>
      `Fördermittel des Freistaates Sachsen für das Vorhaben ${p.place} zu beantragen und die Eigenanteile von ${p.sum} Euro zu sichern`,
    (p) =>
      `für das Vorhaben ${p.place} Fördermittel beim Freistaat Sachsen zu beantragen; die Eigenanteile in Höhe von ${p.sum} Euro sind zu sichern`,
    (p) => `die Eigenanteile (${p.sum} Euro) des Vorhabens ${p.place} zu sichern und Fördermittel zu beantragen`,
  ],
];

/** What stands before the mandates of a clause, or in its letter's lead-in. */
export const LEADS = [
  "Der Oberbürgermeister wird beauftragt, ",
  "Die Oberbürgermeisterin wird beauftragt, ",
  "Der Stadtrat beauftragt den Oberbürgermeister, ",
  "Die Verwaltung wird gebeten, ",
  "",
] as const;
