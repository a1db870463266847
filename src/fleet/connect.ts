import pg from "pg";
import { type Database, DatabaseUnusable, type Queryable, type Row } from "./database.ts";

/** What pg-boss needs; PostgreSQL itself maintains none older. */
const OLDEST_SERVER = 13;

/** Milliseconds to wait for a connection, and for an answer: a server that is silent for longer is taken for lost. */
const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 120_000;

export interface ConnectOptions {
  /** Connections at most. */
  readonly connections: number;
  /** Told when a connection that nobody uses breaks. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * Connects to the database of a URL. TLS is as the URL says (sslmode, sslrootcert); what it leaves out comes from
 * PGHOST, PGPASSWORD and the like, or ~/.pgpass.
 * @throws DatabaseUnusable
 */
export async function connect(url: string, options: ConnectOptions): Promise<Database> {
  const pool = new pg.Pool({
    ...settingsOf(url),
    max: options.connections,
    application_name: "hausmitteilung",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
  });
  pool.on("error", (error) => options.onIdleError?.(error));
  try {
    await refuseOldServer(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof DatabaseUnusable) throw error;
    throw new DatabaseUnusable(`The database cannot be reached: ${reasonOf(error)}`, { cause: error });
  }
  return new PoolDatabase(pool);
}

/** @throws DatabaseUnusable without the URL, whose password nobody is to read in a log */
function settingsOf(url: string): pg.PoolConfig {
  if (!/^postgres(?:ql)?:\/\//u.test(url) || !URL.canParse(url)) {
    throw new DatabaseUnusable("The database's URL must be of the form postgres://user@host:5432/name.");
  }
  return { connectionString: url };
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major < OLDEST_SERVER) {
    throw new DatabaseUnusable(`PostgreSQL ${OLDEST_SERVER} or later is needed; the server is version ${major}.`);
  }
}

/** Node gives several failed attempts (IPv6, IPv4) as one error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

class PoolDatabase implements Database {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async query<R extends Row>(sql: string, values: readonly unknown[] = []): Promise<readonly R[]> {
    return rowsOf<R>(await this.#pool.query(sql, [...values]));
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    // Without a listener, a connection that breaks while nothing is asked of it would end the program.
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on("error", onError);
    try {
      await client.query("BEGIN");
      const result = await work(transactionOn(client));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((failed: Error) => {
        broken = failed;
      });
      throw error;
    } finally {
      client.off("error", onError);
      client.release(broken);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

function transactionOn(client: pg.PoolClient): Queryable {
  return {
    query: async <R extends Row>(sql: string, values: readonly unknown[] = []) =>
      rowsOf<R>(await client.query(sql, [...values])),
  };
}

/** Several statements in one text give several results. */
function rowsOf<R extends Row>(result: pg.QueryResult | pg.QueryResult[]): readonly R[] {
  return Array.isArray(result) ? result.flatMap(({ rows }) => rows as R[]) : (result.rows as R[]);
}
