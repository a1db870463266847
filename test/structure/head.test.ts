import { describe, expect, it } from "vitest";
import { INTRODUCTION, letterOf, memoOf, understandText } from "./letter.ts";

const BODY = `folgender Zwischenstand kann zu oben genanntem Beschluss gegeben werden:
1. „Die Halle ist zu sanieren.“
Die Halle wird derzeit saniert.

Mit freundlichen Grüßen

Dirk Hilbert
`;

describe("the head", () => {
  it("is read though the scanner shuffled its blocks", () => {
    const memo = memoOf(`Hausmitteilung

Dreso en.
J21C2G GU°

Landeshauptstadt Dresden
•

vertraulich

Geschäftsbereich Ordnung und

Sicherheit
An alle

GZ:

Datum:

Fraktionen sowie Mitglieder
des Stadtrates der Landeshauptstadt Dresden

{GB3) 32

2 5. SEP. 2018
Beschlusskontrolle zu V0815/16 (Sitzungsnummer: SR/022/2016)
Ordnung am Elbufer

Sehr geehrte Damen und Herren,

${BODY}`);
    expect(memo).toMatchObject({
      kind: "Beschlusskontrolle",
      confidential: false,
      authority: "Landeshauptstadt Dresden",
      office: "Geschäftsbereich Ordnung und Sicherheit",
      recipient: "An alle Fraktionen sowie Mitglieder des Stadtrates der Landeshauptstadt Dresden",
      fileReference: "(GB 3) 32",
      date: "2018-09-25",
      references: [{ paper: "V0815/16", meeting: "SR/022/2016" }],
      subject: "Ordnung am Elbufer",
      reportStatus: "interim",
    });
  });

  it("ends with the introduction where the scanner put the salutation below it", () => {
    const [head = "", body = ""] = letterOf("1. „Der Park ist zu pflegen.“\nDer Park wird gepflegt.").split(
      "Sehr geehrte Damen und Herren,\n",
    );
    const memo = memoOf(`${head}${body.replace("Der Park wird", "Sehr geehrte Damen und Herren,\n$&")}`);
    expect(memo).toMatchObject({
      subject: "Grünkonzept für den Stadtteil Pieschen",
      salutation: "Sehr geehrte Damen und Herren,",
      introduction: INTRODUCTION,
      items: [{ response: "Der Park wird gepflegt." }],
    });
  });

  it("is read in its old form, without title", () => {
    const memo = memoOf(`Landeshauptstadt Dresden
Die Oberbürgermeisterin
GZ: (OB) 66.1
Datum: 12. August 2010

Fraktion der Freien Bürger
Herrn Stadtrat
Dr. Anton Beispiel

Radwege an der Elbe
AF1234/10

Sehr geehrter Herr Dr. Beispiel,

Ihre oben genannte Anfrage beantworte ich wie folgt:
„Wie lang ist der Weg?“
Der Weg ist drei Kilometer lang.
Mit freundlichem Gruß
Helma Orosz
`);
    expect(memo).toMatchObject({
      kind: "Anfrage",
      confidential: null,
      office: "Die Oberbürgermeisterin",
      recipient: "Fraktion der Freien Bürger Herrn Stadtrat Dr. Anton Beispiel",
      references: [{ paper: "AF1234/10", meeting: null }],
      subject: "Radwege an der Elbe",
      salutation: "Sehr geehrter Herr Dr. Beispiel,",
      closing: "Mit freundlichem Gruß",
    });
  });

  it.each([
    [
      "Beschlusskontrolle zu V1862/17 (Sitzungsnummer: SR/052/2018) und\nA0377/18 (Sitzungsnummer: SR/055/2018)\nÖffnungszeiten",
      [
        { paper: "V1862/17", meeting: "SR/052/2018" },
        { paper: "A0377/18", meeting: "SR/055/2018" },
      ],
      "Öffnungszeiten",
    ],
    ["Stellungnahme zum Antrag A0456/18: Mehr Bänke", [{ paper: "A0456/18", meeting: null }], "Mehr Bänke"],
    [
      "Beschlusskontrolle zu V-WX0012/19 (Sitzungsnummer: OR WX/005/2019)\nSportverein hier; Kleinprojekt (WX0012/19)",
      [{ paper: "V-WX0012/19", meeting: "OR WX/005/2019" }],
      "Sportverein hier; Kleinprojekt (WX0012/19)",
    ],
    [
      "3. Beschlusskontrolle zu A0712/17 (Sitzungsnummer: SR/049/2018), Beschlusspunkte 4 und 7\nBienenweiden",
      [{ paper: "A0712/17", meeting: "SR/049/2018" }],
      "Bienenweiden",
    ],
    [
      "Beschlusskontrolle zu A0712/17 (Sitzungsnummer: SR/049/2018)\nund zur Ergänzung A0266/18 (Sitzungsnummer: SR/050/2018)\nBienenweiden",
      [
        { paper: "A0712/17", meeting: "SR/049/2018" },
        { paper: "A0266/18", meeting: "SR/050/2018" },
      ],
      "Bienenweiden",
    ],
    [
      "Freiraum für die Neustadt\nVorR-Pie00017/22",
      [{ paper: "VorR-Pie00017/22", meeting: null }],
      "Freiraum für die Neustadt",
    ],
  ])("parts papers from the subject: %s", (heading, references, subject) => {
    const memo = memoOf(`Hausmitteilung
Landeshauptstadt Dresden
Der Oberbürgermeister
An alle Fraktionen
GZ: (OB) 15
Datum: 1 4. NOV. 2023
${heading}
Sehr geehrte Damen und Herren,
${BODY}`);
    expect(memo.references).toEqual(references);
    expect(memo.subject).toBe(subject.replace("hier;", "hier:"));
  });

  it.each(["1 l. M AI 2O24", "11. MAI 2024"])(
    "takes the only date of the head for the letter's, wherever it stands: %s",
    (stamp) => {
      const memo = memoOf(`Hausmitteilung
Landeshauptstadt Dresden
Der Oberbürgermeister
An alle Fraktionen
GZ: (OB) 15
${stamp}
Bearbeitet von: Frau Beispiel
Telefon: (03 51) 4 88 00 00
Datum:
Beschlusskontrolle zu V0001/23 (Sitzungsnummer: SR/001/2023)
Bänke am Elbufer
Sehr geehrte Damen und Herren,
${BODY}`);
      expect(memo).toMatchObject({ date: "2024-05-11", recipient: "An alle Fraktionen", subject: "Bänke am Elbufer" });
    },
  );

  it("takes an address for one that begins with a bare title", () => {
    const memo = memoOf(`Hausmitteilung
Landeshauptstadt Dresden
Der Oberbürgermeister
Stadträtin
Katharina Beispiel
Fraktion Freies Dresden

GZ: (OB) 15
Datum: 2 1. NOV. 2018
Wartezeiten in den Bürgerbüros
AF0001/18
Sehr geehrte Frau Beispiel,
${BODY}`);
    expect(memo).toMatchObject({
      recipient: "Stadträtin Katharina Beispiel Fraktion Freies Dresden",
      subject: "Wartezeiten in den Bürgerbüros",
    });
  });

  it("takes an incoming stamp for no sender", () => {
    const { memo, diagnostics } = understandText(`Hausmitteilung
Landeshauptstadt Dresden
Eingang: 17. NOV. 2018
Nr. 49.00-59
☒ vertraulich
An alle Mitglieder
des Stadtrates der
Landeshauptstadt Dresden
Landeshauptstadt Dresden
Der Oberbürgermeister
GZ: (OB) 15
Datum: 2 1. NOV. 2018
Beschlusskontrolle zu V0001/18 (Sitzungsnummer: SR/001/2018)
Neubau
Sehr geehrte Damen und Herren,
${BODY}`);
    expect(memo?.office?.value).toBe("Der Oberbürgermeister");
    expect(memo?.recipient?.value).toBe("An alle Mitglieder des Stadtrates der Landeshauptstadt Dresden");
    expect(memo?.date?.value).toBe("2018-11-21");
    expect(memo?.confidential?.value).toBe(true);
    expect(diagnostics).toEqual([]);
  });

  it("withholds an unreadable date and says what it may be", () => {
    const { memo, diagnostics } = understandText(`Hausmitteilung
Landeshauptstadt Dresden
Der Oberbürgermeister
An alle Fraktionen
GZ:
Datum: I * NOV. 2018
Beschlusskontrolle zu V0001/18 (Sitzungsnummer: SR/001/2018)
Neubau
Sehr geehrte Damen und Herren,
${BODY}`);
    expect(memo?.date).toBeNull();
    expect(memo?.fileReference).toBeNull();
    expect(diagnostics).toMatchObject([{ code: "date-uncertain", severity: "warning", at: "/memo/date", page: 1 }]);
    expect(diagnostics[0]?.message).toContain("2018-11-10");
  });
});

describe("what is no memo", () => {
  it.each([
    [
      "an invoice",
      "Rechnung Nr. 2018-55\nLandeshauptstadt Dresden\nDatum: 12.03.2018\nSehr geehrte Damen und Herren,\nwir berechnen:\n1. Reinigung 300 Euro\nMit freundlichen Grüßen\nMax Muster",
    ],
    ["a plan", "Lageplan\nMaßstab 1:500\nStand November 2015\n1 Halle\n2 Hof"],
    ["nothing", ""],
  ])("%s is none", (_, text) => {
    expect(understandText(text)).toMatchObject({ memo: null, diagnostics: [] });
  });
});
