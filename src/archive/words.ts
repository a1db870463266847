import { readFile } from "node:fs/promises";
import { errorCode } from "../model/error-code.ts";
import { type ArchivePaths, sha256OfText } from "./paths.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** The archive's own words and names as a text, one a line; later runs take them for right. */
export interface WordList {
  readonly text: string;
  /** SHA-256 of the text. */
  readonly revision: string;
}

export async function readWords(paths: ArchivePaths): Promise<WordList> {
  try {
    return listOf(await readFile(paths.words, "utf8"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return listOf("");
    throw error;
  }
}

export async function writeWords(paths: ArchivePaths, text: string): Promise<WordList> {
  await writeFileAtomically(paths.words, text);
  return listOf(text);
}

/** Adds words that the list has not, and tells which these were. */
export async function addWords(paths: ArchivePaths, words: readonly string[]): Promise<string[]> {
  const { text } = await readWords(paths);
  const known = new Set(text.split(/\r?\n/u).map((line) => line.trim()));
  const added = [...new Set(words)].filter((word) => !known.has(word));
  if (added.length === 0) return [];
  const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  await writeWords(paths, `${before}${added.join("\n")}\n`);
  return added;
}

function listOf(text: string): WordList {
  return { text, revision: sha256OfText(text) };
}
