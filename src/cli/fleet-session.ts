import process from "node:process";
import type { PgBoss } from "pg-boss";
import { connect } from "../fleet/connect.ts";
import { type Database, DatabaseUnusable, isConnectionLost } from "../fleet/database.ts";
import { migrate, requireMigrated } from "../fleet/migrations.ts";
import { PatientDatabase } from "../fleet/patient-database.ts";
import { createQueues, openQueue } from "../fleet/queue.ts";
import { errorCode } from "../model/error-code.ts";
import type { Reporter } from "../report/run-event.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { CommandFailed, type Shell } from "./shell.ts";

/** A fleet's database, as a command uses it. */
export interface FleetDatabase {
  readonly database: Database;
  /** Whether it answers, as far as is known. */
  isUp(): boolean;
}

/** The same with its queue. */
export interface Fleet extends FleetDatabase {
  readonly boss: PgBoss;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most, beside those of the queue. */
  readonly connections: number;
  /** Milliseconds to wait for a database that has gone away; a service waits longer than a person. */
  readonly patience: number;
  /** Hears of the database's troubles; where there is none, standard error does. */
  readonly report?: Reporter;
}

export interface FleetOptions extends DatabaseOptions {
  /** Make or update the tables, which needs the owner's rights. */
  readonly prepare?: boolean;
  /** Take part in looking for jobs of silent workers. */
  readonly watch?: boolean;
}

/**
 * For commands that a person waits for, and for those that nobody watches. A worker has its jobs in hand for seconds
 * and in the database for milliseconds: a few connections are enough for any number of jobs.
 */
export const PERSON = { connections: 2, patience: 15_000 } as const;
export const SERVICE = { connections: 4, watch: true, patience: 15 * 60_000 } as const;

/** Connections that pg-boss needs beside those of the work. */
const CONNECTIONS_OF_THE_QUEUE = 2;

/**
 * Does some work with a fleet's database and queue.
 * @throws CommandFailed where the database cannot be used; what the work throws
 */
export function withFleet<T>(options: FleetOptions, shell: Shell, work: (fleet: Fleet) => Promise<T>): Promise<T> {
  return connected(options, shell, async (plain) => {
    if (options.prepare === true) await prepareTables(plain);
    const known = await patient(plain, options, shell);
    const boss = await openQueue(plain, { watch: options.watch === true, onTrouble: troubleOn(options, shell) });
    try {
      return await work({ ...known, boss });
    } finally {
      await boss.stop({ close: false });
    }
  });
}

/**
 * Does some work that only reads a fleet's tables.
 * @throws CommandFailed where the database cannot be used; what the work throws
 */
export function withFleetDatabase<T>(
  options: DatabaseOptions,
  shell: Shell,
  work: (fleet: FleetDatabase) => Promise<T>,
): Promise<T> {
  return connected(options, shell, async (plain) => work(await patient(plain, options, shell)));
}

async function connected<T>(options: DatabaseOptions, shell: Shell, work: (plain: Database) => Promise<T>): Promise<T> {
  hideUrl();
  try {
    const connections = options.connections + CONNECTIONS_OF_THE_QUEUE;
    const plain = await connect(options.url, { connections, onIdleError: troubleOn(options, shell) });
    try {
      return await work(plain);
    } finally {
      await plain.close();
    }
  } catch (error) {
    shell.interrupted.throwIfAborted();
    throw inWords(error);
  }
}

/** The database with patience, once its tables are found to be ours. */
async function patient(plain: Database, options: DatabaseOptions, shell: Shell): Promise<FleetDatabase> {
  const { report = warningsOn(shell) } = options;
  const database = new PatientDatabase(plain, {
    patience: options.patience,
    givenUp: shell.interrupted,
    onChange: (up) => report(up ? DATABASE_BACK : DATABASE_GONE),
  });
  await requireMigrated(database);
  return { database, isUp: () => database.up };
}

function troubleOn({ report }: DatabaseOptions, shell: Shell): (error: Error) => void {
  const tell = report ?? warningsOn(shell);
  return (error) => tell({ event: "service", level: "warn", message: error.message });
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

/** PostgreSQL's code for a right that is missing. */
const MAY_NOT = "42501";

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function inWords(error: unknown): unknown {
  const { databaseUnusable } = EXIT_CODES;
  if (error instanceof DatabaseUnusable) {
    return new CommandFailed(databaseUnusable.code, error.message, { cause: error });
  }
  if (errorCode(error) === MAY_NOT) {
    const message = `The database refuses: ${messageOf(error)}. The rights that each command needs are in the README, "Roles"; after an update of the program they are granted again.`;
    return new CommandFailed(databaseUnusable.code, message, { cause: error });
  }
  if (!isConnectionLost(error)) return error;
  const message = `The database has gone away: ${messageOf(error)}`;
  return new CommandFailed(databaseUnusable.code, message, { cause: error });
}
