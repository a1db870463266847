import { describe, expect, it } from "vitest";
import { letterOf, understandText } from "./letter.ts";

/** What is found of torn text in a letter with this body: code and place. */
function tearsIn(...body: string[]): string[] {
  const { diagnostics } = understandText(letterOf(body.join("\n")));
  return diagnostics.filter(({ code }) => code.endsWith("-torn")).map(({ code, at }) => `${code} ${at}`);
}

const ANSWER = "Die Prüfung wurde im März mit dem Umweltamt begonnen und ist inzwischen abgeschlossen.";

describe("findings on lines that do not follow each other", () => {
  it("has nothing to say of a whole letter", () => {
    const clause = [
      "„Die Oberbürgermeisterin wird beauftragt,",
      "• den Markt zu prüfen und",
      "• dem Rat zu berichten.“",
    ];
    expect(tearsIn(...clause, ANSWER)).toEqual([]);
  });

  it("tells of a sentence that begins where an entry goes on", () => {
    const clause = [
      "„Die Oberbürgermeisterin wird beauftragt,",
      "• den Markt zu prüfen und",
      "Die Mittel fehlen bisher.“",
    ];
    expect(tearsIn(...clause, ANSWER)).toEqual(["text-torn /memo/items/0"]);
  });

  it("tells of a sentence that begins behind a comma, however short the line above", () => {
    const answer = ["Die Prüfung, die im März begonnen wurde,", "Die Mittel sind im Haushalt eingestellt."];
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", ...answer)).toEqual([
      "text-torn /memo/items/0",
    ]);
  });

  it("tells of an entry that announces another and has none", () => {
    const answer = ["Gefällt werden Erlen an den Ufern des Teiches, weil deren Wurzeln den Damm durchdrungen haben:"];
    const entries = ["• zwei Bäume und", "um mehr als einen halben Meter."];
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", ...answer, ...entries)).toEqual([
      "text-torn /memo/items/0",
    ]);
  });

  it("tells of a finite verb behind a preposition", () => {
    const answer = [
      "Der Fachbereich hat den Ballfangzaun an der Hebbelstraße geprüft und vollständig zu",
      "ist er fertig.",
    ];
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", ...answer)).toEqual([
      "text-torn /memo/items/0",
    ]);
  });

  it("tells of an answer that ends with a comma", () => {
    const answer = "Der Stadtrat bittet mit diesem Beschluss den Oberbürgermeister,";
    expect(tearsIn("„Die Oberbürgermeisterin wird beauftragt, den Markt zu prüfen.“", answer)).toEqual([
      "response-torn /memo/items/0",
    ]);
  });

  it.each(["im Herbst berichtet werden.", "• die beiden Bäume neben dem Ablauf und"])(
    "tells of what stands before the clauses and does not lead to them: %s",
    (stray) => {
      const body = [stray, "1. den Markt zu prüfen,", "2. dem Rat zu berichten.", "zu 1. und 2.:", ANSWER];
      expect(tearsIn("Beschluss:", ...body)).toEqual(["text-torn /memo/items/0"]);
    },
  );
});
