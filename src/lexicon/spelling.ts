import { BoundedCache } from "./bounded-cache.ts";
import { Dictionary } from "./dictionary.ts";

/** Longer words are none. */
const LONGEST_WORD = 60;
/** COMPOUNDMIN of the dictionary. */
const SHORTEST_PART = 2;
/** Entries; about 10 MB when full. */
const CACHE_SIZE = 100_000;

/** The spelling of German by igerman98 (npm package dictionary-de), compounds included, as Hunspell would judge. */
export class Spelling {
  readonly #dictionary: Dictionary;
  readonly #cache = new BoundedCache<boolean>(CACHE_SIZE);

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** Whether a word is spelled right, its case included: "partnerschaft" is not, "Partnerschaft" is. */
  accepts(word: string): boolean {
    if (word.length > LONGEST_WORD) return false;
    return this.#cache.getOrCompute(word, () => this.#check(word));
  }

  /** Whether a part can stand within a compound though no word by itself: "lehn" of "anlehnen", "schul". */
  isStem(part: string): boolean {
    return this.#dictionary.continuesCompound(part) || this.accepts(`${part}en`);
  }

  #check(word: string): boolean {
    if (this.#isForm(word)) return true;
    const small = word.charAt(0).toLowerCase() + word.slice(1);
    if (small !== word && this.#isForm(small) && !this.#dictionary.keepsCase(small)) return true;
    const title = word.charAt(0) + word.slice(1).toLowerCase();
    return title !== word && word === word.toUpperCase() && this.#check(title);
  }

  #isForm(word: string): boolean {
    return this.#dictionary.hasForm(word) || this.#isCompound(word);
  }

  #isCompound(word: string): boolean {
    /** `reached[i]`: the first i letters are a first part and any number of middle ones. */
    const reached: number[] = [];
    const longestFirst = this.#dictionary.longestFirstPart(word);
    for (let end = SHORTEST_PART; end <= word.length - SHORTEST_PART; end++) {
      if (end > longestFirst && reached.length === 0) return false;
      const isReached =
        (end <= longestFirst && this.#dictionary.beginsCompound(word.slice(0, end))) ||
        reached.some((start) => this.#dictionary.continuesCompound(word.slice(start, end)));
      if (!isReached) continue;
      reached.push(end);
      if (this.#dictionary.endsCompound(word.slice(end))) return true;
    }
    return false;
  }
}

/** Loads the dictionary: some 30 ms. */
export async function loadSpelling(): Promise<Spelling> {
  const { default: dictionary } = await import("dictionary-de");
  return new Spelling(new Dictionary(bufferOf(dictionary.aff).toString("utf8"), bufferOf(dictionary.dic)));
}

/** The same memory, not a copy. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
