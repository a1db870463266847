import { existsSync } from "node:fs";
import { glob } from "tinyglobby";
import { WrongUse } from "./shell.ts";

/** What makes a name a pattern: `*`, `?`, `[a-z]`, `{a,b}`. */
const PATTERN = /[*?[{]/u;

/**
 * The inputs, patterns replaced by the files they match. Shells do so themselves, but some not, and none where the
 * pattern is quoted, as `**` must be in some. A file that bears the name itself is meant, whatever it looks like.
 * @throws WrongUse if nothing matches a pattern
 */
export async function matchingFiles(inputs: readonly string[]): Promise<string[]> {
  const matches = await Promise.all(inputs.map(async (input) => (isPattern(input) ? filesLike(input) : [input])));
  return matches.flat();
}

function isPattern(input: string): boolean {
  return PATTERN.test(input) && !existsSync(input);
}

async function filesLike(pattern: string): Promise<string[]> {
  const files = await glob(pattern, {
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (files.length === 0) throw new WrongUse(`No file matches ${JSON.stringify(pattern)}.`);
  return files;
}
