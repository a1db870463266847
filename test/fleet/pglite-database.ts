import { PGlite, type Transaction } from "@electric-sql/pglite";
import type { Database, Queryable, Row } from "../../src/fleet/database.ts";

/** PostgreSQL in this process, in memory, with a single connection: for tests only. */
export async function pgliteDatabase(): Promise<Database> {
  const lite = await PGlite.create();
  return {
    ...queryableOf(lite),
    transaction: (work) => lite.transaction((tx) => work(queryableOf(tx))),
    close: () => lite.close(),
  };
}

/** A text with values is one statement; without, it may be several, whose rows are put together. */
function queryableOf(lite: Pick<Transaction, "query" | "exec">): Queryable {
  return {
    async query<R extends Row>(sql: string, values: readonly unknown[] = []): Promise<readonly R[]> {
      if (values.length > 0) return (await lite.query<R>(sql, [...values])).rows;
      return (await lite.exec(sql)).flatMap(({ rows }) => rows as unknown as R[]);
    },
  };
}
