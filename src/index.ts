import { loadLexicon } from "./lexicon/lexicon.ts";
import type { MemoRecord } from "./model/record.ts";
import { Pipeline, type PipelineOptions } from "./pipeline/pipeline.ts";
import { repair } from "./repair/repair.ts";
import { pagesOfPlainText, readTextOf } from "./text/read-text.ts";
import type { Change } from "./text/traced-text.ts";

export { type Failure, type FailureCode, MemoError } from "./model/failure.ts";
export { type MemoRecord, recordSchema } from "./model/record.ts";
export type { Change, PipelineOptions };

const DEFAULTS: PipelineOptions = { source: "auto", correct: true, minConfidence: 0, words: [] };

/**
 * Parses a file (PDF, PNG, JPEG, TIFF, UTF-8 text) in this process: one record per memo in it.
 * @param name the file's name, for `source.file`
 * @throws MemoError with a stable code where there is no record to be had
 */
export async function parseMemo(
  name: string,
  bytes: Uint8Array,
  options: Partial<PipelineOptions> = {},
): Promise<MemoRecord[]> {
  const pipeline = new Pipeline();
  try {
    return await pipeline.parse(name, bytes, { ...DEFAULTS, ...options });
  } finally {
    await pipeline.close();
  }
}

/** Repairs plain text (form feed between pages). The changes are in reading order and never overlap. */
export async function repairText(
  text: string,
  options: Partial<Omit<PipelineOptions, "source">> = {},
): Promise<{ text: string; changes: Change[] }> {
  const chosen = { ...DEFAULTS, ...options };
  const lexicon = await loadLexicon({ userWords: chosen.words });
  const repaired = repair(readTextOf(pagesOfPlainText(text)), lexicon, chosen).text;
  return { text: repaired.text, changes: repaired.changes() };
}
