import { describe, expect, it } from "vitest";
import type { Memo } from "../../../src/model/record.ts";
import { piecesOfText } from "../../structure/facts-of.ts";
import { labelPieces, lettersOf } from "./label-pieces.ts";
import { randomFrom } from "./random.ts";
import { recombined } from "./recombine.ts";

const LEAD = "Die Oberbürgermeisterin wird im laufenden Jahr beauftragt,";
const WAYS = "die Wege im Stadtpark bis zum Herbst zu befestigen,";
const BENCHES = "an allen Wegen Bänke und Bäume vorzusehen.";
const DONE = "Die Wege wurden im September vollständig befestigt. Die Bänke folgen im Frühjahr.";
const TEXT = `Landeshauptstadt Dresden
An alle Fraktionen
Radwege im Norden der Stadt
Sehr geehrte Damen und Herren,
folgende Information kann gegeben werden:
„${LEAD}
1. ${WAYS}
2. ${BENCHES}“
zu 1. und 2.:
Die Wege wurden im September vollständig befestigt.
- 2 -
Die Bänke folgen im Frühjahr.
Mit freundlichen Grüßen
Anna Beispiel
Amtsleiterin`;

const MEMO = {
  authority: "Landeshauptstadt Dresden",
  office: null,
  recipient: "An alle Fraktionen",
  fileReference: null,
  references: [],
  subject: "Radwege im Norden der Stadt",
  salutation: "Sehr geehrte Damen und Herren,",
  introduction: "folgende Information kann gegeben werden:",
  items: [
    {
      leadIn: LEAD,
      clauses: [
        { number: "1", text: WAYS },
        { number: "2", text: BENCHES },
      ],
      response: DONE,
      fulfilment: null,
    },
  ],
  closing: "Mit freundlichen Grüßen",
  signatures: [{ name: "Anna Beispiel", role: "Amtsleiterin", capacity: "signed" }],
  attachments: [],
} as unknown as Memo;

const OWN = { pieces: piecesOfText(TEXT), truth: labelPieces(piecesOfText(TEXT), MEMO) };

describe("the true labels of a letter's pieces", () => {
  it("are those of the leaves that stand there", () => {
    expect(OWN.truth.map(({ label }) => label)).toEqual([
      "authority",
      "recipient",
      "subject",
      "salutation",
      "introduction",
      "leadIn",
      "clause",
      "clause",
      "answerReference",
      "response",
      "furniture",
      "response",
      "closing",
      "name",
      "role",
    ]);
  });
});

describe("letters made of a true one", () => {
  it("say of each text what was put in", () => {
    const texts = { leadIn: lettersOf(LEAD), clause: lettersOf(WAYS + BENCHES), response: lettersOf(DONE) };
    for (let seed = 1; seed <= 60; seed++) {
      const made = recombined(MEMO, OWN, randomFrom(seed));
      expect(made).not.toBeNull();
      const { pieces, truth } = made as NonNullable<typeof made>;
      expect(truth).toHaveLength(pieces.length);
      const found = { leadIn: "", clause: "", response: "" };
      pieces.forEach((piece, at) => {
        const { label, leaf } = truth[at] as NonNullable<(typeof truth)[number]>;
        // A remark of the made letter's own.
        if (leaf.startsWith("999")) return;
        if (label === "leadIn" || label === "clause" || label === "response")
          found[label] += lettersOf(piece.text.text);
      });
      expect(found.response).toBe(texts.response);
      for (const text of [WAYS, BENCHES]) expect(found.clause).toContain(lettersOf(text));
      expect(found.leadIn).toContain(texts.leadIn);
    }
  });

  it("are the same for the same seed", () => {
    const texts = [4, 4, 5].map((seed) => JSON.stringify(recombined(MEMO, OWN, randomFrom(seed))?.truth));
    expect(texts[0]).toBe(texts[1]);
  });
});
