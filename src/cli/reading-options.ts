import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { MemoError } from "../model/failure.ts";
import { type LimitFlags, limitsOf } from "../model/limits.ts";
import type { EngineChoice } from "../ocr/engine.ts";
import { nativeVersion } from "../ocr/native-program.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { WrongUse } from "./shell.ts";
import { readUserWords } from "./user-words.ts";

/** What every command has that reads documents. */
export interface ReadingFlags extends LimitFlags {
  readonly source: PipelineOptions["source"];
  readonly engine?: EngineChoice["engine"];
  readonly correct: boolean;
  readonly minConfidence: number;
  /** Path of a word list. */
  readonly words?: string;
  /** Path of a folder. */
  readonly tessdata?: string;
  /** Path of a list of passwords. */
  readonly passwordFile?: string;
}

/** @throws WrongUse if a file or the engine that the options name cannot be used */
export async function pipelineOptions(flags: ReadingFlags): Promise<PipelineOptions> {
  const { source, engine, correct, minConfidence, tessdata } = flags;
  if (engine === "native") await usableNative();
  const [words, passwords] = [await readUserWords(flags.words), await readPasswords(flags.passwordFile)];
  const model = tessdata === undefined ? {} : { tessdata: resolve(tessdata) };
  return { source, engine, correct, minConfidence, words, passwords, limits: limitsOf(flags), ...model };
}

/** The version of the pipeline with some options. @throws WrongUse where the engine asked for cannot be used */
export async function versionWith(options: Omit<PipelineOptions, "words">): Promise<string> {
  const { pipelineVersion } = await import("../pipeline/version.ts");
  return pipelineVersion(options, options.engine === "native" ? await usableNative() : null);
}

/** The version of the machine's own engine. @throws WrongUse where there is none, or one that is too old */
function usableNative(): Promise<string> {
  return nativeVersion().catch((error: unknown) => {
    throw error instanceof MemoError ? new WrongUse(error.message, { cause: error }) : error;
  });
}

/** A line each, to the character: spaces may belong to a password. */
async function readPasswords(path: string | undefined): Promise<string[]> {
  if (path === undefined) return [];
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new WrongUse(`The password file ${JSON.stringify(path)} cannot be read.`, { cause: error });
  });
  return text.split(/\r?\n/u).filter((line) => line !== "");
}
