import { rm } from "node:fs/promises";
import type { ArchivePaths } from "../archive/paths.ts";
import { unlessDamaged } from "../archive/read-json.ts";
import { haveRecords, removeRecords, writeRecords } from "../archive/records.ts";
import {
  mergedNames,
  readFailure,
  readSource,
  type SourceEntry,
  writeFailure,
  writeSource,
} from "../archive/sources.ts";
import type { FailureCode } from "../model/failure.ts";
import type { Database, Row } from "./database.ts";
import { fromStored, type StoredRecord } from "./stored-record.ts";

/** A document that has ended, and what stands of it. */
interface EndedDocument extends Row {
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly names: readonly string[];
  readonly pipelineVersion: string;
  /** Of the memos in their order; empty where there is a failure. */
  readonly records: readonly StoredRecord[];
  readonly failureCode: FailureCode | null;
  readonly failureMessage: string | null;
}

/** Documents fetched and written at once; a record may have a megabyte. */
const AT_ONCE = 50;

/**
 * Writes what stands of all documents that have ended as `batch` would have; what is in the folder stays where the
 * database knows nothing of it.
 * @returns how many
 */
export async function exportArchive(
  database: Database,
  paths: ArchivePaths,
  interrupted: AbortSignal,
): Promise<number> {
  let count = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for await (const documents of endedDocuments(database)) {
    interrupted.throwIfAborted();
    // While some are written, the next are fetched.
    await writing;
    writing = Promise.all(documents.map((document) => writeDocument(paths, document)));
    writing.catch(() => {});
    count += documents.length;
  }
  await writing;
  await writeUnreadable(database, paths);
  return count;
}

async function* endedDocuments(database: Database): AsyncGenerator<readonly EndedDocument[]> {
  let after = "";
  for (;;) {
    const documents = await database.query<EndedDocument>(
      `SELECT document.sha256, bytes::float8 AS bytes, name, names, pipeline_version AS "pipelineVersion",
         failure_code AS "failureCode", failure_message AS "failureMessage",
         (
           SELECT coalesce(jsonb_agg(jsonb_build_object('record', record, 'pointers', pointers) ORDER BY memo), '[]')
           FROM hausmitteilung.record
           WHERE record.sha256 = document.sha256 AND record.pipeline_version = outcome.pipeline_version
         ) AS records
       FROM hausmitteilung.document JOIN hausmitteilung.outcome
         ON outcome.sha256 = document.sha256 AND outcome.pipeline_version = document.current_version
       WHERE document.sha256 > $1 ORDER BY document.sha256 LIMIT $2`,
      [after, AT_ONCE],
    );
    const last = documents.at(-1);
    if (last === undefined) return;
    yield documents;
    after = last.sha256;
  }
}

/** Whether an earlier export wrote the same: a version makes the same records of a content each time. */
async function stands(paths: ArchivePaths, document: EndedDocument, names: readonly string[]): Promise<boolean> {
  const { sha256, pipelineVersion, failureCode, records } = document;
  const entry = await unlessDamaged(readSource(paths, sha256));
  if (entry === null || entry.pending !== undefined || entry.pipelineVersion !== pipelineVersion) return false;
  if (entry.names.join("\n") !== names.join("\n")) return false;
  if ("failure" in entry.outcome) {
    return entry.outcome.failure === failureCode && (await unlessDamaged(readFailure(paths, sha256))) !== null;
  }
  return (
    failureCode === null &&
    entry.outcome.records === records.length &&
    (await haveRecords(paths, sha256, records.length))
  );
}

/** The source's entry is written last: where it stands, the outcome it tells of stands too. */
async function writeDocument(paths: ArchivePaths, document: EndedDocument): Promise<void> {
  const { sha256, bytes, name, pipelineVersion, records, failureCode: code, failureMessage } = document;
  const names = mergedNames(document.names);
  if (await stands(paths, document, names)) return;
  let result: Pick<SourceEntry, "outcome" | "seals">;
  if (code === null) {
    const seals = await writeRecords(paths, sha256, records.map(fromStored));
    result = { outcome: { records: records.length }, seals };
    await rm(paths.failure(sha256), { force: true });
  } else {
    result = { outcome: { failure: code } };
    await removeRecords(paths, sha256);
    await writeFailure(paths, { code, message: failureMessage ?? "", source: name, sha256, bytes, names });
  }
  await writeSource(paths, { sha256, bytes, names, pipelineVersion, ...result });
}

async function writeUnreadable(database: Database, paths: ArchivePaths): Promise<void> {
  const rows = await database.query<{ location: string; name: string; code: FailureCode; message: string }>(
    `SELECT location, name, failure_code AS code, failure_message AS message FROM hausmitteilung.unreadable`,
  );
  for (const { location, name, code, message } of rows) {
    await writeFailure(paths, { code, message, source: name, sha256: null, bytes: null, names: [location] });
  }
}
