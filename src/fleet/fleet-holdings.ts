import type { FleetHoldings, FleetWorker } from "../model/fleet-holdings.ts";
import type { Queryable, Row } from "./database.ts";
import { SILENCE_SECONDS } from "./queue.ts";
import { countNeedingReview, readStats } from "./stats.ts";

/** Failed files that are named: as many as a person reads on. */
const MOST_NAMED = 20;

/** Minutes whose ends make the pace; of a fleet that has begun since, those since then. */
const PACE_MINUTES = 10;

/** How far a fleet has come, and who works; counted anew. */
export async function readFleetHoldings(database: Queryable): Promise<FleetHoldings> {
  const { waiting, active, records, failed } = await readStats(database);
  const workers = await workersIn(database);
  const perHour = workers.some(({ isSilent }) => !isSilent) ? await perHourIn(database) : null;
  const left = waiting + active;
  return {
    waiting,
    active,
    records,
    needReview: await countNeedingReview(database),
    failures: failed,
    failedFiles: await failedFilesIn(database),
    failedNames: Object.values(failed).reduce((sum, count) => sum + count, 0),
    workers,
    versions: await countsOf(database, VERSIONS),
    wanted: await countsOf(database, WANTED),
    perHour,
    secondsLeft: perHour === null || left === 0 ? null : Math.round((left / perHour) * 3600),
  };
}

async function workersIn(database: Queryable): Promise<FleetWorker[]> {
  const rows = await database.query<Omit<FleetWorker, "isSilent"> & Row>(
    `SELECT host, pid, version, jobs, in_hand AS "inHand", ended, waits_for AS "waitsFor",
       round(extract(epoch FROM now() - seen_at))::float8 AS "silentFor"
     FROM hausmitteilung.worker ORDER BY host, pid`,
  );
  return rows.map((worker) => ({ ...worker, isSilent: worker.silentFor > SILENCE_SECONDS }));
}

/** null where none ended. */
async function perHourIn(database: Queryable): Promise<number | null> {
  const [row] = await database.query<{ ended: number; seconds: number }>(
    `WITH span AS (
       SELECT greatest(now() - interval '${PACE_MINUTES} minutes', min(started_at)) AS since
       FROM hausmitteilung.worker WHERE seen_at > now() - interval '${SILENCE_SECONDS} seconds'
     )
     SELECT count(*)::float8 AS ended, greatest(1, extract(epoch FROM now() - min(since)))::float8 AS seconds
     FROM hausmitteilung.outcome, span WHERE ended_at > since`,
  );
  if (row === undefined || row.ended === 0) return null;
  return Math.max(1, Math.round((row.ended / row.seconds) * 3600));
}

async function failedFilesIn(database: Queryable): Promise<FleetHoldings["failedFiles"]> {
  return database.query<FleetHoldings["failedFiles"][number] & Row>(
    `SELECT name, code FROM (
       SELECT location AS name, failure_code AS code
       FROM hausmitteilung.document JOIN hausmitteilung.outcome
         ON outcome.sha256 = document.sha256 AND outcome.pipeline_version = document.current_version
       WHERE failure_code IS NOT NULL AND NOT pending
       UNION ALL SELECT location, failure_code FROM hausmitteilung.unreadable
     ) AS failures ORDER BY name LIMIT $1`,
    [MOST_NAMED],
  );
}

const VERSIONS = `SELECT current_version AS name, count(*)::float8 AS count FROM hausmitteilung.document
  WHERE current_version IS NOT NULL GROUP BY 1 ORDER BY 1`;

const WANTED = `SELECT wanted_version AS name, count(*)::float8 AS count FROM hausmitteilung.document
  WHERE pending AND wanted_version IS NOT NULL GROUP BY 1 ORDER BY 1`;

async function countsOf(database: Queryable, sql: string): Promise<Readonly<Record<string, number>>> {
  const rows = await database.query<{ name: string; count: number }>(sql);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
