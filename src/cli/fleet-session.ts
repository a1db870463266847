import process from "node:process";
import type { PgBoss } from "pg-boss";
import { connect } from "../fleet/connect.ts";
import { type Database, DatabaseUnusable, isConnectionLost } from "../fleet/database.ts";
import { migrate, requireMigrated } from "../fleet/migrations.ts";
import { PatientDatabase } from "../fleet/patient-database.ts";
import { createQueues, openQueue } from "../fleet/queue.ts";
import type { Reporter } from "../report/run-event.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { CommandFailed, type Shell } from "./shell.ts";

/** A fleet's database and its queue, as a command uses them. */
export interface Fleet {
  readonly database: Database;
  readonly boss: PgBoss;
  /** Whether the database answers, as far as is known. */
  isUp(): boolean;
}

export interface FleetOptions {
  readonly url: string;
  /** Connections at most. */
  readonly connections: number;
  /** Make or update the tables, which needs the owner's rights. */
  readonly prepare?: boolean;
  /** Take part in looking for jobs of silent workers. */
  readonly watch?: boolean;
  /** Milliseconds to wait for a database that has gone away; a service waits longer than a person. */
  readonly patience: number;
  /** Hears of the database's troubles; where there is none, standard error does. */
  readonly report?: Reporter;
}

/** For commands that a person waits for, and for those that nobody watches. */
export const PERSON = { connections: 2, patience: 15_000 } as const;
export const SERVICE = { watch: true, patience: 15 * 60_000 } as const;

/** Connections that pg-boss needs beside those of the work. */
const CONNECTIONS_OF_THE_QUEUE = 2;

/**
 * Does some work with a fleet's database.
 * @throws CommandFailed where the database cannot be used; what the work throws
 */
export async function withFleet<T>(
  options: FleetOptions,
  shell: Shell,
  work: (fleet: Fleet) => Promise<T>,
): Promise<T> {
  hideUrl();
  try {
    return await usingFleet(options, shell, work);
  } catch (error) {
    shell.interrupted.throwIfAborted();
    throw inWords(error);
  }
}

async function usingFleet<T>(options: FleetOptions, shell: Shell, work: (fleet: Fleet) => Promise<T>): Promise<T> {
  const { report = warningsOn(shell) } = options;
  const onTrouble = (error: Error): void => report({ event: "service", level: "warn", message: error.message });
  const connections = options.connections + CONNECTIONS_OF_THE_QUEUE;
  const plain = await connect(options.url, { connections, onIdleError: onTrouble });
  try {
    const database = new PatientDatabase(plain, {
      patience: options.patience,
      givenUp: shell.interrupted,
      onChange: (up) => report(up ? DATABASE_BACK : DATABASE_GONE),
    });
    if (options.prepare === true) await prepareTables(plain);
    await requireMigrated(database);
    const boss = await openQueue(plain, { watch: options.watch === true, onTrouble });
    try {
      return await work({ database, boss, isUp: () => database.up });
    } finally {
      await boss.stop({ close: false });
    }
  } finally {
    await plain.close();
  }
}

function warningsOn(shell: Shell): Reporter {
  return (event) => {
    if (event.event === "service") shell.stderr.write(`${event.message}\n`);
  };
}

const DATABASE_GONE = { event: "service", level: "warn", message: "The database has gone away; waiting." } as const;
const DATABASE_BACK = { event: "service", level: "info", message: "The database is back." } as const;

async function prepareTables(database: Database): Promise<void> {
  await migrate(database);
  await createQueues(database);
}

/** The URL, which may hold a password, stands neither in a list of processes nor in what children inherit. */
function hideUrl(): void {
  process.title = "hausmitteilung";
  Reflect.deleteProperty(process.env, "HAUSMITTEILUNG_DB");
}

function inWords(error: unknown): unknown {
  const { databaseUnusable } = EXIT_CODES;
  if (error instanceof DatabaseUnusable) {
    return new CommandFailed(databaseUnusable.code, error.message, { cause: error });
  }
  if (!isConnectionLost(error)) return error;
  const message = `The database has gone away: ${error instanceof Error ? error.message : String(error)}`;
  return new CommandFailed(databaseUnusable.code, message, { cause: error });
}
