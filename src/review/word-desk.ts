import type { ArchivePaths } from "../archive/paths.ts";
import { addWords, readWords, removeWords, writeWords } from "../archive/words.ts";
import type { Words } from "./protocol.ts";

/** The shortest word worth knowing, in characters. */
const SHORTEST = 2;

/** The archive's word list, for people to see and edit. A word is learned when somebody asks for it, never by the way. */
export class WordDesk {
  readonly #paths: ArchivePaths;

  constructor(paths: ArchivePaths) {
    this.#paths = paths;
  }

  read(): Promise<Words> {
    return readWords(this.#paths);
  }

  /** Writes the list, unless it is another by now than the one edited: then that is given back. */
  write(text: string, on: string): Promise<{ words: Words; isWritten: boolean }> {
    return writeWords(this.#paths, tidied(text), on);
  }

  /** Gives the words that the list did not have. */
  learn(words: readonly string[]): Promise<string[]> {
    return addWords(
      this.#paths,
      words.map(bare).filter((word) => word.length >= SHORTEST),
    );
  }

  /** Gives the words that the list had. */
  forget(words: readonly string[]): Promise<string[]> {
    return removeWords(this.#paths, words.map(bare));
  }
}

/** Names are looked for without them. */
const TITLES = /^(?:(?:Dr|Prof)\. ?){1,4}(?=\p{Lu})/u;

/** A word or name without what stands about it in a text: "(Hämmerhirt)," is "Hämmerhirt", and so is "Dr. Hämmerhirt". */
function bare(word: string): string {
  return word
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(TITLES, "")
    .replace(/^[^\p{L}\p{N}]{1,20}|[^\p{L}\p{N}]{1,20}$/gu, "");
}

/** A word a line, NFC, none twice, comments kept. */
function tidied(text: string): string {
  const lines = text
    .normalize("NFC")
    .split(/\r?\n/u)
    .map((line) => line.trim());
  const words = [...new Set(lines.filter((line) => line !== ""))];
  return words.map((word) => `${word}\n`).join("");
}
