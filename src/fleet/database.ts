import { errorCode } from "../model/error-code.ts";
/** A row as a query gives it; each caller names the columns that its SQL has. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs SQL with $1, $2 for values. */
export interface Queryable {
  query<R extends Row>(sql: string, values?: readonly unknown[]): Promise<readonly R[]>;
}

/** A PostgreSQL database: a pool of connections, or one in this process for tests. */
export interface Database extends Queryable {
  /** Commits what the work did, or nothing of it where the work throws. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Thrown where the database cannot be used: it cannot be reached, is too old, or its tables are not those of this
 * program. The message holds no password.
 */
export class DatabaseUnusable extends Error {
  override readonly name = "DatabaseUnusable";
}

/** Classes 08 (connection), 57P (shut down, crashed, not yet up), 53 (no connection or memory left). */
const LOST_STATES = /^(?:08|57P0[1-5]|53)/u;
const LOST_SOCKETS = /^(?:ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/u;
/** pg has no codes for these. */
const LOST_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|not queryable|query read timeout/iu;

/** Whether an error says that the database is away, which passes, rather than that something is wrong with the query. */
export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error);
  if (LOST_STATES.test(code) || LOST_SOCKETS.test(code)) return true;
  return error instanceof Error && LOST_MESSAGES.test(error.message);
}
