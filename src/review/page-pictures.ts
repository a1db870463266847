import { Buffer } from "node:buffer";
import { basename } from "node:path";
import { MemoError } from "../model/failure.ts";
import type { PageTask } from "../workers/protocol.ts";
import type { TaskRunner } from "../workers/worker-pool.ts";
import type { Originals } from "./originals.ts";
import { AS_READ, SILENT } from "./page-tasks.ts";

/** A page's picture. */
export interface ShownPicture {
  readonly jpeg: Uint8Array;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** Pictures kept in memory: some 150 kB each. */
const MOST_KEPT = 200;

/** The pictures of pages, made in child processes; those looked at last are kept. */
export class PagePictures {
  readonly #originals: Originals;
  readonly #runner: TaskRunner;
  readonly #kept = new Map<string, Promise<ShownPicture | null>>();

  constructor(originals: Originals, runner: TaskRunner) {
    this.#originals = originals;
    this.#runner = runner;
  }

  /**
   * A page of the file with this content; null where the file is gone, cannot be shown, or has no such page.
   * @param page 1-based
   * @param isSharp whether it has the points of the scan, not those of a screen
   */
  async of(sha256: string, page: number, isSharp = false): Promise<ShownPicture | null> {
    const key = `${sha256} ${page} ${isSharp}`;
    const picture = this.#kept.get(key) ?? this.#make(sha256, page, isSharp);
    this.#kept.delete(key);
    this.#kept.set(key, picture);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    const shown = await picture.catch((error: unknown) => {
      this.#kept.delete(key);
      throw error;
    });
    if (shown === null) this.#kept.delete(key);
    return shown;
  }

  async #make(sha256: string, page: number, isSharp: boolean): Promise<ShownPicture | null> {
    const path = await this.#originals.find(sha256);
    if (path === null) return null;
    const task: PageTask = { path, name: basename(path), options: AS_READ, page, sha256, isSharp };
    try {
      const made = await this.#runner.run("picture", task, SILENT);
      return made === null ? null : { ...made, jpeg: Buffer.from(made.jpeg, "base64") };
    } catch (error) {
      if (error instanceof MemoError) return null;
      throw error;
    }
  }
}
