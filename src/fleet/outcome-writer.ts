import type { Failure } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { Queryable } from "./database.ts";
import { toStored } from "./stored-record.ts";

/** Writes what a version of the pipeline made of documents, always as part of the transaction that ends the job. */
export class OutcomeWriter {
  readonly #version: string;

  constructor(version: string) {
    this.#version = version;
  }

  /** The records of a document, in the place of whatever this version made of it before. */
  async writeRecords(tx: Queryable, sha256: string, claim: string, records: readonly MemoRecord[]): Promise<void> {
    const json = `[${records.map(toStored).join(",")}]`;
    await tx.query(
      `WITH document AS (
         UPDATE hausmitteilung.document SET pending = false, current_version = $2 WHERE sha256 = $1
       ), outcome AS (
         INSERT INTO hausmitteilung.outcome (sha256, pipeline_version, claim, records) VALUES ($1, $2, $3, $4)
         ON CONFLICT (sha256, pipeline_version) DO UPDATE
         SET ended_at = now(), claim = $3, records = $4, failure_code = NULL, failure_message = NULL
       ), surplus AS (
         DELETE FROM hausmitteilung.record WHERE sha256 = $1 AND pipeline_version = $2 AND memo > $4
       )
       INSERT INTO hausmitteilung.record (sha256, pipeline_version, memo, record, date, paper, status)
       SELECT $1, $2, memo, record, (record #>> '{memo,date}')::date, record #>> '{memo,references,0,paper}',
         record ->> 'status'
       FROM jsonb_array_elements($5::jsonb) WITH ORDINALITY AS made (record, memo)
       ON CONFLICT (sha256, pipeline_version, memo) DO UPDATE
       SET record = excluded.record, date = excluded.date, paper = excluded.paper, status = excluded.status`,
      [sha256, this.#version, claim, records.length, json],
    );
  }

  /** Why a document gave no record; records that were made of it before are worth more than that news, and stay. */
  async writeFailure(
    tx: Queryable,
    sha256: string,
    claim: string,
    { code, message }: Pick<Failure, "code" | "message">,
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
       INSERT INTO hausmitteilung.outcome (sha256, pipeline_version, claim, failure_code, failure_message)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (sha256, pipeline_version) DO UPDATE
       SET ended_at = now(), claim = $3, failure_code = $4, failure_message = $5 WHERE outcome.records IS NULL`,
      [sha256, this.#version, claim, code, message.replaceAll("\0", "\uFFFD").toWellFormed()],
    );
  }

  /** Whether it is this claim that ended the document. */
  async wasWrittenBy(tx: Queryable, sha256: string, claim: string): Promise<boolean> {
    const found = await tx.query(
      "SELECT FROM hausmitteilung.outcome WHERE sha256 = $1 AND pipeline_version = $2 AND claim = $3",
      [sha256, this.#version, claim],
    );
    return found.length === 1;
  }
}
