import type { FailureCode } from "../model/failure.ts";
import type { Database, Row } from "./database.ts";
import { type FleetJob, insertJobs } from "./insert-jobs.ts";
import type { PgBoss } from "./queue.ts";

/**
 * Queues again the documents that failed, all or for one reason; any version of the pipeline may do them.
 * @returns how many
 */
export function redriveFailures(database: Database, boss: PgBoss, reason?: FailureCode): Promise<number> {
  return database.transaction(async (tx) => {
    const jobs = await tx.query<FleetJob & Row>(
      `UPDATE hausmitteilung.document SET pending = true, wanted_version = NULL FROM hausmitteilung.outcome
       WHERE outcome.sha256 = document.sha256 AND outcome.pipeline_version = document.current_version
         AND NOT document.pending AND failure_code IS NOT NULL AND ($1::text IS NULL OR failure_code = $1)
       RETURNING document.sha256, bytes::float8 AS bytes, location, name, home, wanted_version AS "wantedVersion"`,
      [reason ?? null],
    );
    await insertJobs(boss, tx, jobs);
    return jobs.length;
  });
}
