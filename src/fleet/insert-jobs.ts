import type { Job } from "../archive/job-store.ts";
import type { Queryable } from "./database.ts";
import { groupOf } from "./job-group.ts";
import { asBossDb, type PgBoss, QUEUE } from "./queue.ts";

/** A job, and the version of the pipeline that alone may do it; null where any may. */
export type FleetJob = Job & { readonly wantedVersion: string | null };

/** Jobs that go to the database in one statement. */
const JOBS_AT_ONCE = 1000;

/** Puts jobs into the queue, as part of a transaction. */
export async function insertJobs(
  boss: PgBoss,
  tx: Queryable,
  jobs: readonly FleetJob[],
  options: { readonly ahead?: boolean } = {},
): Promise<void> {
  for (let start = 0; start < jobs.length; start += JOBS_AT_ONCE) {
    const some = jobs.slice(start, start + JOBS_AT_ONCE);
    const queued = some.map(({ sha256, bytes, location, name, home, wantedVersion }) => ({
      data: { sha256, bytes, location, name, home },
      priority: options.ahead === true ? 1 : 0,
      group: { id: groupOf(home, wantedVersion) },
    }));
    await boss.insert(QUEUE, queued, { db: asBossDb(tx) });
  }
}
