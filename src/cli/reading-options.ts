import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { readUserWords } from "./user-words.ts";

/** What every command has that reads documents. */
export interface ReadingFlags {
  readonly source: PipelineOptions["source"];
  readonly correct: boolean;
  readonly minConfidence: number;
  /** Path of a word list. */
  readonly words?: string;
}

/** @throws WrongUse if a file the options name cannot be read */
export async function pipelineOptions(flags: ReadingFlags): Promise<PipelineOptions> {
  const { source, correct, minConfidence } = flags;
  return { source, correct, minConfidence, words: await readUserWords(flags.words) };
}
