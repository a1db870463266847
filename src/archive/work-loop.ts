import { setMaxListeners } from "node:events";
import { type FailureCode, MemoError } from "../model/failure.ts";
import { type FileOutcome, failureOf } from "../model/outcome.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { reportOutcome, workReporter } from "../report/report-file.ts";
import type { Reporter } from "../report/run-event.ts";
import { parseFile } from "../workers/parse-file.ts";
import { PutDown } from "../workers/semaphore.ts";
import type { TaskRunner } from "../workers/worker-pool.ts";
import type { Job, JobStore } from "./job-store.ts";
import { RunStopped } from "./run-stopped.ts";

/** All that jobs are done with. */
export interface WorkRun {
  readonly store: JobStore;
  readonly runner: TaskRunner;
  readonly options: PipelineOptions;
  readonly report: Reporter;
  /** Gives some work the path of a job's file, for as long as the work takes. */
  readonly withFile: <T>(job: Job, work: (path: string) => Promise<T>) => Promise<T>;
  /** Called where there is no job at the moment; ends the loop by answering false. */
  readonly waitForWork: () => Promise<boolean>;
  /** Aborted: no job is begun any more, and those in hand are brought to their end. */
  readonly draining: AbortSignal;
  /** Aborted: everything in hand is dropped. */
  readonly interrupted: AbortSignal;
  /** Milliseconds between two signs of life for a job in hand. */
  readonly heartbeatEvery: number;
}

/** What fails for one file like this fails for all. */
const STOPPING: ReadonlySet<FailureCode> = new Set(["engine-missing", "language-data-missing"]);

/** Jobs in hand for each worker: one being read, one whose pages are ready when that one is at its end. */
const JOBS_PER_WORKER = 2;

/**
 * Claims jobs, parses them in the runner's workers, ends them in the store, until there are no more. What cannot be
 * brought to its end is given back.
 * @throws RunStopped, what the store throws; AbortError when interrupted
 */
export async function workLoop(run: WorkRun): Promise<void> {
  const broken = new AbortController();
  const draining = AbortSignal.any([run.draining, broken.signal]);
  // All pages that wait for a worker listen to it.
  setMaxListeners(0, draining);
  const lane = async (): Promise<void> => {
    try {
      await workInLane({ ...run, draining });
    } catch (error) {
      broken.abort();
      throw error;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: JOBS_PER_WORKER * run.runner.jobs }, lane));
  run.interrupted.throwIfAborted();
  for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
}

/** One job after the other. */
async function workInLane(run: WorkRun): Promise<void> {
  while (!run.draining.aborted) {
    const job = await run.store.claim();
    if (job !== null) await workOn(job, run);
    else if (!(await run.waitForWork())) return;
  }
}

async function workOn(job: Job, run: WorkRun): Promise<void> {
  const { store, report } = run;
  const heart = setInterval(() => void store.heartbeat(job).catch(() => false), run.heartbeatEvery);
  try {
    report({ event: "file-begun", source: job.location });
    const outcome = await outcomeOf(job, run);
    const kept =
      "failure" in outcome ? await store.fail(job, outcome.failure) : await store.complete(job, outcome.records);
    if (kept) reportOutcome(outcome, report);
  } catch (error) {
    await store.release(job).catch(() => undefined);
    if (!(error instanceof PutDown)) throw error;
  } finally {
    clearInterval(heart);
  }
}

/** What becomes of the job's file; whatever is wrong with it is its outcome. */
async function outcomeOf(job: Job, run: WorkRun): Promise<FileOutcome> {
  const { location: source } = job;
  try {
    const records = await run.withFile(job, (path) => {
      // What the file came to hold since it was hashed is another job: a failure of it would be written down for this one.
      const task = { path, name: job.name, sha256: job.sha256, options: run.options };
      return parseFile(run.runner, task, workReporter(source, run.report), run.draining);
    });
    return { source, records };
  } catch (error) {
    run.interrupted.throwIfAborted();
    if (error instanceof PutDown) throw error;
    if (error instanceof MemoError && STOPPING.has(error.code)) {
      throw new RunStopped(error.message, { cause: error });
    }
    return failureOf(source, error);
  }
}
