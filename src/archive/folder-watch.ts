import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type FoundFile, findFiles } from "./find-files.ts";

/**
 * Looks into folders again and again for files that are new or changed. It asks the file system rather than be told
 * by it, which network shares do not do. A file is taken when it is the same at two looks in a row: not while it is
 * still being copied.
 */
export class FolderWatch {
  readonly #roots: readonly string[];
  readonly #except: string;
  readonly #milliseconds: number;
  /** Size and time of each file, as last seen and as last taken. */
  #seen = new Map<string, string>();
  readonly #taken = new Map<string, string>();

  /**
   * @param except as for `findFiles`
   * @param milliseconds between two looks
   */
  constructor(roots: readonly string[], except: string, milliseconds: number) {
    this.#roots = roots;
    this.#except = except;
    this.#milliseconds = milliseconds;
  }

  /** The next files to take, as soon as there are any; none once the signal is aborted. */
  async next(ended: AbortSignal): Promise<FoundFile[]> {
    while (!ended.aborted) {
      const files = await this.#look();
      if (files.length > 0) return files;
      await sleep(this.#milliseconds, undefined, { signal: ended }).catch(() => undefined);
    }
    return [];
  }

  async #look(): Promise<FoundFile[]> {
    const seen = new Map<string, string>();
    const ready: FoundFile[] = [];
    for (const file of await findFiles(this.#roots, this.#except)) {
      const state = await stateOf(file);
      if (state === null) continue;
      seen.set(file.path, state);
      if (this.#seen.get(file.path) !== state || this.#taken.get(file.path) === state) continue;
      this.#taken.set(file.path, state);
      ready.push(file);
    }
    this.#seen = seen;
    return ready;
  }
}

/** What changes when a file does; null for one that is gone, as all are while a share is away. */
async function stateOf({ path, refused }: FoundFile): Promise<string | null> {
  if (refused !== null) return refused.message;
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return null;
  }
}
