import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOfText } from "../facts-of.ts";

describe("the pieces of a line", () => {
  it.each([
    ["zu 1.: Der Weg ist gebaut.", ["zu 1.:", "Der Weg ist gebaut."]],
    ["Antwort: Der Weg ist gebaut.", ["Antwort:", "Der Weg ist gebaut."]],
    ["einen Weg zu bauen.“ Der Weg ist gebaut.", ["einen Weg zu bauen.“", "Der Weg ist gebaut."]],
    ["Geschäftsbereich Kultur GZ: (GB 4) 41", ["Geschäftsbereich Kultur", "GZ: (GB 4) 41"]],
    ["GZ: (GB 4) 41 Datum: 3. Mai 2018", ["GZ: (GB 4) 41", "Datum: 3. Mai 2018"]],
    ["Anna Beispiel Kenntnisnahme:", ["Anna Beispiel", "Kenntnisnahme:"]],
    [
      "Beschlusskontrolle zu V0123/15 (SR/007/2015) Radwege im Norden",
      ["Beschlusskontrolle zu V0123/15 (SR/007/2015)", "Radwege im Norden"],
    ],
    ["Der Weg ist gebaut.", ["Der Weg ist gebaut."]],
  ])("%s", (line, pieces) => {
    const found = piecesOfText(line);
    expect(found.map(({ text }) => text.text)).toEqual(pieces);
    expect(found.map(({ startsLine }) => startsLine)).toEqual(pieces.map((_, at) => at === 0));
  });

  it("are the line, and nothing is lost between them", () => {
    const part = fc.constantFrom(
      "zu 1.:",
      "Weg“",
      "Der",
      "GZ:",
      "Datum:",
      "V0123/15",
      "„Rat",
      "a)",
      "Anfrage",
      "–",
      ".",
    );
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 9 }), { maxLength: 4 }), (lines) => {
        const text = lines.map((words) => words.join(" ")).join("\n");
        const pieces = piecesOfText(text);
        expect(
          pieces
            .map((piece) => piece.text.text)
            .join("")
            .replace(/\s/gu, ""),
        ).toBe(text.replace(/\s/gu, ""));
        expect(pieces.map(({ index }) => index)).toEqual(pieces.map((_, at) => at));
        for (const piece of pieces) expect(piece.text.text).toBe(piece.text.text.trim());
      }),
    );
  });
});
