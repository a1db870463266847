import { beforeAll, describe, expect, it } from "vitest";
import { BoundedCache } from "../../src/lexicon/bounded-cache.ts";
import { isCompoundOf } from "../../src/lexicon/compounds.ts";
import { type Lexicon, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { parseUserWords } from "../../src/lexicon/user-words.ts";

describe("the lexicon", () => {
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = await loadLexicon({ userWords: ["Wrabelitz-Hof"] });
  });

  it("knows words in their case", () => {
    expect(lexicon.isWord("Partnerschaft")).toBe(true);
    expect(lexicon.isWord("partnerschaft")).toBe(false);
    expect(lexicon.isWord("Beschiuss")).toBe(false);
  });

  it("knows names, and the user's own words in part too", () => {
    expect(lexicon.isWord("Chmelnyzkyj")).toBe(true);
    expect(lexicon.isName("Kleinzschachwitz")).toBe(true);
    expect(lexicon.isWord("Wrabelitz")).toBe(true);
  });

  it("takes compounds no dictionary lists for weaker evidence", () => {
    expect(lexicon.isWord("Klimafolgenanpassung")).toBe(false);
    expect(lexicon.isCompound("Klimafolgenanpassung")).toBe(true);
    expect(lexicon.isCompound("Spielplatzmehrbedarfe")).toBe(true);
    expect(lexicon.isCompound("dergesamte")).toBe(false);
    expect(lexicon.isKnown("Xyrwolk")).toBe(false);
  });

  it("counts words, and pairs that could be one", () => {
    expect(lexicon.countOf("und")).toBeGreaterThan(lexicon.countOf("Beschluss"));
    expect(lexicon.openPairCount("wie", "der")).toBeGreaterThan(0);
    expect(lexicon.perMillion("DRESDEN")).toBeGreaterThan(0);
    expect(lexicon.countOf("Xyrwolk")).toBe(0);
  });

  it("tells a break within a word from one between two by the letters", () => {
    const within = lexicon.breakLikeness({ left: "Verwal", right: "tung", previous: "die", next: "prüft" });
    const between = lexicon.breakLikeness({ left: "prüft", right: "und", previous: "Amt", next: "berichtet" });
    expect(within).toBeGreaterThan(0);
    expect(between).toBeLessThan(0);
  });
});

describe("isCompoundOf", () => {
  const parts = new Set(["Klima", "Folge", "Anpassung", "Treffen", "klug", "auf", "werten"]);
  const isWord = (part: string): boolean => parts.has(part);
  const known = { isWord, isNoun: isWord, isStem: (part: string): boolean => part === "lehn" };

  it.each(["Klimafolgenanpassung", "Folgeanpassung", "aufzuwerten", "Klimalehntreffen"])("builds %s", (word) => {
    expect(isCompoundOf(word, known)).toBe(true);
  });

  it.each(["klimaanpassung", "Klima", "KlimaAnpassung", "Klimaxanpassung", "", "a".repeat(100)])("not %j", (word) => {
    expect(isCompoundOf(word, known)).toBe(false);
  });
});

describe("user words", () => {
  it("are one a line, or a Hunspell dictionary", () => {
    expect(parseUserWords("# Namen\nKlepsch\n\n Kukula \r\n")).toEqual(["Klepsch", "Kukula"]);
    expect(parseUserWords("2\nKesselhaus/S\nStesad\n")).toEqual(["Kesselhaus", "Stesad"]);
  });
});

describe("BoundedCache", () => {
  it("computes once, and forgets what was not asked for of late", () => {
    let computed = 0;
    const cache = new BoundedCache<number>(4);
    const get = (key: string): number => cache.getOrCompute(key, () => ++computed);
    expect(["a", "a", "b", "c", "a", "d", "b"].map(get)).toEqual([1, 1, 2, 3, 1, 4, 5]);
  });
});
