// npm run bench -- fleet [--count N] [--runs N]: what the queue costs, on a PostgreSQL of its own, with workers that
// do not read but wait (50 ms) or do nothing.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { addDocuments } from "../../dist/fleet/add-documents.js";
import { connect } from "../../dist/fleet/connect.js";
import { migrate } from "../../dist/fleet/migrations.js";
import { createQueues, openQueue } from "../../dist/fleet/queue.js";
import { readStats } from "../../dist/fleet/stats.js";
import { PostgresServer } from "../fleet/postgres-server.ts";

const WORKER = fileURLToPath(new URL("../e2e/fleet-noop-worker.mjs", import.meta.url));

const WORKERS = 2;

/** Of a job in the first figure, in milliseconds. */
const JOB_MS = 50;

/** Jobs of the first figure: some seconds of work. */
const TIMED_JOBS = 1000;

/** Jobs at once in each worker that do nothing, so that the queue itself is what is measured. */
const IDLE_JOBS = 4;

/** Milliseconds between two looks at few jobs, and at many: to count 100,000 rows costs the workers 20 ms of a core. */
const LOOK_MS = { few: 200, many: 1000 };

/** Documents enqueued at once, as the program does. */
const AT_ONCE = 500;

/** @returns {Promise<object>} jobs a second, and the part of the ideal that they are */
export async function benchFleet({ count = 100_000, table }) {
  const server = await PostgresServer.start({ durable: true });
  try {
    const figures = { overhead: await overhead(server), drain: await drain(server, count) };
    if (table) process.stderr.write(tableOf(figures));
    return figures;
  } finally {
    await server.stop();
  }
}

/** Two workers that do one job of 50 ms after the other: ideal is that they never wait for the next. */
async function overhead(server) {
  const fleet = await openFleet(await server.createDatabase("overhead"));
  await enqueue(fleet, TIMED_JOBS);
  const seconds = await drained(fleet, { jobs: 1, milliseconds: JOB_MS, lookMs: LOOK_MS.few });
  await fleet.close();
  const ideal = (TIMED_JOBS * JOB_MS) / 1000 / WORKERS;
  return {
    jobs: TIMED_JOBS,
    jobMilliseconds: JOB_MS,
    workers: WORKERS,
    seconds,
    idealSeconds: ideal,
    part: ideal / seconds,
  };
}

/** Many jobs that do nothing: enqueued, listed, drained; and how much slower the last tenth is than the first. */
async function drain(server, count) {
  const fleet = await openFleet(await server.createDatabase("drain"));
  const enqueueSeconds = await timed(() => enqueue(fleet, count));
  const listSeconds = await timed(() => readStats(fleet.database));
  const marks = [];
  const work = { jobs: IDLE_JOBS, milliseconds: 0, lookMs: LOOK_MS.many };
  const seconds = await drained(fleet, work, (done, at) => marks.push({ done, at }));
  await fleet.close();
  const rateBetween = (from, to) => {
    const [a, b] = [from, to].map((part) => marks.find(({ done }) => done >= part * count) ?? marks.at(-1));
    return (b.done - a.done) / (b.at - a.at);
  };
  const [first, last] = [rateBetween(0.02, 0.12), rateBetween(0.88, 0.98)];
  return {
    jobs: count,
    enqueueSeconds,
    listSeconds,
    seconds,
    jobsASecond: count / seconds,
    first,
    last,
    slower: 1 - last / first,
  };
}

async function openFleet(url) {
  const database = await connect(url, { connections: 4 });
  await migrate(database);
  await createQueues(database);
  const boss = await openQueue(database, { watch: false, onTrouble: () => {} });
  const close = async () => {
    await boss.stop({ close: false });
    await database.close();
  };
  return { url, database, boss, close };
}

async function enqueue({ database, boss }, count) {
  for (let start = 0; start < count; start += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, index) => invented(start + index));
    await addDocuments(database, boss, some, { version: "bench", redo: false });
  }
}

function invented(index) {
  const sha256 = createHash("sha256").update(String(index)).digest("hex");
  return { sha256, bytes: 1, location: `/nowhere/${sha256}.txt`, name: `${sha256}.txt` };
}

/** Seconds from the first job's end to the last's, start-up of the workers left out. */
async function drained({ url, database }, { jobs, milliseconds, lookMs }, onMark = () => {}) {
  const workers = Array.from({ length: WORKERS }, () =>
    spawn(process.execPath, [WORKER, url, String(jobs), String(milliseconds)], { stdio: "ignore" }),
  );
  const [{ count }] = await database.query("SELECT count(*)::int AS count FROM hausmitteilung.document");
  let begun = null;
  let doneAtFirst = 0;
  for (;;) {
    const [{ done }] = await database.query("SELECT count(*)::int AS done FROM hausmitteilung.outcome");
    const now = performance.now() / 1000;
    if (done > 0 && begun === null) [begun, doneAtFirst] = [now, done];
    if (begun !== null) onMark(done, now);
    if (workers.every((worker) => worker.exitCode !== null)) throw new Error("The workers have died.");
    if (done === count) {
      for (const worker of workers) worker.kill("SIGTERM");
      return ((now - begun) * count) / (count - doneAtFirst);
    }
    await sleep(lookMs);
  }
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function tableOf({ overhead: { part, seconds, jobs, jobMilliseconds }, drain: many }) {
  const percent = (value) => `${(100 * value).toFixed(0)} %`;
  return `jobs of ${jobMilliseconds} ms, ${WORKERS} workers: ${jobs} in ${seconds.toFixed(1)} s, ${percent(part)} of the ideal
${many.jobs} jobs that do nothing: enqueued in ${many.enqueueSeconds.toFixed(1)} s, counted in ${many.listSeconds.toFixed(2)} s,
  drained in ${many.seconds.toFixed(1)} s (${many.jobsASecond.toFixed(0)} a second)
  first tenth ${many.first.toFixed(0)} a second, last tenth ${many.last.toFixed(0)}: ${percent(Math.abs(many.slower))} ${many.slower < 0 ? "faster" : "slower"}
`;
}
