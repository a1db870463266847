import { rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { listFailures } from "../archive/listing.ts";
import type { ArchivePaths } from "../archive/paths.ts";
import { exists, unlessDamaged } from "../archive/read-json.ts";
import { type FailureEntry, readFailure, writeFailure } from "../archive/sources.ts";
import { holdsContent } from "../workers/read-input.ts";
import type { FailureRow } from "./protocol.ts";

/** Reads failed files again: their names among the archive's failures. */
export type ReadAgain = (failures: readonly string[]) => Promise<void>;

/** The files of an archive that gave no record, and what a person may do about them. */
export class FailureDesk {
  readonly #paths: ArchivePaths;
  readonly #readAgain: ReadAgain;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(paths: ArchivePaths, readAgain: ReadAgain) {
    this.#paths = paths;
    this.#readAgain = readAgain;
  }

  /** By folder and file; those that were said to be no letters last. */
  async list(): Promise<FailureRow[]> {
    const rows: FailureRow[] = [];
    for (const key of await listFailures(this.#paths)) {
      const entry = await unlessDamaged(readFailure(this.#paths, key));
      if (entry !== null) rows.push(rowOf(key, entry));
    }
    return rows.sort(compareFailures);
  }

  /** The hash of a failed file's content; null where there is none, or no such failure. */
  async contentOf(key: string): Promise<string | null> {
    return (await unlessDamaged(readFailure(this.#paths, key)))?.sha256 ?? null;
  }

  /** Reads a file again, one after the other. */
  async again(key: string): Promise<void> {
    const turn = this.#turn.then(async () => {
      await this.#readAgain([key]);
      await this.#dropReplaced(key);
    });
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  /** A file that has other content by now has an outcome of its own: that of the content it had asks for nothing. */
  async #dropReplaced(key: string): Promise<void> {
    const { sha256 = null, names = [] } = (await unlessDamaged(readFailure(this.#paths, key))) ?? {};
    if (sha256 === null) return;
    const there: string[] = [];
    for (const name of names) if (await exists(name)) there.push(name);
    for (const name of there) if (await holdsContent(name, sha256)) return;
    if (there.length === 0) return;
    await rm(this.#paths.source(sha256), { force: true });
    await rm(this.#paths.failure(sha256), { force: true });
  }

  /** Says that a file is no letter, or takes that back. */
  async dismiss(key: string, by: { readonly who: string; readonly when: string } | null): Promise<void> {
    const entry = await readFailure(this.#paths, key);
    if (entry === null) return;
    const { dismissed: _, ...rest } = entry;
    await writeFailure(this.#paths, by === null ? rest : { ...rest, dismissed: by });
  }
}

function rowOf(key: string, { code, message, source, sha256, names, dismissed }: FailureEntry): FailureRow {
  return {
    key,
    code,
    message,
    file: source,
    folder: basename(dirname(names[0] ?? "")),
    hasContent: sha256 !== null,
    isDismissed: dismissed !== undefined,
  };
}

function compareFailures(a: FailureRow, b: FailureRow): number {
  const [left, right] = [a, b].map(
    ({ isDismissed, folder, file, key }) => `${Number(isDismissed)} ${folder} ${file} ${key}`,
  );
  return left === right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1;
}
