import { setTimeout as sleep } from "node:timers/promises";
import { RunStopped } from "../archive/run-stopped.ts";
import { workLoop } from "../archive/work-loop.ts";
import { FleetPlaces, lookAtJob, toldTrouble } from "../fleet/fleet-places.ts";
import { lazyS3 } from "../fleet/lazy-s3.ts";
import { withFile } from "../fleet/locations.ts";
import { MeteredJobStore } from "../fleet/metered-store.ts";
import { WorkerMetrics } from "../fleet/metrics.ts";
import { type OperatorServer, serveOperators } from "../fleet/operator-server.ts";
import { PostgresJobStore } from "../fleet/postgres-job-store.ts";
import { HEARTBEAT_EVERY_MS, queueDepth } from "../fleet/queue.ts";
import { anyPending } from "../fleet/stats.ts";
import { WorkCount } from "../fleet/work-count.ts";
import { WorkerRegister } from "../fleet/worker-register.ts";
import { errorCode } from "../model/error-code.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import type { Reporter } from "../report/run-event.ts";
import { serviceLog } from "../report/service-log.ts";
import { defaultJobs } from "../workers/default-jobs.ts";
import { type CreateRunner, createPool } from "./batch-run.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type Fleet, SERVICE, withFleet } from "./fleet-session.ts";
import { pipelineOptions, type ReadingFlags, versionWith } from "./reading-options.ts";
import { CommandFailed, type Shell } from "./shell.ts";
import { withRunner } from "./with-runner.ts";

export interface WorkerFlags extends ReadingFlags {
  readonly db: string;
  readonly jobs?: number;
  readonly memory?: number;
  readonly untilEmpty?: true;
  readonly metricsPort?: number;
  readonly metricsHost: string;
  readonly jsonLogs?: true;
}

/** Milliseconds between two questions for work where there is none. */
const IDLE_MS = 2000;

/**
 * `hausmitteilung worker`: works on a fleet's queue until it is told to end.
 * @throws WrongUse, CommandFailed; AbortError when interrupted
 */
export async function worker(
  flags: WorkerFlags,
  shell: Shell,
  createRunner: CreateRunner = createPool,
): Promise<ExitCode> {
  const options = await pipelineOptions(flags);
  const limits = options.limits ?? DEFAULT_LIMITS;
  const jobs = flags.jobs ?? defaultJobs();
  const draining = shell.drainFirst();
  const report = serviceLog(shell.stderr, shell.environment, flags.jsonLogs === true, () => new Date());
  const say: Say = (message, level = "info") => report({ event: "service", level, message });
  await withFleet({ ...SERVICE, url: flags.db, report }, shell, async (fleet) => {
    const metrics = new WorkerMetrics(
      () => queueDepth(fleet.boss),
      () => fleet.isUp(),
    );
    const s3 = lazyS3();
    const places = placesOf(s3, limits, say);
    const isReady = (): boolean => fleet.isUp() && !draining.aborted && places.trouble === null;
    const operators = await openOperators(flags, metrics, isReady);
    const version = await versionWith(options);
    say(`The worker ${version} begins, with ${jobs} jobs${operators === null ? "" : ` and port ${operators.port}`}.`);
    draining.addEventListener("abort", () => say("The worker ends what it has in hand."));
    try {
      const work = { fleet, flags, version, options, limits, metrics, jobs, draining, report, say, places, s3 };
      await workOnQueue(work, shell, createRunner);
    } finally {
      await operators?.close();
    }
    say("The worker has ended.");
  });
  return EXIT_CODES.allGood.code;
}

/** Tells the log what concerns the worker itself. */
type Say = (message: string, level?: "info" | "warn") => void;

interface QueueWork {
  readonly fleet: Fleet;
  readonly flags: WorkerFlags;
  readonly version: string;
  readonly options: Awaited<ReturnType<typeof pipelineOptions>>;
  readonly limits: Limits;
  readonly metrics: WorkerMetrics;
  readonly jobs: number;
  readonly draining: AbortSignal;
  readonly report: Reporter;
  readonly say: Say;
  readonly places: FleetPlaces;
  readonly s3: ReturnType<typeof lazyS3>;
}

function placesOf(s3: QueueWork["s3"], limits: Limits, say: Say): FleetPlaces {
  return new FleetPlaces({
    look: (job) => lookAtJob(job, s3, limits.fileBytes),
    onChange(home, why) {
      if (why === null) say(`${toldTrouble(home, "is there again")}.`);
      else say(`${toldTrouble(home, why)}: the worker waits, and takes no documents from there.`, "warn");
    },
  });
}

/** @throws CommandFailed where nothing can be read here */
async function workOnQueue(work: QueueWork, shell: Shell, createRunner: CreateRunner): Promise<void> {
  const { fleet, options, limits, draining, report, say, s3, places } = work;
  const count = new WorkCount(work.metrics);
  const store = new PostgresJobStore(fleet.database, fleet.boss, work.version, foreignOnce(say));
  const stopTelling = await tellRegister(work, count);
  try {
    await withRunner(createRunner(work.jobs, limits, work.flags.memory), shell.interrupted, (runner) =>
      workLoop({
        store: new MeteredJobStore(store, count),
        runner,
        options,
        report,
        withFile: (job, parse) => withFile(job.location, s3, limits.fileBytes, parse),
        places,
        waitForWork: () => waitForWork(work),
        draining,
        interrupted: shell.interrupted,
        heartbeatEvery: HEARTBEAT_EVERY_MS,
      }),
    );
  } catch (error) {
    if (!(error instanceof RunStopped)) throw error;
    throw new CommandFailed(EXIT_CODES.unexpected.code, error.message, { cause: error });
  } finally {
    await stopTelling();
  }
}

/** Tells once of each other version whose documents are left to it. */
function foreignOnce(say: Say): (version: string) => void {
  const told = new Set<string>();
  return (version) => {
    if (told.has(version)) return;
    told.add(version);
    say(`Some documents are to be done by another version (${version}): they are left to its workers.`, "warn");
  };
}

/** Lets `status` know of the worker. @returns what ends that */
async function tellRegister({ fleet, version, jobs, places }: QueueWork, count: WorkCount) {
  const register = new WorkerRegister(fleet.database, version, jobs);
  const tell = (): Promise<void> =>
    register.tell({ inHand: count.inHand, ended: count.ended, waitsFor: places.trouble });
  await tell();
  // A sign of life that is lost is followed by the next.
  const heart = setInterval(() => void tell().catch(() => {}), HEARTBEAT_EVERY_MS);
  return async (): Promise<void> => {
    clearInterval(heart);
    await register.leave().catch(() => {});
  };
}

/** A pause, or the answer that there will be nothing more to do. Pauses differ, so that a fleet does not ask as one. */
async function waitForWork({ fleet, flags, draining }: QueueWork): Promise<boolean> {
  if (flags.untilEmpty === true && !(await anyPending(fleet.database))) return false;
  await sleep(IDLE_MS * (0.75 + Math.random() / 2), undefined, { signal: draining }).catch(() => {});
  return !draining.aborted;
}

/** @throws CommandFailed where the port cannot be had */
async function openOperators(
  { metricsHost, metricsPort }: WorkerFlags,
  metrics: WorkerMetrics,
  isReady: () => boolean,
): Promise<OperatorServer | null> {
  if (metricsPort === undefined) return null;
  const pages = { isReady, metricsType: metrics.contentType, metrics: () => metrics.text() };
  return serveOperators(metricsHost, metricsPort, pages).catch((error: unknown) => {
    const message = `The port ${metricsPort} of ${metricsHost} cannot be had (${errorCode(error)}).`;
    throw new CommandFailed(EXIT_CODES.wrongUse.code, message, { cause: error });
  });
}
