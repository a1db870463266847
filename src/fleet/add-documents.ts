import { OF_THE_PATH } from "../archive/job-store.ts";
import { mergedNames } from "../archive/sources.ts";
import type { FailureCode } from "../model/failure.ts";
import type { Database, Queryable } from "./database.ts";
import { insertJobs } from "./insert-jobs.ts";
import type { PgBoss } from "./queue.ts";

/** A file found and hashed. */
export interface FoundDocument {
  readonly sha256: string;
  readonly bytes: number;
  /** A path or an s3:// URL, the same for all workers. */
  readonly location: string;
  /** Base name. */
  readonly name: string;
  /** The folder or bucket that a worker must reach; null where it is not known. */
  readonly home: string | null;
}

export interface AddOptions {
  /** Of the pipeline that will do the work. */
  readonly version: string;
  /** Whether documents that another version of the pipeline did are done again, and all that are queued by that one alone. */
  readonly redo: boolean;
}

/** The columns of found documents, from the JSON that is the statement's first value. */
const FOUND =
  "jsonb_to_recordset($1::jsonb) AS found (sha256 text, bytes bigint, location text, name text, home text, names jsonb)";

/**
 * Makes documents known, and a job for each that is new or to be done again; both or neither.
 * @returns how many have a job now that had none before
 */
export function addDocuments(
  database: Database,
  boss: PgBoss,
  found: readonly FoundDocument[],
  options: AddOptions,
): Promise<number> {
  const documents = byContent(found);
  const json = JSON.stringify(documents);
  return database.transaction(async (tx) => {
    await forgetUnreadable(tx, found);
    const wantedVersion = options.redo ? options.version : null;
    const inserted = await insertNew(tx, json, wantedVersion);
    await move(tx, json, wantedVersion);
    const fresh = new Set([...inserted, ...(await reopen(tx, json, options))]);
    const jobs = documents.filter(({ sha256 }) => fresh.has(sha256)).map((found) => ({ ...found, wantedVersion }));
    await insertJobs(boss, tx, jobs);
    return fresh.size;
  });
}

/** A content with all names under which it was found. */
type NamedDocument = FoundDocument & { readonly names: readonly string[] };

/** One entry a content, in an order that all programs take locks in. */
function byContent(found: readonly FoundDocument[]): NamedDocument[] {
  const documents = new Map<string, NamedDocument>();
  for (const file of found) {
    const known = documents.get(file.sha256) ?? { ...file, names: [] };
    documents.set(file.sha256, { ...known, names: mergedNames(known.names, [file.location]) });
  }
  return [...documents.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

async function forgetUnreadable(tx: Queryable, found: readonly FoundDocument[]): Promise<void> {
  const locations = found.map(({ location }) => location);
  await tx.query("DELETE FROM hausmitteilung.unreadable WHERE location = ANY($1)", [locations]);
}

/** The hashes of those that were not known; those that were get the names under which they were found now. */
async function insertNew(tx: Queryable, json: string, wantedVersion: string | null): Promise<string[]> {
  const rows = await tx.query<{ sha256: string; inserted: boolean }>(
    `INSERT INTO hausmitteilung.document (sha256, bytes, location, name, home, names, wanted_version)
     SELECT sha256, bytes, location, name, home, ARRAY(SELECT jsonb_array_elements_text(names)), $2 FROM ${FOUND}
     ON CONFLICT (sha256) DO UPDATE
     SET names = ARRAY(SELECT DISTINCT unnest(document.names || excluded.names))
     WHERE NOT document.names @> excluded.names
     RETURNING sha256, xmax = 0 AS inserted`,
    [json, wantedVersion],
  );
  return rows.filter(({ inserted }) => inserted).map(({ sha256 }) => sha256);
}

/** Lets those that wait be sought where they were found now, and be done by the version that is asked for now. */
async function move(tx: Queryable, json: string, wantedVersion: string | null): Promise<void> {
  await tx.query(
    `UPDATE hausmitteilung.document
     SET location = found.location, name = found.name, home = found.home,
       wanted_version = coalesce($2, document.wanted_version)
     FROM ${FOUND}
     WHERE document.sha256 = found.sha256 AND document.pending AND (
       (document.location, document.home) IS DISTINCT FROM (found.location, found.home)
       OR document.wanted_version IS DISTINCT FROM coalesce($2, document.wanted_version)
     )`,
    [json, wantedVersion],
  );
}

/** The hashes of known documents whose outcome is not to stand: the file could not be read where it was then, say. */
async function reopen(tx: Queryable, json: string, { version, redo }: AddOptions): Promise<string[]> {
  const rows = await tx.query<{ sha256: string }>(
    `UPDATE hausmitteilung.document SET pending = true, location = found.location, name = found.name,
       home = found.home, wanted_version = CASE WHEN $2 THEN $3 END
     FROM ${FOUND}
     WHERE document.sha256 = found.sha256 AND NOT document.pending AND (
       ($2 AND document.current_version <> $3) OR EXISTS (
         SELECT FROM hausmitteilung.outcome
         WHERE outcome.sha256 = document.sha256 AND outcome.pipeline_version = document.current_version
           AND failure_code = ANY($4)
       )
     )
     RETURNING document.sha256`,
    [json, redo, version, [...OF_THE_PATH]],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Notes a file whose bytes could not be had, in place of what was noted of it before. */
export async function addUnreadable(
  database: Queryable,
  file: Pick<FoundDocument, "location" | "name">,
  failure: { readonly code: FailureCode; readonly message: string },
): Promise<void> {
  await database.query(
    `INSERT INTO hausmitteilung.unreadable (location, name, failure_code, failure_message) VALUES ($1, $2, $3, $4)
     ON CONFLICT (location) DO UPDATE SET name = $2, failure_code = $3, failure_message = $4`,
    [file.location, file.name, failure.code, failure.message],
  );
}
