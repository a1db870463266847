import type { ArchivePaths } from "../archive/paths.ts";
import { readWords, writeWords } from "../archive/words.ts";
import type { Words } from "./protocol.ts";

/** The archive's word list, for people to see and edit; one edit after the other. */
export class WordDesk {
  readonly #paths: ArchivePaths;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(paths: ArchivePaths) {
    this.#paths = paths;
  }

  read(): Promise<Words> {
    return readWords(this.#paths);
  }

  /** Writes the list, unless it is another by now than the one edited: then that is given back. */
  async write(text: string, on: string): Promise<{ words: Words; isWritten: boolean }> {
    const turn = this.#turn.then(async () => {
      const now = await this.read();
      if (now.revision !== on) return { words: now, isWritten: false };
      return { words: await writeWords(this.#paths, tidied(text)), isWritten: true };
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
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
