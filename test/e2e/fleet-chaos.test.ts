import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { addDocuments } from "../../src/fleet/add-documents.ts";
import { connect } from "../../src/fleet/connect.ts";
import type { Database } from "../../src/fleet/database.ts";
import { anyPending, readStats } from "../../src/fleet/stats.ts";
import { hashOf } from "../archive/job-store-contract.ts";
import { HOOK_TIMEOUT_MS, serverForTests } from "../fleet/server-under-test.ts";
import { type Prepared, prepared } from "../fleet/store-under-test.ts";

const WORKER = fileURLToPath(new URL("fleet-noop-worker.mjs", import.meta.url));

/** Few enough for every run of the tests; a nightly run may want more. */
const { FLEET_CHAOS_DOCUMENTS = "2000", FLEET_CHAOS_SEED = String(Date.now() % 1_000_000) } = process.env;
const DOCUMENTS = Number(FLEET_CHAOS_DOCUMENTS);

/** Kills and freezes at random moments. */
const BLOWS = 12;

/** What a worker takes for one: all of them take long enough for all that happens to them. */
const DOCUMENT_MS = "60";

/** What three workers have in hand at most: two jobs each, and one ahead for each of them. */
const IN_HAND = 3 * 2 * 2;

/** Longer than a worker may be silent before its jobs go to another. */
const LONG_FREEZE_MS = 18_000;

const server = serverForTests();
let url: string;

beforeAll(async () => {
  url = await server().createDatabase("chaos");
}, HOOK_TIMEOUT_MS);

/** A worker of which nobody knows when it dies: another takes its place at once. */
class Worker {
  #process: ChildProcess = this.#started();
  #wanted = true;
  log = "";

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** Lets it end what it has in hand. @returns its exit code */
  async drained(): Promise<number | null> {
    this.#wanted = false;
    const code = new Promise<number | null>((resolve) => this.#process.once("exit", resolve));
    this.signal("SIGTERM");
    return code;
  }

  #started(): ChildProcess {
    const child = spawn(process.execPath, [WORKER, url, "2", DOCUMENT_MS], { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.log += text;
    });
    child.on("exit", () => {
      if (this.#wanted) this.#process = this.#started();
    });
    return child;
  }
}

/** Writes down every end of every document, so that one that ended twice shows. */
async function auditEnds(database: Database): Promise<void> {
  await database.query(`
    CREATE TABLE ends (sha256 text);
    CREATE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO ends VALUES (NEW.sha256); RETURN NEW; END $$;
    CREATE TRIGGER note_end AFTER INSERT OR UPDATE ON hausmitteilung.outcome
      FOR EACH ROW EXECUTE FUNCTION note_end()`);
}

function invented(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const sha256 = hashOf(`document ${index}`);
    return { sha256, bytes: 1, location: `/nowhere/${sha256}.txt`, name: `${sha256}.txt`, home: "/nowhere" };
  });
}

/** Milliseconds until no attempt that was active at the start still is. */
async function untilTakenOver(database: Database): Promise<number> {
  const begun = Date.now();
  const attempts = await database.query<{ attempt: string }>(
    "SELECT id::text || retry_count AS attempt FROM pgboss.job WHERE state = 'active'",
  );
  const names = attempts.map(({ attempt }) => attempt);
  for (;;) {
    const left = await database.query(
      "SELECT FROM pgboss.job WHERE state = 'active' AND id::text || retry_count = ANY($1)",
      [names],
    );
    if (left.length === 0) return Date.now() - begun;
    await sleep(250);
  }
}

async function workersUnderFire(workers: readonly Worker[], { database }: Prepared): Promise<number> {
  const [first, second, third] = workers as [Worker, Worker, Worker];
  while ((await readStats(database)).active < IN_HAND) await sleep(100);
  first.signal("SIGKILL");
  const recovery = untilTakenOver(database);
  second.signal("SIGSTOP");
  await sleep(1500);
  third.signal("SIGKILL");
  await sleep(LONG_FREEZE_MS);
  second.signal("SIGCONT");
  const milliseconds = await recovery;
  await server().crash();
  await sleep(1000);
  await server().start();
  await blowsAtRandom(workers);
  return milliseconds;
}

/** Who is hit, how, when and for how long follows from the seed, which is told, so that a failure can be repeated. */
async function blowsAtRandom(workers: readonly Worker[]): Promise<void> {
  console.info(`random kills and freezes: FLEET_CHAOS_SEED=${FLEET_CHAOS_SEED}`);
  const below = randomNumbers(Number(FLEET_CHAOS_SEED));
  for (let blow = 0; blow < BLOWS; blow++) {
    await sleep(below(800));
    const worker = workers[below(workers.length)];
    if (below(2) === 0) worker?.signal("SIGKILL");
    else {
      worker?.signal("SIGSTOP");
      await sleep(below(1500));
      worker?.signal("SIGCONT");
    }
  }
}

/** Whole numbers from 0 on below a limit: a linear congruential generator (Numerical Recipes). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe(`a fleet of three workers with ${DOCUMENTS} documents`, () => {
  it("ends each exactly once, whatever is killed, frozen or restarted", async () => {
    const given = await prepared(await connect(url, { connections: 3 }), () => {});
    const documents = invented(DOCUMENTS);
    const failing = documents.filter(({ sha256 }) => sha256.endsWith("00")).length;
    await auditEnds(given.database);
    await addDocuments(given.database, given.boss, documents, { version: "1", redo: false });

    const workers = [new Worker(), new Worker(), new Worker()];
    const recovery = await workersUnderFire(workers, given);
    while (await anyPending(given.database)) await sleep(500);
    expect(await Promise.all(workers.map((worker) => worker.drained()))).toEqual([0, 0, 0]);

    console.info(`jobs of a killed worker were taken over within ${(recovery / 1000).toFixed(1)} s`);
    const crashed = (await readStats(given.database)).failed["worker-crashed"] ?? 0;
    expect(await readStats(given.database)).toEqual({
      waiting: 0,
      active: 0,
      done: DOCUMENTS - failing - crashed,
      records: DOCUMENTS - failing - crashed,
      failed: { "no-text": failing, ...(crashed > 0 && { "worker-crashed": crashed }) },
    });
    const ends = "SELECT count(*)::int AS ends, count(DISTINCT sha256)::int AS documents FROM ends";
    expect(await given.database.query(ends)).toEqual([{ ends: DOCUMENTS, documents: DOCUMENTS }]);
    expect(workers.map((worker) => worker.log).join("")).toContain("The database is back.");
    await given.boss.stop({ close: false });
    await given.database.close();
  });
});
