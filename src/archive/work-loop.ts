import { setMaxListeners } from "node:events";
import { type FailureCode, MemoError } from "../model/failure.ts";
import { type FileOutcome, failureOf } from "../model/outcome.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { reportOutcome, workReporter } from "../report/report-file.ts";
import type { Reporter } from "../report/run-event.ts";
import { ChildrenBroken } from "../workers/child-process.ts";
import { parseFile } from "../workers/parse-file.ts";
import { PutDown } from "../workers/semaphore.ts";
import type { TaskRunner } from "../workers/worker-pool.ts";
import type { Job, JobStore } from "./job-store.ts";
import { RunStopped } from "./run-stopped.ts";

/** The places where a run's files are, each of which may go away and come back. */
export interface Places {
  /** Homes that cannot be used at the moment; looks again at those that it is time for. */
  closed(): Promise<ReadonlySet<string>>;
  /**
   * What a failure of a job's file was: the file's own; its place's, which is closed from now on; or of a moment that
   * has passed, so that a second try may succeed.
   */
  causeOf(job: Job, error: unknown): Promise<"file" | "place" | "moment">;
}

/** All that jobs are done with. */
export interface WorkRun {
  readonly store: JobStore;
  readonly runner: TaskRunner;
  readonly options: PipelineOptions;
  readonly report: Reporter;
  /** Gives some work the path of a job's file, for as long as the work takes. */
  readonly withFile: <T>(job: Job, work: (path: string) => Promise<T>) => Promise<T>;
  /** Absent: whatever is wrong with a file is its own failure. */
  readonly places?: Places;
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
    const job = await run.store.claim(await run.places?.closed());
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

/**
 * What becomes of the job's file; whatever is wrong with it is its outcome.
 * @throws PutDown also where the file's place cannot be used
 */
async function outcomeOf(job: Job, run: WorkRun): Promise<FileOutcome> {
  const { location: source } = job;
  const attempt = async (): Promise<FileOutcome> => ({ source, records: await recordsOf(job, run) });
  try {
    return await attempt();
  } catch (error) {
    if ((await causeOf(job, error, run)) === "file") return failureOf(source, error);
  }
  try {
    return await attempt();
  } catch (error) {
    await causeOf(job, error, run);
    return failureOf(source, error);
  }
}

function recordsOf(job: Job, run: WorkRun): ReturnType<typeof parseFile> {
  return run.withFile(job, (path) => {
    // What the file came to hold since it was hashed is another job: a failure of it would be written down for this one.
    const task = { path, name: job.name, sha256: job.sha256, options: run.options };
    return parseFile(run.runner, task, workReporter(job.location, run.report), run.draining);
  });
}

/** @throws what is none of the file's own failures */
async function causeOf(job: Job, error: unknown, run: WorkRun): Promise<"file" | "moment"> {
  run.interrupted.throwIfAborted();
  if (error instanceof PutDown) throw error;
  const isOfAll = error instanceof MemoError && STOPPING.has(error.code);
  if (isOfAll || error instanceof ChildrenBroken) throw new RunStopped(error.message, { cause: error });
  const cause = (await run.places?.causeOf(job, error)) ?? "file";
  if (cause === "place") throw new PutDown("The file's place cannot be used.", { cause: error });
  return cause;
}
