import { Option } from "commander";

/** Where a password does not stand on the command line, no list of processes shows it even for a moment. */
export const DB_HELP = `
--db is a URL such as postgres://user@host:5432/name?sslmode=verify-full. It may come from HAUSMITTEILUNG_DB, and what
it leaves out (the password) from PGPASSWORD or ~/.pgpass. Needs PostgreSQL 13 or later.
`;

/** The option of every command of the fleet. */
export function dbOption(): Option {
  return new Option("--db <url>", "the fleet's PostgreSQL database").env("HAUSMITTEILUNG_DB");
}
