import { join } from "node:path";
import type { Writable } from "node:stream";
import { writeFileAtomically } from "../archive/write-file-atomically.ts";
import { MemoError } from "../model/failure.ts";
import type { FileOutcome, FileRecords } from "../model/outcome.ts";
import { prettyJson } from "../model/pretty-json.ts";
import { stemOf } from "./output-folder.ts";
import type { RecordFormat } from "./record-format.ts";
import { writeOut } from "./streams.ts";

/**
 * Takes what became of a file.
 * @throws MemoError "output-failed" if this file's records cannot be written, others perhaps can
 * @throws ReaderGone, OutputBroken if nothing more can be written
 */
export type RecordSink = (outcome: FileOutcome) => Promise<void>;

/** For a single input file: one pretty object; a line each if the file holds several memos. */
export function prettySink(stdout: Writable, format: RecordFormat): RecordSink {
  return async (outcome) => {
    if ("failure" in outcome) return writeOut(stdout, prettyJson({ failure: outcome.failure }));
    const values = await formatted(outcome, format);
    const write = values.length === 1 ? prettyJson : line;
    for (const value of values) await writeOut(stdout, write(value));
  };
}

/** For several input files: a line for each memo, and one for each failure, in the files' order. */
export function linesSink(stdout: Writable, format: RecordFormat): RecordSink {
  return async (outcome) => {
    const lines = "failure" in outcome ? [{ failure: outcome.failure }] : await formatted(outcome, format);
    for (const value of lines) await writeOut(stdout, line(value));
  };
}

/** Into a folder: a file for each memo; failures are lines on standard output. */
export function folderSink(folder: string, stdout: Writable, format: RecordFormat): RecordSink {
  const written = new Set<string>();
  return async (outcome) => {
    if ("failure" in outcome) return writeOut(stdout, line({ failure: outcome.failure }));
    const stem = stemOf(outcome.source);
    for (const [index, record] of outcome.records.entries()) {
      const value = await format(record, outcome.source);
      if (value === null) continue;
      const name = outcome.records.length === 1 ? `${stem}.json` : `${stem}.${index + 1}.json`;
      if (written.has(name)) throw new MemoError("output-failed", `${name} was already written for another input.`);
      await writeRecord(join(folder, name), prettyJson(value));
      written.add(name);
    }
  };
}

/** What is written for the records of a file, those left out that nothing is written for. */
async function formatted({ source, records }: FileRecords, format: RecordFormat): Promise<object[]> {
  const values: object[] = [];
  for (const record of records) {
    const value = await format(record, source);
    if (value !== null) values.push(value);
  }
  return values;
}

async function writeRecord(path: string, text: string): Promise<void> {
  await writeFileAtomically(path, text).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MemoError("output-failed", `The record cannot be written: ${reason}`, { cause: error });
  });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
