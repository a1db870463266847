import type { JobStats } from "../archive/job-store.ts";
import type { FailureCode } from "../model/failure.ts";
import type { Queryable } from "./database.ts";
import { QUEUE } from "./queue.ts";

/** How far the work has come, counted anew. */
export async function readStats(database: Queryable): Promise<JobStats> {
  const [open] = await database.query<{ pending: number; active: number }>(
    `SELECT (SELECT count(*) FROM hausmitteilung.document WHERE pending)::float8 AS pending,
       (SELECT count(*) FROM pgboss.job WHERE name = $1 AND state = 'active')::float8 AS active`,
    [QUEUE],
  );
  const [ended] = await database.query<{ done: number; records: number }>(
    `SELECT count(*)::float8 AS done, coalesce(sum(records), 0)::float8 AS records
     FROM hausmitteilung.document JOIN hausmitteilung.outcome
       ON outcome.sha256 = document.sha256 AND outcome.pipeline_version = document.current_version
     WHERE records IS NOT NULL`,
  );
  const failed = await database.query<{ code: FailureCode; count: number }>(
    `SELECT code, count(*)::float8 AS count FROM (
       SELECT failure_code AS code FROM hausmitteilung.document JOIN hausmitteilung.outcome
         ON outcome.sha256 = document.sha256 AND outcome.pipeline_version = document.current_version
       WHERE failure_code IS NOT NULL AND NOT pending
       UNION ALL SELECT failure_code FROM hausmitteilung.unreadable
     ) AS failures GROUP BY code ORDER BY code`,
  );
  const { pending = 0, active = 0 } = open ?? {};
  return {
    waiting: Math.max(0, pending - active),
    active,
    done: ended?.done ?? 0,
    records: ended?.records ?? 0,
    failed: Object.fromEntries(failed.map(({ code, count }) => [code, count])),
  };
}

/** Whether any document has not ended. */
export async function anyPending(database: Queryable): Promise<boolean> {
  const [row] = await database.query<{ pending: boolean }>(
    "SELECT EXISTS (SELECT FROM hausmitteilung.document WHERE pending) AS pending",
  );
  return row?.pending === true;
}

/** How many records a person should look at. */
export async function countNeedingReview(database: Queryable): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    "SELECT count(*)::float8 AS count FROM hausmitteilung.current_record WHERE status = 'needs-review'",
  );
  return row?.count ?? 0;
}
