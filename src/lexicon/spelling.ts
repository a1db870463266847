import { createHunspellFromStrings, type Hunspell } from "hunspell-wasm";
import { BoundedCache } from "./bounded-cache.ts";

/** Longest word that is looked up: beyond it Hunspell's search for compounds takes too long. */
const LONGEST_WORD = 40;
/** Entries; about 10 MB when full. */
const CACHE_SIZE = 100_000;

/** The German spelling dictionary (igerman98, npm package dictionary-de) behind Hunspell, compounds included. */
export class Spelling {
  readonly #hunspell: Hunspell;
  readonly #cache = new BoundedCache<boolean>(CACHE_SIZE);

  constructor(hunspell: Hunspell) {
    this.#hunspell = hunspell;
  }

  /** Whether a word is spelled right, its case included: "partnerschaft" is not, "Partnerschaft" is. */
  accepts(word: string): boolean {
    if (word.length > LONGEST_WORD || word.includes("\0")) return false;
    return this.#cache.getOrCompute(word, () => this.#hunspell.testSpelling(word));
  }
}

/** Loads the dictionary: about 0.15 s and 30 MB. */
export async function loadSpelling(): Promise<Spelling> {
  const { default: dictionary } = await import("dictionary-de");
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return new Spelling(await createHunspellFromStrings(text(dictionary.aff), text(dictionary.dic)));
}
