import { afterAll, describe, expect, it } from "vitest";
import { addDocuments, addUnreadable } from "../../src/fleet/add-documents.ts";
import { migrate, requireMigrated } from "../../src/fleet/migrations.ts";
import { PostgresJobStore } from "../../src/fleet/postgres-job-store.ts";
import { asBossDb, QUEUE } from "../../src/fleet/queue.ts";
import { describeJobStore } from "../archive/job-store-contract.ts";
import { recordOf } from "../archive/record-of.ts";
import { pgliteDatabase } from "./pglite-database.ts";
import { found, prepared, silenceWorkers, storeIn, VERSION } from "./store-under-test.ts";

// Compiling PGlite takes seconds: all tests of the file share one.
const shared = await prepared(await pgliteDatabase());
const { database, boss } = shared;

afterAll(async () => {
  await boss.stop({ close: false });
  await database.close();
});

describeJobStore("PostgreSQL", (contents) => storeIn(shared, contents));

/** Workers that take a job and die of it. */
async function diesOfIt(store: PostgresJobStore): Promise<boolean> {
  const job = await store.claim();
  await silenceWorkers(database);
  await boss.supervise();
  return job !== null;
}

describe("a document", () => {
  it("that takes its workers down with it is given up with that reason, and can be tried again", async () => {
    await storeIn(shared, ["poison"]);
    const store = new PostgresJobStore(database, boss, VERSION);
    let deaths = 0;
    while (await diesOfIt(store)) deaths += 1;
    await store.writeDownGivenUp();
    expect(deaths).toBe(5);
    expect(await store.stats()).toMatchObject({ waiting: 0, active: 0, failed: { "worker-crashed": 1 } });
    const [outcome] = await database.query("SELECT failure_message AS message FROM hausmitteilung.outcome");
    expect(outcome).toEqual({
      message: "Work on the file was begun 5 times, and each time its worker fell silent.",
    });
    expect(await store.redrive("worker-crashed")).toBe(1);
    expect(await store.claim()).not.toBeNull();
  });

  it("that a worker ends after its claim lapsed has the outcome of the worker that took it over", async () => {
    await storeIn(shared, ["frozen"]);
    const [frozen, other] = [
      new PostgresJobStore(database, boss, VERSION),
      new PostgresJobStore(database, boss, VERSION),
    ];
    const first = await frozen.claim();
    await silenceWorkers(database);
    await boss.supervise();
    const second = await other.claim();
    if (first === null || second === null) return expect.unreachable();
    expect(await frozen.heartbeat(first)).toBe(false);
    expect(await frozen.complete(first, [recordOf(first, "late")])).toBe(false);
    expect(await other.heartbeat(second)).toBe(true);
    expect(await other.complete(second, [recordOf(second, "kept")])).toBe(true);
    expect(await database.query("SELECT record #>> '{memo,subject}' AS subject FROM hausmitteilung.record")).toEqual([
      { subject: "kept" },
    ]);
  });

  it("with characters that no database text can hold is kept, with U+FFFD for each", async () => {
    await storeIn(shared, ["odd"]);
    const store = new PostgresJobStore(database, boss, VERSION);
    const job = await store.claim();
    if (job === null) return expect.unreachable();
    expect(await store.complete(job, [recordOf(job, "a\0b\ud800c\\u0000 \ud83d\ude00")])).toBe(true);
    expect(await database.query("SELECT record #>> '{memo,subject}' AS subject FROM hausmitteilung.record")).toEqual([
      { subject: "a\ufffdb\ufffdc\\u0000 \ud83d\ude00" },
    ]);
  });

  it("done by another version is done again where that is asked for; its records stay until there are new ones", async () => {
    const given = await storeIn(shared, ["one"]);
    const job = await given.store.claim();
    if (job === null) return expect.unreachable();
    await given.store.complete(job, [recordOf(job, "old")]);
    const documents = found(["one"]);
    expect(await addDocuments(database, boss, documents, { version: "2", redo: false })).toBe(0);
    expect(await addDocuments(database, boss, documents, { version: "2", redo: true })).toBe(1);
    const newer = new PostgresJobStore(database, boss, "2");
    const again = await newer.claim();
    if (again === null) return expect.unreachable();
    await newer.fail(again, { code: "time-limit", message: "too long", source: "0.txt" });
    expect((await given.recordsOf(job.sha256))?.[0]?.memo.subject).toBe("old");
    expect(await newer.stats()).toMatchObject({ done: 1, records: 1, failed: {} });
  });

  it("that another version is to do is left to it, until any may do it", async () => {
    await storeIn(shared, ["old", "new"]);
    const plain = new PostgresJobStore(database, boss, VERSION);
    for (let job = await plain.claim(); job !== null; job = await plain.claim()) {
      await plain.complete(job, [recordOf(job, "done")]);
    }
    await addDocuments(database, boss, found(["old", "new"]), { version: "2", redo: true });
    const foreign: string[] = [];
    const older = new PostgresJobStore(database, boss, VERSION, (version) => foreign.push(version));
    expect(await older.claim()).toBeNull();
    expect(foreign).toEqual(["2"]);
    expect(await older.stats()).toMatchObject({ waiting: 2, active: 0 });
    const newer = new PostgresJobStore(database, boss, "2");
    const again = await newer.claim();
    if (again === null) return expect.unreachable();
    await newer.release(again);
    expect(await older.claim()).toBeNull();
    await addDocuments(database, boss, found(["old", "new"]), { version: VERSION, redo: true });
    expect(await new PostgresJobStore(database, boss, VERSION).claim()).not.toBeNull();
  });

  it("of a place that cannot be used is not claimed, and is where it was found last", async () => {
    await storeIn(shared, ["here", "there"]);
    const store = new PostgresJobStore(database, boss, VERSION);
    expect(await store.claim(new Set(["/archive"]))).toBeNull();
    const [document] = found(["here"]);
    if (document === undefined) return expect.unreachable();
    const moved = { ...document, location: "/new/0.txt", home: "/new" };
    await addDocuments(database, boss, [moved], { version: VERSION, redo: false });
    const jobs = [await store.claim(), await store.claim()];
    expect(jobs.map((job) => job?.home).toSorted()).toEqual(["/archive", "/new"]);
    expect(jobs.map((job) => job?.location)).toContain("/new/0.txt");
  });

  it("that is given back leaves no job behind, so that the queue's figures are those of the documents", async () => {
    await storeIn(shared, ["one", "two"]);
    const store = new PostgresJobStore(database, boss, VERSION);
    for (let time = 0; time < 3; time++) {
      const job = await store.claim();
      if (job === null) return expect.unreachable();
      await store.release(job);
    }
    expect(await database.query("SELECT state::text, count(*)::int AS jobs FROM pgboss.job GROUP BY 1")).toEqual([
      { state: "created", jobs: 2 },
    ]);
  });

  it("keeps how often and how long it was worked on", async () => {
    await storeIn(shared, ["twice"]);
    const store = new PostgresJobStore(database, boss, VERSION);
    await diesOfIt(store);
    const job = await store.claim();
    if (job === null) return expect.unreachable();
    await store.complete(job, [recordOf(job, "done")]);
    const [outcome] = await database.query("SELECT attempts, seconds >= 0 AS timed FROM hausmitteilung.outcome");
    expect(outcome).toEqual({ attempts: 2, timed: true });
  });

  it("that could not be read where it was is queued anew where it is found now", async () => {
    const { store } = await storeIn(shared, ["moved"]);
    const job = await store.claim();
    if (job === null) return expect.unreachable();
    await store.fail(job, { code: "file-not-found", message: "gone", source: "0.txt" });
    const [document] = found(["moved"]);
    if (document === undefined) return expect.unreachable();
    const moved = { ...document, location: "/archive/new/0.txt" };
    await addUnreadable(database, moved, { code: "file-unreadable", message: "for a while" });
    expect(await addDocuments(database, boss, [moved], { version: VERSION, redo: false })).toBe(1);
    expect(await store.stats()).toMatchObject({ waiting: 1, failed: {} });
    expect((await store.claim())?.location).toBe("/archive/new/0.txt");
  });
});

describe("the tables", () => {
  it("of the first version become those of this one, and its jobs are done", async () => {
    await storeIn(shared, []);
    await database.query(`
      DELETE FROM hausmitteilung.migration WHERE version = 2;
      DROP TABLE hausmitteilung.worker;
      DROP INDEX hausmitteilung.outcome_ended;
      ALTER TABLE hausmitteilung.document DROP home, DROP wanted_version;
      ALTER TABLE hausmitteilung.outcome DROP attempts, DROP seconds`);
    await expect(requireMigrated(database)).rejects.toThrow(/older/u);
    const [document] = found(["old"]);
    if (document === undefined) return expect.unreachable();
    const { sha256, bytes, location, name } = document;
    await database.query(
      "INSERT INTO hausmitteilung.document (sha256, bytes, location, name, names) VALUES ($1, $2, $3, $4, $5)",
      [sha256, bytes, location, name, [location]],
    );
    await boss.insert(QUEUE, [{ data: { sha256, bytes, location, name } }], { db: asBossDb(database) });
    await migrate(database);
    await requireMigrated(database);
    const store = new PostgresJobStore(database, boss, VERSION);
    const job = await store.claim();
    if (job === null) return expect.unreachable();
    expect(job).toEqual({ sha256, bytes, location, name, home: null });
    expect(await store.complete(job, [recordOf(job, "done")])).toBe(true);
  });

  it("are made once, and refused where a newer version made them", async () => {
    await migrate(database);
    await requireMigrated(database);
    await database.query("INSERT INTO hausmitteilung.migration (version) VALUES (1000)");
    await expect(requireMigrated(database)).rejects.toThrow(/newer version/u);
    await expect(migrate(database)).rejects.toThrow(/newer version/u);
    await database.query("DELETE FROM hausmitteilung.migration WHERE version = 1000");
  });
});
