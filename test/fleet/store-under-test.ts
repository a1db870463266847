import { addDocuments } from "../../src/fleet/add-documents.ts";
import type { Database, Row } from "../../src/fleet/database.ts";
import { migrate } from "../../src/fleet/migrations.ts";
import { PostgresJobStore } from "../../src/fleet/postgres-job-store.ts";
import { createQueues, openQueue, type PgBoss } from "../../src/fleet/queue.ts";
import { fromStored, type StoredRecord } from "../../src/fleet/stored-record.ts";
import { hashOf, type StoreUnderTest } from "../archive/job-store-contract.ts";

export const VERSION = "1.0.0-test";

/** A database with all tables, and its queue. */
export interface Prepared {
  readonly database: Database;
  readonly boss: PgBoss;
}

export async function prepared(database: Database, onTrouble: (error: Error) => void = unexpected): Promise<Prepared> {
  await migrate(database);
  await createQueues(database);
  return { database, boss: await openQueue(database, { watch: false, onTrouble }) };
}

function unexpected(error: Error): never {
  throw error;
}

/** Files of these contents, as they are found. */
export function found(contents: readonly string[]) {
  return contents.map((content, index) => ({
    sha256: hashOf(content),
    bytes: content.length,
    location: `/archive/${index}.txt`,
    name: `${index}.txt`,
    home: "/archive",
  }));
}

/** A store in a database that nobody else uses; what was in it before is gone. */
export async function storeIn({ database, boss }: Prepared, contents: readonly string[]): Promise<StoreUnderTest> {
  await database.query("TRUNCATE hausmitteilung.document, hausmitteilung.unreadable, pgboss.job CASCADE");
  await addDocuments(database, boss, found(contents), { version: VERSION, redo: false });
  return {
    store: new PostgresJobStore(database, boss, VERSION),
    async afterCrash() {
      await silenceWorkers(database);
      await boss.supervise();
      return new PostgresJobStore(database, boss, VERSION);
    },
    recordsOf: (sha256) => recordsOf(database, sha256),
    async close() {},
  };
}

/** Lets no worker have given a sign of life for a minute, and pg-boss not have looked for one. */
export async function silenceWorkers(database: Database): Promise<void> {
  await database.query("UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE state = 'active'");
  await database.query("UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL");
}

async function recordsOf(database: Database, sha256: string) {
  const rows = await database.query<StoredRecord & Row>(
    "SELECT record, pointers FROM hausmitteilung.current_record WHERE sha256 = $1 ORDER BY memo",
    [sha256],
  );
  return rows.length === 0 ? null : rows.map(fromStored);
}
