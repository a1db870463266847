import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lexicon, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { answersIn, memosOn, movedInSilence } from "../tools/fuzz/damage-seen.ts";
import { fixtureLetters } from "../tools/fuzz/fixture-letters.ts";
import { lostWords } from "../tools/fuzz/lost-words.ts";
import { lineCount, type Mutation, mutated } from "../tools/fuzz/mutate.ts";

const lexicon: Promise<Lexicon> = loadLexicon({});
const letters = fixtureLetters().filter(({ name }) => !name.startsWith("rechnung"));

/** A letter and what happens to its lines; `test/tools/fuzz/fuzz-lines.ts` tries all single cases. */
const damage = fc.constantFrom(...letters).chain((letter) => {
  const place = fc.nat(lineCount(letter.pages) - 1);
  const single = fc.record({ kind: fc.constantFrom<"delete" | "double">("delete", "double"), at: place });
  const swap = place.map((at): Mutation => ({ kind: "swap", at, to: at + 1 }));
  return fc.record({ letter: fc.constant(letter), mutation: fc.oneof(single, swap) });
});

describe("lines deleted, doubled, or swapped with their neighbours", () => {
  it("never move an answer into a clause without a word", async () => {
    const words = await lexicon;
    fc.assert(
      fc.property(damage, ({ letter, mutation }) => {
        const answers = answersIn(memosOn(letter.pages, words));
        expect(movedInSilence(answers, memosOn(mutated(letter.pages, [mutation]), words))).toEqual([]);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it.each(letters)("lose no word: $name", async ({ pages }) => {
    const words = await lexicon;
    const place = fc.nat(lineCount(pages) - 1);
    const step = fc.record({
      kind: fc.constantFrom<"delete" | "double" | "swap">("delete", "double", "swap"),
      at: place,
      to: place,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), (mutations) => {
        expect(memosOn(mutated(pages, mutations), words).flatMap(lostWords)).toEqual([]);
      }),
      { seed: 4, numRuns: 3, examples: [[[]]] },
    );
  });
});
