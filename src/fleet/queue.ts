import { type Db, type JobAttempt, PgBoss } from "pg-boss";
import { type Database, DatabaseUnusable, type Queryable } from "./database.ts";

/** The queue of documents to be parsed, and where pg-boss puts those that it gave out too often in vain. */
export const QUEUE = "memos";
export const GIVEN_UP = "memos-given-up";

/** pg-boss's own schema; its dashboard looks for this one. */
const SCHEMA = "pgboss";

/**
 * Seconds after which the job of a silent worker goes to another, and between two looks for such jobs. A worker says
 * every HEARTBEAT_EVERY_MS that it lives: it may miss three times.
 */
export const SILENCE_SECONDS = 15;
const WATCH_SECONDS = 5;
export const HEARTBEAT_EVERY_MS = 4000;

/** How often a document may take its worker down with it before it is given up. */
const RETRIES = 4;

/** Jobs that no worker begins wait for as long as there are computers; pg-boss wants a number. */
const FOR_EVER_SECONDS = 50 * 365 * 24 * 3600;

/** pg-boss's limit; a document has limits of its own that end it long before. */
const LONGEST_WORK_SECONDS = 23 * 3600;

/** Ended jobs are kept for a look at them in the dashboard; what came of them stands in tables of our own. */
const KEEP_ENDED_SECONDS = 24 * 3600;

const LIMITS = {
  heartbeatSeconds: SILENCE_SECONDS,
  expireInSeconds: LONGEST_WORK_SECONDS,
  retentionSeconds: FOR_EVER_SECONDS,
  deleteAfterSeconds: KEEP_ENDED_SECONDS,
  warningQueueSize: 2_000_000_000,
};

export interface QueueOptions {
  /** Look for jobs of silent workers, as one of all connected programs does at a time. */
  readonly watch: boolean;
  readonly onTrouble: (error: Error) => void;
}

/** Makes or updates pg-boss's tables and our queues; needs the rights to. */
export async function createQueues(database: Database): Promise<void> {
  const boss = new PgBoss({ ...quietly(database), migrate: true, supervise: false, registerInstance: false });
  boss.on("error", () => {});
  await boss.start();
  const queues = [
    [GIVEN_UP, { ...LIMITS, retryLimit: 1_000_000 }],
    [QUEUE, { ...LIMITS, retryLimit: RETRIES, deadLetter: GIVEN_UP }],
  ] as const;
  for (const [name, options] of queues) {
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
    else await boss.updateQueue(name, options);
  }
  await boss.stop({ close: false });
}

/**
 * The queue as a program uses it that may change rows, but no tables.
 * @throws DatabaseUnusable
 */
export async function openQueue(database: Database, options: QueueOptions): Promise<PgBoss> {
  // Only who stays is listed in the dashboard.
  const { watch } = options;
  const boss = new PgBoss({ ...quietly(database), migrate: false, supervise: watch, registerInstance: watch });
  boss.on("error", options.onTrouble);
  try {
    await boss.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnusable(
      `The queue cannot be used (${reason}): run \`hausmitteilung enqueue --db URL\` once, as the owner of the database.`,
      { cause: error },
    );
  }
  return boss;
}

/** pg-boss without what we have no use for: cron jobs, its own connections, rebuilding indexes (the owner's right). */
function quietly(database: Database) {
  return {
    db: asBossDb(database),
    schema: SCHEMA,
    schedule: false,
    reindex: false,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
    maintenanceIntervalSeconds: 3600,
    instanceName: "hausmitteilung",
  };
}

/** How full the queue is. */
export interface QueueDepth {
  readonly waiting: number;
  readonly active: number;
}

/** As pg-boss counted it some seconds ago: costs next to nothing, however full the queue is. */
export async function queueDepth(boss: PgBoss): Promise<QueueDepth> {
  const [stats] = await boss.getQueueStats(QUEUE);
  return { waiting: stats?.queuedCount ?? 0, active: stats?.activeCount ?? 0 };
}

/** A database or a transaction as pg-boss takes it. */
export function asBossDb(queryable: Queryable): Db {
  return { executeSql: async (sql, values) => ({ rows: [...(await queryable.query(sql, values))] }) };
}

export type { JobAttempt, PgBoss };
