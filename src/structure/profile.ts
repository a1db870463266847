/**
 * What is Dresden's about the letters, in one place: another city is another such object.
 * Formulas are compared letter by letter with room for a scanner's misreadings.
 */
export const PROFILE = {
  authority: "Landeshauptstadt Dresden",
  title: "Hausmitteilung",
  /** Fixed formulas of letterhead and letter, by the name of the fact that reports their likeness. */
  formulas: {
    authority: ["Landeshauptstadt Dresden"],
    title: ["Hausmitteilung"],
    confidential: ["vertraulich"],
    fileReference: ["GZ:", "Unser Zeichen"],
    date: ["Datum:"],
    heading: [
      "Beschlusskontrolle zu",
      "Beschlusskontrolle",
      "Anfrage",
      "Zwischenbescheid",
      "Stellungnahme",
      "Mündliche Anfrage",
    ],
    salutation: ["Sehr geehrte", "Sehr geehrter Herr", "Sehr geehrte Frau"],
    introduction: ["kann zu oben genanntem Beschluss gegeben werden", "beantworte ich wie folgt", "Ihre o. g. Anfrage"],
    nextReview: ["nächste Beschlusskontrolle", "Nächste BK"],
    closing: ["Mit freundlichen Grüßen", "Mit freundlichem Gruß", "Hochachtungsvoll", "Freundliche Grüße"],
    noted: ["Kenntnisnahme:", "Kenntnis genommen"],
    attachment: ["Anlage", "Anlagen:"],
    office: ["Der Oberbürgermeister", "Die Oberbürgermeisterin", "Geschäftsbereich", "Bürgermeisteramt"],
    role: [
      "Oberbürgermeister",
      "Oberbürgermeisterin",
      "Beigeordneter",
      "Beigeordnete",
      "Erster Bürgermeister",
      "Zweiter Bürgermeister",
      "Bürgermeister",
      "Amtsleiter",
      "Abteilungsleiterin",
    ],
    recipient: [
      "An alle",
      "Fraktionen sowie Stadträtinnen",
      "des Stadtrates der Landeshauptstadt",
      "im Stadtrat der Landeshauptstadt",
      "Herrn Stadtrat",
      "Frau Stadträtin",
      "Fraktion",
    ],
    label: ["Beschluss:", "Fragen:", "Frage:", "Antwort:", "Beschlusspunkt", "Nachfrage:"],
  },
  /** Letters that tell of a part wherever they stand in a line, what is left of a damaged formula among them. */
  stems: [
    "kenntnis",
    "grusse",
    "anlage",
    "burgermeister",
    "beigeordnet",
    "fraktion",
    "stadtrat",
    "beirat",
    "ortschaft",
    "geschaftsbereich",
    "sitzungsnummer",
    "datum",
    "vertraulich",
    "beschluss",
  ],
  /** Groups of the city council as they stand in addresses; they mend a name read almost so. */
  groups: [
    "Fraktion DIE LINKE.",
    "Fraktion Bündnis 90/Die Grünen",
    "Fraktion Alternative für Deutschland",
    "CDU-Fraktion",
    "SPD-Fraktion",
    "FDP-Fraktion",
    "FDP/FB-Fraktion",
    "Bürgerfraktion",
  ],
  /** Short names of districts and villages in the numbers of their papers and meetings: "V-Pl00032/20". */
  districts: ["Alt", "Neu", "Pie", "Kl", "Los", "Bla", "Bl", "Leu", "Pro", "Pl", "Cot", "Lo", "Le", "Pr", "Co"],
  /**
   * Mayors and heads of department, after the city's public announcements: names alone. They mend a name that was read
   * in part and never replace one that can be read. A user's own list extends them.
   */
  officeHolders: [
    "Ingolf Roßberg",
    "Lutz Vogel",
    "Helma Orosz",
    "Dirk Hilbert",
    "Detlef Sittel",
    "Annekatrin Klepsch",
    "Hartmut Vorjohann",
    "Jörn Marx",
    "Herbert Feßenmayr",
    "Martin Seidel",
    "Ralf Lunau",
    "Winfried Lehmann",
    "Kristin Klaudia Kaufmann",
    "Raoul Schmidt-Lamontain",
    "Stephan Kühn",
    "Peter Lames",
    "Eva Jähnigen",
    "Jan Donhauser",
  ],
} as const;
