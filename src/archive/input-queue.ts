import { MemoError } from "../model/failure.ts";
import { inOrder } from "../workers/in-order.ts";
import { type HashedInput, hashInput } from "../workers/read-input.ts";
import type { FoundFile } from "./find-files.ts";

/** A file found and hashed, or why it could not be. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** As of a file found. */
  readonly home: string | null;
  readonly content: HashedInput | MemoError;
}

/** Files hashed ahead of the work on them: enough that a slow share is waited for by several at once. */
const HASHED_AHEAD = 8;

/** Files on their way into the archive, hashed in their order and only a little before they are wanted. */
export class InputQueue {
  readonly #lots: AsyncGenerator<InputFile, void, undefined>[] = [];
  readonly #maxBytes: number;
  #waiting = 0;

  /** @param maxBytes size of the largest file taken */
  constructor(found: readonly FoundFile[], maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.add(found);
  }

  /** More files, to come after those that wait. */
  add(found: readonly FoundFile[]): void {
    this.#waiting += found.length;
    this.#lots.push(inOrder(found, HASHED_AHEAD, (file) => hashed(file, this.#maxBytes)));
  }

  /** Files not handed out yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** The next file; null where none waits. */
  async next(): Promise<InputFile | null> {
    for (let lot = this.#lots[0]; lot !== undefined; lot = this.#lots[0]) {
      const { value } = await lot.next();
      if (value === undefined) {
        this.#lots.shift();
        continue;
      }
      this.#waiting -= 1;
      return value;
    }
    return null;
  }
}

async function hashed({ path, home, refused }: FoundFile, maxBytes: number): Promise<InputFile> {
  if (refused !== null) return { path, home, content: refused };
  try {
    return { path, home, content: await hashInput(path, maxBytes) };
  } catch (error) {
    if (error instanceof MemoError) return { path, home, content: error };
    throw error;
  }
}
