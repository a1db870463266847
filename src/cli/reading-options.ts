import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type LimitFlags, limitsOf } from "../model/limits.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { WrongUse } from "./shell.ts";
import { readUserWords } from "./user-words.ts";

/** What every command has that reads documents. */
export interface ReadingFlags extends LimitFlags {
  readonly source: PipelineOptions["source"];
  readonly correct: boolean;
  readonly minConfidence: number;
  /** Path of a word list. */
  readonly words?: string;
  /** Path of a folder. */
  readonly tessdata?: string;
  /** Path of a list of passwords. */
  readonly passwordFile?: string;
}

/** @throws WrongUse if a file the options name cannot be read */
export async function pipelineOptions(flags: ReadingFlags): Promise<PipelineOptions> {
  const { source, correct, minConfidence, tessdata } = flags;
  const [words, passwords] = [await readUserWords(flags.words), await readPasswords(flags.passwordFile)];
  const model = tessdata === undefined ? {} : { tessdata: resolve(tessdata) };
  return { source, correct, minConfidence, words, passwords, limits: limitsOf(flags), ...model };
}

/** A line each, to the character: spaces may belong to a password. */
async function readPasswords(path: string | undefined): Promise<string[]> {
  if (path === undefined) return [];
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new WrongUse(`The password file ${JSON.stringify(path)} cannot be read.`, { cause: error });
  });
  return text.split(/\r?\n/u).filter((line) => line !== "");
}
