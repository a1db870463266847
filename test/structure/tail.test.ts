import { describe, expect, it } from "vitest";
import type { Memo } from "../../src/model/record.ts";
import { HEAD, INTRODUCTION, letterOf, memoOf, understandText } from "./letter.ts";

function tailOf(tail: string): Pick<Memo, "closing" | "signatures" | "attachments" | "nextReview"> {
  const { closing, signatures, attachments, nextReview } = memoOf(withTail(tail));
  return { closing, signatures, attachments, nextReview };
}

function withTail(tail: string): string {
  return `${HEAD}\n${INTRODUCTION}\n1. „Der Park ist zu pflegen.“\nDer Park wird gepflegt.\n${tail}\n`;
}

describe("the letter's end", () => {
  it("tells who signed and who noted", () => {
    const tail = tailOf(`Nächste Beschlusskontrolle: 31.10.2018
Mit freundlichen Grüßen

Eva Jähnigen                    Kenntnisnahme:
Beigeordnete für Umwelt und Kommunalwirtschaft

Dirk Hilbert
Oberbürgermeister`);
    expect(tail).toEqual({
      closing: "Mit freundlichen Grüßen",
      nextReview: "2018-10-31",
      signatures: [
        { name: "Eva Jähnigen", role: "Beigeordnete für Umwelt und Kommunalwirtschaft", capacity: "signed" },
        { name: "Dirk Hilbert", role: "Oberbürgermeister", capacity: "noted" },
      ],
      attachments: [],
    });
  });

  it.each(["nächste BK: 31.12.2021", "Nächste Berichterstattung: 31. Dezember 2021"])(
    "finds the next review: %s",
    (line) => {
      expect(memoOf(letterOf(`1. „Der Markt ist zu pflastern.“\nEr wird gepflastert.\n${line}`))).toMatchObject({
        nextReview: "2021-12-31",
        items: [{ response: "Er wird gepflastert." }],
      });
    },
  );

  it("leaves footers at the edges of pages out of an answer that runs over them", () => {
    const memo = memoOf(
      letterOf(`1. „Der Markt ist zu pflastern.“
Er wurde im Jahr

Markt 19 · 01067 Dresden · Telefon (03 51) 4 88 00 00
Stadtsparkasse Dresden · IBAN DE00 0000 0000 0000 0000 00
- 2 -
2022 gepflastert.`),
    );
    expect(memo.items).toMatchObject([{ response: "Er wurde im Jahr 2022 gepflastert." }]);
  });

  it("keeps the comma of a role that goes on below", () => {
    const text = letterOf("Der Markt wird gepflastert.").replace(
      /Eva Jähnigen\n.*\n/u,
      "Anna Beispiel\nBeigeordnete für Arbeit, Soziales,\nGesundheit und Wohnen\n",
    );
    expect(memoOf(text).signatures).toMatchObject([
      { name: "Anna Beispiel", role: "Beigeordnete für Arbeit, Soziales, Gesundheit und Wohnen" },
    ]);
  });

  it("finds the next review told in a sentence", () => {
    const text = withTail(
      "Die nächste Beschlusskontrolle erfolgt zum 31. März 2019.\nMit freundlichen Grüßen\nDirk Hilbert",
    );
    expect(memoOf(text).nextReview).toBe("2019-03-31");
    expect(memoOf(text).items[0]?.response).toContain("nächste Beschlusskontrolle");
  });

  it("gives back a closing that a signature tore, and the names it crossed", () => {
    const { closing, signatures } = tailOf("MiM\n\nDirk#^lbert\n\nchen Grüßen");
    expect(closing).toBe("Mit freundlichen Grüßen");
    expect(signatures).toEqual([{ name: "Dirk Hilbert", role: null, capacity: "signed" }]);
  });

  it("sorts interleaved columns: names first, then their roles", () => {
    const { signatures } = tailOf(`Mit freundlichen Grüßen
Kenntnisnahme;
Hartmut \\^rjchann

Dirk Hilbert

Beigeordmeter für Finanzen und Liegenschaften

Oberbürgermeister`);
    expect(signatures).toEqual([
      { name: "Hartmut Vorjohann", role: "Beigeordneter für Finanzen und Liegenschaften", capacity: "signed" },
      { name: "Dirk Hilbert", role: "Oberbürgermeister", capacity: "noted" },
    ]);
  });

  it("finds signatures that a shuffled text has before the closing", () => {
    const { signatures } = tailOf(`Jan Donhauser
Erster Bürgermeister
Mit freundlichen Grüßen
Kenntnisnahme:
Eva Jähnigen
Beigeordnete für Umwelt und Kommunalwirtschaft`);
    expect(signatures.map(({ name, capacity }) => [name, capacity])).toEqual([
      ["Eva Jähnigen", "signed"],
      ["Jan Donhauser", "noted"],
    ]);
  });

  it("leaves names of people it does not know as they are", () => {
    const { signatures } = tailOf("Mit freundlichen Grüßen\nin Vertretung\nMartin Seifert\nAmtsleiter");
    expect(signatures).toEqual([{ name: "Martin Seifert", role: "Amtsleiter", capacity: "signed" }]);
  });

  it.each([
    ["Anlage 1: Lageplan\nAnlage 2: Übersicht der\nKosten", ["Anlage 1: Lageplan", "Anlage 2: Übersicht der Kosten"]],
    ["Anlagen:\n- Lageplan\n- Kostenplan", ["Lageplan", "Kostenplan"]],
    ["Anlagen:\n1. Lageplan\n2. Kostenplan", ["1. Lageplan", "2. Kostenplan"]],
    ["Anlage: Lageplan", ["Lageplan"]],
    ["Anlage", ["Anlage"]],
    ["Anlage 1: Übersicht „Neue Wege'", ["Anlage 1: Übersicht „Neue Wege“"]],
  ])("lists attachments: %s", (list, attachments) => {
    expect(tailOf(`Mit freundlichen Grüßen\nDirk Hilbert\n${list}`).attachments).toEqual(attachments);
  });

  it("names an annex below the attachments and leaves it out", () => {
    const text = withTail(
      "Mit freundlichen Grüßen\nDirk Hilbert\nAnlage 1: Lageplan\n\nGeplante Nutzung\nHaus 1\nBistro\nHaus 2",
    );
    const { memo, diagnostics } = understandText(text);
    expect(memo?.attachments.map((leaf) => leaf.value)).toEqual(["Anlage 1: Lageplan"]);
    expect(diagnostics).toMatchObject([{ code: "annex-text", severity: "info" }]);
  });

  it("reports a line that belongs nowhere", () => {
    const { diagnostics } = understandText(
      withTail("Mit freundlichen Grüßen\nDirk Hilbert\nBitte beachten Sie die neuen Sprechzeiten."),
    );
    expect(diagnostics).toMatchObject([{ code: "unplaced-text", severity: "warning", page: 1 }]);
  });
});
