import { type Database, DatabaseUnusable, type Queryable } from "./database.ts";

/**
 * The tables' history: each entry takes them from one version to the next, and is never changed once released.
 *
 * - document: what is to be parsed, or was: one row a content. `pending` while a job of the queue stands for it.
 * - outcome: what a version of the pipeline made of a document; `records` or a failure, never both.
 * - record: the records themselves, with what people ask for in columns of its own; `pointers` is the order of the
 *   evidence, which `jsonb` does not keep.
 * - unreadable: files that never became a document, because their bytes could not be had.
 * - worker: those at work, each with its last sign of life; a row goes with its worker.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE hausmitteilung.document (
    sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint NOT NULL CHECK (bytes >= 0),
    location text NOT NULL,
    name text NOT NULL,
    names text[] NOT NULL,
    pending boolean NOT NULL DEFAULT true,
    current_version text,
    enqueued_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX document_pending ON hausmitteilung.document (sha256) WHERE pending;

  CREATE TABLE hausmitteilung.outcome (
    sha256 text NOT NULL REFERENCES hausmitteilung.document,
    pipeline_version text NOT NULL,
    ended_at timestamptz NOT NULL DEFAULT now(),
    records integer CHECK (records >= 1),
    failure_code text,
    failure_message text,
    PRIMARY KEY (sha256, pipeline_version),
    CHECK ((records IS NULL) = (failure_code IS NOT NULL)),
    CHECK ((failure_code IS NULL) = (failure_message IS NULL))
  );
  CREATE INDEX outcome_failure ON hausmitteilung.outcome (failure_code) WHERE failure_code IS NOT NULL;

  CREATE TABLE hausmitteilung.record (
    sha256 text NOT NULL,
    pipeline_version text NOT NULL,
    memo integer NOT NULL CHECK (memo >= 1),
    record jsonb NOT NULL,
    pointers text[] NOT NULL,
    date date,
    paper text,
    status text NOT NULL,
    PRIMARY KEY (sha256, pipeline_version, memo),
    FOREIGN KEY (sha256, pipeline_version) REFERENCES hausmitteilung.outcome
  );
  CREATE INDEX record_date ON hausmitteilung.record (date);
  CREATE INDEX record_paper ON hausmitteilung.record (paper);
  CREATE INDEX record_status ON hausmitteilung.record (status);

  CREATE TABLE hausmitteilung.unreadable (
    location text PRIMARY KEY,
    name text NOT NULL,
    failure_code text NOT NULL,
    failure_message text NOT NULL
  );

  CREATE VIEW hausmitteilung.current_record AS
    SELECT record.* FROM hausmitteilung.record
    JOIN hausmitteilung.document
      ON document.sha256 = record.sha256 AND document.current_version = record.pipeline_version;
  `,
  `
  ALTER TABLE hausmitteilung.document ADD home text, ADD wanted_version text;
  ALTER TABLE hausmitteilung.outcome ADD attempts integer, ADD seconds real;
  CREATE INDEX outcome_ended ON hausmitteilung.outcome (ended_at);
  CREATE TABLE hausmitteilung.worker (
    id uuid PRIMARY KEY,
    host text NOT NULL,
    pid integer NOT NULL,
    version text NOT NULL,
    jobs integer NOT NULL,
    in_hand integer NOT NULL,
    ended integer NOT NULL,
    waits_for text,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now()
  );
  `,
];

/** Held while tables are changed, so that of several programs one does it; any number that nobody else uses. */
const LOCK = 7_268_451_120;

/** Brings the tables to this program's version; does nothing where they are. */
export async function migrate(database: Database): Promise<void> {
  if ((await versionOf(database)) === MIGRATIONS.length) return;
  await database.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const version = await versionOf(tx);
    refuseNewer(version);
    await tx.query(`
      CREATE SCHEMA IF NOT EXISTS hausmitteilung;
      CREATE TABLE IF NOT EXISTS hausmitteilung.migration (
        version integer PRIMARY KEY,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`);
    for (const [index, sql] of MIGRATIONS.entries()) {
      if (index < version) continue;
      await tx.query(sql);
      await tx.query("INSERT INTO hausmitteilung.migration (version) VALUES ($1)", [index + 1]);
    }
  });
}

/** @throws DatabaseUnusable where the tables are not those that this program knows */
export async function requireMigrated(database: Queryable): Promise<void> {
  const version = await versionOf(database);
  refuseNewer(version);
  if (version === MIGRATIONS.length) return;
  const state = version === 0 ? "The database has no tables of this program" : "The database's tables are older";
  throw new DatabaseUnusable(`${state}: run \`hausmitteilung enqueue --db URL\` once, as the owner of the database.`);
}

function refuseNewer(version: number): void {
  if (version > MIGRATIONS.length) {
    throw new DatabaseUnusable("The database's tables were made by a newer version of this program.");
  }
}

/** 0 where there are no tables. */
async function versionOf(database: Queryable): Promise<number> {
  const [table] = await database.query<{ exists: boolean }>(
    "SELECT to_regclass('hausmitteilung.migration') IS NOT NULL AS exists",
  );
  if (table?.exists !== true) return 0;
  const [row] = await database.query<{ version: number }>(
    "SELECT coalesce(max(version), 0)::int AS version FROM hausmitteilung.migration",
  );
  return row?.version ?? 0;
}
