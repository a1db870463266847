import { describe, expect, it } from "vitest";
import { repair } from "../../src/repair/repair.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { lexicon } from "./repaired.ts";

async function findingsOn(raw: string): Promise<string[]> {
  const read = readTextOf(pagesOfPlainText(raw));
  const { diagnostics } = repair(read, await lexicon(), { correct: true, minConfidence: 0 });
  return diagnostics.map(({ code, message, at, page }) => `${code} ${at} p. ${page}: ${message.split(" ")[0]}`);
}

describe("torn words", () => {
  it("are told of where what was begun at a line's end goes on nowhere", async () => {
    const raw = "Die Straßenverkehrsbehörde hat die verkehrsrechtliche Anord\nDie Mittel sind im Haushalt eingestellt.";
    expect(await findingsOn(raw)).toEqual(['word-torn /memo/items p. 1: "Anord"']);
  });

  it("are told of where a line goes on from nothing", async () => {
    const raw = "Die Mittel sind im Haushalt der Landeshauptstadt eingestellt.\nnung erteilt.";
    expect(await findingsOn(raw)).toEqual(['word-torn /memo/items p. 1: "nung"']);
  });

  it("are told of where the piece is one that documentation counts among its words", async () => {
    const raw = "Der Dienst wird lageabhängig durch die Polizeidirektion ver\nDie Mittel sind eingestellt.";
    expect(await findingsOn(raw)).toEqual(['word-torn /memo/items p. 1: "ver"']);
  });

  it("are told of where a noun is written small, as the rest of a longer one is", async () => {
    const raw = "Die Mittel sind im Haushalt der Landeshauptstadt eingestellt.\nfolgenanpassung ausgetauscht.";
    expect(await findingsOn(raw)).toEqual(['word-torn /memo/items p. 1: "folgenanpassung"']);
  });

  it("are told of where two lines were joined to what nobody knows", async () => {
    const raw = "Es ist zu prüfen, an welchen Plätzen die Spender aufgestellt wer\nsicht kann erst vorgelegt werden.";
    expect(await findingsOn(raw)).toEqual(['word-torn /memo/items p. 1: "wersicht"']);
  });

  it("are told of where both parts belong to words, but not to this one", async () => {
    const raw = "Die Parkplätze sind aufzunehmen, und dem Stadtbe-\nder Anwohner ist zu berichten.";
    expect(await findingsOn(raw)).toEqual(['word-torn /memo/items p. 1: "Stadtbeder"']);
  });

  it("are told of where a word begins a sentence that is hardly ever written large", async () => {
    const raw =
      "Sehr geehrte Damen,\ngeprüft wurden die Flächen für den Standort ohne Personal\nBevorzugt wird das zweite.";
    expect(await findingsOn(raw)).toEqual(['word-torn /memo/items p. 1: "Bevorzugt"']);
  });

  it("are not looked for below the closing, where columns mix", async () => {
    const raw = "Mit freundlichen Grüßen\nBeigeordneter für Finanzen und Liegenschaf Oberbürgermeister\nten";
    expect(await findingsOn(raw)).toEqual([]);
  });

  it.each([
    "Die Straßenverkehrsbehörde hat die verkehrsrechtliche Anord\nnung erteilt.",
    "Die Straßenverkehrsbehörde hat die Anordnung erteilt an Xyrwolk\nDie Mittel sind eingestellt.",
    "Anord\nDie Mittel sind eingestellt.",
    "Anlagen\nnung",
    "Die Verwaltung hat zu der Planung des Vorhabens geprüft und\nkann die Mittel nicht einstellen.",
    "Konzept für die Stadtteilbibliotheken und die Fahrbibliothek\nSehr geehrte Damen und Herren,",
    "Sehr geehrte Damen,\nder Vertrag wird mit dem Lehrstuhl für Verkehr der hiesigen\nTechnischen Universität geschlossen.",
    "Auf Grundlage des Beschlusses hat die Verwaltung mit der FV\nvereinbart, dass sie baut.",
  ])("are none where it goes on, in names, in short lines: %j", async (raw) => {
    expect(await findingsOn(raw)).toEqual([]);
  });
});
