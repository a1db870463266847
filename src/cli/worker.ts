import { setTimeout as sleep } from "node:timers/promises";
import { workLoop } from "../archive/work-loop.ts";
import { lazyS3 } from "../fleet/lazy-s3.ts";
import { withFile } from "../fleet/locations.ts";
import { MeteredJobStore } from "../fleet/metered-store.ts";
import { WorkerMetrics } from "../fleet/metrics.ts";
import { type OperatorServer, serveOperators } from "../fleet/operator-server.ts";
import { PostgresJobStore } from "../fleet/postgres-job-store.ts";
import { HEARTBEAT_EVERY_MS, queueDepth } from "../fleet/queue.ts";
import { anyPending } from "../fleet/stats.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import type { Reporter } from "../report/run-event.ts";
import { serviceLog } from "../report/service-log.ts";
import { defaultJobs } from "../workers/default-jobs.ts";
import { type CreateRunner, createPool } from "./batch-run.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type Fleet, SERVICE, withFleet } from "./fleet-session.ts";
import { pipelineOptions, type ReadingFlags, versionWith } from "./reading-options.ts";
import type { Shell } from "./shell.ts";
import { withRunner } from "./with-runner.ts";

export interface WorkerFlags extends ReadingFlags {
  readonly db: string;
  readonly jobs?: number;
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
  const jobs = flags.jobs ?? defaultJobs();
  const draining = shell.drainFirst();
  const report = serviceLog(shell.stderr, shell.environment, flags.jsonLogs === true, () => new Date());
  const say = (message: string): void => report({ event: "service", level: "info", message });
  await withFleet({ ...SERVICE, url: flags.db, report }, shell, async (fleet) => {
    const metrics = new WorkerMetrics(
      () => queueDepth(fleet.boss),
      () => fleet.isUp(),
    );
    const operators = await openOperators(flags, metrics, () => fleet.isUp() && !draining.aborted);
    const version = await versionWith(options);
    say(`The worker ${version} begins, with ${jobs} jobs${operators === null ? "" : ` and port ${operators.port}`}.`);
    draining.addEventListener("abort", () => say("The worker ends what it has in hand."));
    try {
      await workOnQueue({ fleet, flags, version, options, metrics, jobs, draining, report }, shell, createRunner);
    } finally {
      await operators?.close();
    }
    say("The worker has ended.");
  });
  return EXIT_CODES.allGood.code;
}

interface QueueWork {
  readonly fleet: Fleet;
  readonly flags: WorkerFlags;
  readonly version: string;
  readonly options: Awaited<ReturnType<typeof pipelineOptions>>;
  readonly metrics: WorkerMetrics;
  readonly jobs: number;
  readonly draining: AbortSignal;
  readonly report: Reporter;
}

async function workOnQueue(work: QueueWork, shell: Shell, createRunner: CreateRunner): Promise<void> {
  const { fleet, options, draining, report } = work;
  const limits = options.limits ?? DEFAULT_LIMITS;
  const s3 = lazyS3();
  const store = new PostgresJobStore(fleet.database, fleet.boss, work.version);
  await withRunner(createRunner(work.jobs, limits), shell.interrupted, (runner) =>
    workLoop({
      store: new MeteredJobStore(store, work.metrics),
      runner,
      options,
      report,
      withFile: (job, parse) => withFile(job.location, s3, limits.fileBytes, parse),
      waitForWork: () => waitForWork(work),
      draining,
      interrupted: shell.interrupted,
      heartbeatEvery: HEARTBEAT_EVERY_MS,
    }),
  );
}

/** A pause, or the answer that there will be nothing more to do. Pauses differ, so that a fleet does not ask as one. */
async function waitForWork({ fleet, flags, draining }: QueueWork): Promise<boolean> {
  if (flags.untilEmpty === true && !(await anyPending(fleet.database))) return false;
  await sleep(IDLE_MS * (0.75 + Math.random() / 2), undefined, { signal: draining }).catch(() => {});
  return !draining.aborted;
}

async function openOperators(
  { metricsHost, metricsPort }: WorkerFlags,
  metrics: WorkerMetrics,
  isReady: () => boolean,
): Promise<OperatorServer | null> {
  if (metricsPort === undefined) return null;
  const pages = { isReady, metricsType: metrics.contentType, metrics: () => metrics.text() };
  return serveOperators(metricsHost, metricsPort, pages);
}
