import { basename } from "node:path";
import { roundBox } from "../model/box.ts";
import { MemoError } from "../model/failure.ts";
import { displayedBox } from "../model/page.ts";
import type { TaskRunner } from "../workers/worker-pool.ts";
import type { Originals } from "./originals.ts";
import { AS_READ, SILENT } from "./page-tasks.ts";
import type { PageWord } from "./protocol.ts";

/** Pages whose words are kept: some 50 kB each. */
const MOST_KEPT = 50;

/** The words of pages as they are read, for people to take from; read in a child process when they are asked for. */
export class PageWords {
  readonly #originals: Originals;
  readonly #runner: TaskRunner;
  readonly #kept = new Map<string, Promise<readonly PageWord[] | null>>();

  constructor(originals: Originals, runner: TaskRunner) {
    this.#originals = originals;
    this.#runner = runner;
  }

  /** null where the file is gone or has no such page. @param page 1-based */
  of(sha256: string, page: number): Promise<readonly PageWord[] | null> {
    const key = `${sha256} ${page}`;
    const words = this.#kept.get(key) ?? this.#read(sha256, page);
    this.#kept.delete(key);
    this.#kept.set(key, words);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    // What failed or was gone may be there the next time.
    const forget = (found: unknown = null): unknown => found === null && this.#kept.delete(key);
    words.then(forget, () => forget());
    return words;
  }

  async #read(sha256: string, page: number): Promise<readonly PageWord[] | null> {
    const path = await this.#originals.find(sha256);
    if (path === null) return null;
    try {
      const task = { path, name: basename(path), options: AS_READ, page, sha256 };
      const { pages } = await this.#runner.run("readPage", task, SILENT);
      const lines = pages.flatMap((page) => page.lines.map((line) => ({ page, line })));
      return lines.flatMap(({ page, line }, index) =>
        line.words.map(({ start, end, box }) => ({
          text: line.text.slice(start, end),
          line: index,
          box: roundBox(displayedBox(page, box)),
        })),
      );
    } catch (error) {
      if (error instanceof MemoError) return null;
      throw error;
    }
  }
}
