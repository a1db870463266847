import { describe, expect, it } from "vitest";
import { fulfilmentIn } from "../../src/structure/body/fulfilment.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";

function fulfilmentOf(text: string): string | null {
  return fulfilmentIn(TracedText.of(readTextOf(pagesOfPlainText(text))))?.value ?? null;
}

describe("fulfilment", () => {
  it.each([
    ["Der Beschlusspunkt ist damit erfüllt.", "fulfilled"],
    ["Damit ist der Beschluss erledigt.", "fulfilled"],
    ["Die Beschlusspunkte 1 und 2 sind vollumfänglich erfüilt.", "fulfilled"],
    ["Der Beschluss wurde umgesetzt.", "fulfilled"],
    ["Der Beschlusspunkt ist teilweise erfüllt.", "partly-fulfilled"],
    ["Der Beschluss ist zum Teil umgesetzt.", "partly-fulfilled"],
    ["Der Beschlusspunkt ist noch nicht erfüllt.", "not-fulfilled"],
    ["Der Beschlusspunkt konnte bisher nicht erfüllt werden.", "not-fulfilled"],
    ["Ziffer 2 ist erfüllt.", "fulfilled"],
    ["Punkt 1 ist erfüllt. Der Beschlusspunkt 2 ist nicht erfüllt.", "not-fulfilled"],
  ])("is what the answer says: %s", (text, degree) => {
    expect(fulfilmentOf(text)).toBe(degree);
  });

  it.each([
    "Der Beschluss wird 2019 umgesetzt.",
    "Der Beschluss kann erst 2020 umgesetzt werden.",
    "Sobald der Beschluss erfüllt ist, folgt ein Bericht.",
    "Die Auflagen des Denkmalschutzes sind erfüllt.",
    "Das Projekt ist abgeschlossen.",
  ])("is not concluded from what it does not say: %s", (text) => {
    expect(fulfilmentOf(text)).toBeNull();
  });
});
