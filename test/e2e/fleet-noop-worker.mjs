// A worker of the fleet as the program runs it, but for the reading: "parsing" a file is a pause, and gives a record
// that names it. Files whose hash ends in 00 fail. Runs on any Node that the tests run on.
//   node fleet-noop-worker.mjs URL JOBS MILLISECONDS
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { worker } from "../../dist/cli/worker.js";
import { MemoError } from "../../dist/model/failure.js";
import { emptyRecord } from "./empty-record.mjs";

const [, , db, jobs, milliseconds] = process.argv;
const interruption = new AbortController();
const draining = new AbortController();
process.once("SIGTERM", () => draining.abort());

/** As many pauses at once as there are jobs, as the real pool has processes. */
const lanes = Array.from({ length: Number(jobs) }, () => Promise.resolve());
let turn = 0;

const runner = {
  jobs: Number(jobs),
  async run(_task, { path }) {
    const lane = turn++ % lanes.length;
    lanes[lane] = lanes[lane].then(() => sleep(Number(milliseconds)));
    await lanes[lane];
    const [, sha256] = /([0-9a-f]{64})\.txt$/u.exec(path);
    if (sha256.endsWith("00")) throw new MemoError("no-text");
    return { records: [emptyRecord(sha256)] };
  },
  async close() {},
};

const shell = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: {},
  interrupted: interruption.signal,
  drainFirst: () => draining.signal,
};

const flags = { db, jobs: Number(jobs), source: "auto", correct: true, minConfidence: 0, metricsHost: "127.0.0.1" };
process.exitCode = await worker(flags, shell, () => runner);
