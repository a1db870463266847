import type { Failure } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { Queryable } from "./database.ts";
import { storable, toStored } from "./stored-record.ts";

/** What a document's end took. */
export interface Effort {
  /** How often work on it was begun since it was queued. */
  readonly attempts: number;
  /** Of the last attempt; null where nobody knows. */
  readonly seconds: number | null;
}

/** Writes what a version of the pipeline made of documents, always as part of the transaction that ends the job. */
export class OutcomeWriter {
  readonly #version: string;

  constructor(version: string) {
    this.#version = version;
  }

  /** The records of a document, in the place of whatever this version made of it before. */
  async writeRecords(tx: Queryable, sha256: string, records: readonly MemoRecord[], effort: Effort): Promise<void> {
    const json = `[${records.map(toStored).join(",")}]`;
    const pointers = JSON.stringify(records.map(({ evidence }) => Object.keys(evidence)));
    await tx.query(
      `WITH document AS (
         UPDATE hausmitteilung.document SET pending = false, current_version = $2 WHERE sha256 = $1
       ), outcome AS (
         INSERT INTO hausmitteilung.outcome (sha256, pipeline_version, records, attempts, seconds)
         VALUES ($1, $2, $3, $6, $7)
         ON CONFLICT (sha256, pipeline_version) DO UPDATE
         SET ended_at = now(), records = $3, failure_code = NULL, failure_message = NULL, attempts = $6, seconds = $7
       ), surplus AS (
         DELETE FROM hausmitteilung.record WHERE sha256 = $1 AND pipeline_version = $2 AND memo > $3
       )
       INSERT INTO hausmitteilung.record (sha256, pipeline_version, memo, record, pointers, date, paper, status)
       SELECT $1, $2, memo, record, ARRAY(SELECT jsonb_array_elements_text($5::jsonb -> memo::int - 1)), (record #>> '{memo,date}')::date, record #>> '{memo,references,0,paper}',
         record ->> 'status'
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS made (record, memo)
       ON CONFLICT (sha256, pipeline_version, memo) DO UPDATE
       SET record = excluded.record, pointers = excluded.pointers, date = excluded.date, paper = excluded.paper, status = excluded.status`,
      [sha256, this.#version, records.length, json, pointers, effort.attempts, effort.seconds],
    );
  }

  /** Why a document gave no record; records that were made of it before are worth more than that news, and stay. */
  async writeFailure(
    tx: Queryable,
    sha256: string,
    { code, message }: Pick<Failure, "code" | "message">,
    { attempts, seconds }: Effort,
  ): Promise<void> {
    await tx.query(
      `WITH document AS (
         UPDATE hausmitteilung.document SET pending = false,
           current_version = CASE WHEN EXISTS (
             SELECT FROM hausmitteilung.outcome
             WHERE outcome.sha256 = $1 AND pipeline_version = current_version AND records IS NOT NULL
           ) THEN current_version ELSE $2 END
         WHERE sha256 = $1
       )
       INSERT INTO hausmitteilung.outcome (sha256, pipeline_version, failure_code, failure_message, attempts, seconds)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (sha256, pipeline_version) DO UPDATE
       SET ended_at = now(), failure_code = $3, failure_message = $4, attempts = $5, seconds = $6
       WHERE outcome.records IS NULL`,
      [sha256, this.#version, code, storable(message), attempts, seconds],
    );
  }
}
