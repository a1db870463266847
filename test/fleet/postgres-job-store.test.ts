import { afterAll } from "vitest";
import { describeJobStore } from "../archive/job-store-contract.ts";
import { pgliteDatabase } from "./pglite-database.ts";
import { prepared, storeIn } from "./store-under-test.ts";

// Compiling PGlite takes seconds: all tests of the file share one.
const shared = await prepared(await pgliteDatabase());

afterAll(async () => {
  await shared.boss.stop({ close: false });
  await shared.database.close();
});

describeJobStore("PostgreSQL", (contents) => storeIn(shared, contents));
