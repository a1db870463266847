import { readFile } from "node:fs/promises";
import { parseUserWords } from "../lexicon/user-words.ts";
import { WrongUse } from "./shell.ts";

/**
 * The user's own words and names from a UTF-8 file.
 * @throws WrongUse if the file cannot be read
 */
export async function readUserWords(path: string | undefined): Promise<string[]> {
  if (path === undefined) return [];
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new WrongUse(`The word list ${JSON.stringify(path)} cannot be read.`, { cause: error });
  });
  return parseUserWords(text);
}
