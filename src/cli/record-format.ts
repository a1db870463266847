import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { MemoRecord } from "../model/record.ts";
import { type OparlFileFacts, paperOf } from "../oparl/paper.ts";
import type { Reporter } from "../report/run-event.ts";
import { STANDARD_INPUT } from "./inputs.ts";

/** What every command has that writes records. */
export interface FormatFlags {
  readonly format: "json" | "oparl";
  /** Absolute URL with a slash at its end. */
  readonly oparlBase: string;
  /** Confidential memos too. */
  readonly oparlConfidential?: true;
}

/**
 * What is written for a record; null where nothing is.
 * @param path of its file
 */
export type RecordFormat = (record: MemoRecord, path: string) => Promise<object | null>;

/** The format that flags choose. */
export function recordFormat(flags: FormatFlags, report: Reporter): RecordFormat {
  if (flags.format === "json") return async (record) => record;
  return async (record, path) => {
    const facts = path === STANDARD_INPUT ? {} : await fileFacts(path, record.source.sha256);
    const paper = paperOf(record, flags.oparlBase, { ...facts, confidential: flags.oparlConfidential === true });
    if (paper === null) report({ event: "record-withheld", source: path, why: "confidential" });
    return paper;
  };
}

/**
 * What OParl asks of a file beyond its record. A file's making is not told: copies have another one.
 * @returns nothing of a file that is gone, or has other bytes by now
 */
export async function fileFacts(path: string, sha256: string): Promise<OparlFileFacts> {
  try {
    const { mtime: modified } = await stat(path);
    const hashes = { sha256: createHash("sha256"), sha512: createHash("sha512") };
    for await (const chunk of createReadStream(path)) {
      hashes.sha256.update(chunk as Buffer);
      hashes.sha512.update(chunk as Buffer);
    }
    return hashes.sha256.digest("hex") === sha256 ? { sha512: hashes.sha512.digest("hex"), modified } : {};
  } catch {
    return {};
  }
}
