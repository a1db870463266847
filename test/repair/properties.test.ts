import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexicon, repaired, repairedText } from "./repaired.ts";

/** Pieces of the dialect, whole and damaged, with all that may stand between them. */
const PIECES = [
  ..."Der Stadtrat be kundet Beschiuss Landeshaupt stadt Kin- der und Park- Parkund Ist In Chmeinyzkyj".split(" "),
  ..."AOlll/15 \\/2072/23 {Anlage ,, '' \" „ “ ” » « /' - -2- 2- m^ '^innen 1. 2O23 wer den so wie GroBe".split(" "),
  ..."DresdenKaditz fürTJG hierfür(gemäß a|s dle 5tadt Maßnahme Grüßen ﬁ u\u0308 \u00ad ( ) } . , ; :".split(" "),
];
const SEPARATORS = [" ", "\n", "\n\n", "\f", "", "  "];
const dialect = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...SEPARATORS)), { maxLength: 60 })
  .map((parts) => parts.flat().join(""));
const anything = fc.string({ unit: "binary", maxLength: 200 });

/** Characters, twice what a page may hold (`--max-page-text`). How the time grows is the bench's to tell (`bench -- repair`). */
const LONG = 400_000;

describe("repair", () => {
  it("is undone to the text as read", async () => {
    await lexicon();
    await fc.assert(
      fc.asyncProperty(fc.oneof(dialect, anything), async (raw) => {
        expect((await repairedText(raw)).undo()).toBe(raw);
      }),
      { numRuns: 300 },
    );
  });

  it("changes nothing in what it repaired", async () => {
    await lexicon();
    await fc.assert(
      fc.asyncProperty(fc.oneof(dialect, anything), async (raw) => {
        const once = await repaired(raw);
        expect(await repaired(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["wie\nbe ", "wiebe ", "wie-\nden wird", "in-\nden", "an\nbe.", "für-\nbe "])(
    "changes nothing in what it repaired of %j",
    async (raw) => {
      const once = await repaired(raw);
      expect(await repaired(once)).toBe(once);
    },
  );

  it.each([
    ["letters without end", "a"],
    ["compounds without end", "Stadt"],
    ["hyphens", "-"],
    ["quotation marks", "„\"'"],
    ["brackets", "({"],
    ["combining marks", "u\u0308\u0301\u0327"],
    ["digits and stops", "1O."],
    ["short lines", "ab\n"],
    ["spaces", " "],
    ["commas", "ab,cd,"],
  ])("reads a long text of %s, and undoes it", async (_name, unit) => {
    const raw = unit.repeat(LONG / unit.length);
    expect((await repairedText(raw)).undo()).toBe(raw);
  });
});
