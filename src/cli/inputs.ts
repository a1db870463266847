import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MAX_FILE_BYTES } from "../workers/limits.ts";
import { type Shell, WrongUse } from "./shell.ts";
import { readAll } from "./streams.ts";

/** The name by which standard input is given. */
export const STANDARD_INPUT = "-";

/** @throws WrongUse if standard input, which can be read only once, is named twice */
export function refuseTwiceStandardInput(files: readonly string[]): void {
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new WrongUse("Standard input ('-') can be given only once.");
  }
}

/**
 * Gives some work the path of an input. Standard input is put into a private file for as long as
 * the work takes, because the processes that read it read files.
 */
export async function withPath<T>(file: string, shell: Shell, work: (path: string) => Promise<T>): Promise<T> {
  if (file !== STANDARD_INPUT) return work(resolve(file));
  const bytes = await readAll(shell.stdin, MAX_FILE_BYTES, shell.interrupted);
  const folder = await mkdtemp(join(tmpdir(), "hausmitteilung-"));
  try {
    const path = join(folder, "stdin");
    await writeFile(path, bytes, { mode: 0o600 });
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
