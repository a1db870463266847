import { resolve } from "node:path";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import { withTemporaryFile } from "../workers/temporary-file.ts";
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
  const bytes = await readAll(shell.stdin, DEFAULT_LIMITS.fileBytes, shell.interrupted);
  return withTemporaryFile(bytes, work);
}
