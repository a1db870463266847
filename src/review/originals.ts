import type { ArchivePaths } from "../archive/paths.ts";
import { readSource } from "../archive/sources.ts";
import { holdsContent } from "../workers/read-input.ts";

/**
 * Finds the file that a record was read from: the archive keeps none, but knows where it was. A file of that name is
 * the original only while its content is.
 */
export class Originals {
  readonly #paths: ArchivePaths;
  /** Paths whose content was found right, by hash. Whoever reads one checks it again. */
  readonly #known = new Map<string, string>();

  constructor(paths: ArchivePaths) {
    this.#paths = paths;
  }

  /** The path of a file with this content; null where it is gone. @throws ArchiveDamaged */
  async find(sha256: string): Promise<string | null> {
    const known = this.#known.get(sha256);
    if (known !== undefined && (await holdsContent(known, sha256))) return known;
    this.#known.delete(sha256);
    const source = await readSource(this.#paths, sha256);
    for (const name of source?.names ?? []) {
      if (!(await holdsContent(name, sha256))) continue;
      this.#known.set(sha256, name);
      return name;
    }
    return null;
  }
}
