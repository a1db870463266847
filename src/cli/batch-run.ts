import { existsSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { failuresIn } from "../archive/archive-stats.ts";
import type { FoundFile } from "../archive/find-files.ts";
import { FolderJobStore, type InputListener } from "../archive/folder-job-store.ts";
import type { FolderWatch } from "../archive/folder-watch.ts";
import { rebuildIndexes } from "../archive/indexes.ts";
import { InputQueue } from "../archive/input-queue.ts";
import { type ArchivePaths, sha256OfText } from "../archive/paths.ts";
import { workLoop } from "../archive/work-loop.ts";
import { DEFAULT_LIMITS, type Limits, MIB } from "../model/limits.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { BatchCounts } from "../report/batch-counts.ts";
import { createBatchReporter } from "../report/create-batch-reporter.ts";
import { counted } from "../report/messages.ts";
import type { Reporter } from "../report/run-event.ts";
import { defaultJobs } from "../workers/default-jobs.ts";
import { type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { EXIT_CODES, type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { pipelineOptions, type ReadingFlags, versionWith } from "./reading-options.ts";
import type { Shell } from "./shell.ts";
import { readUserWords } from "./user-words.ts";
import { withRunner } from "./with-runner.ts";

/** What every command has that works into an archive. */
export interface WorkFlags extends ReadingFlags {
  readonly jobs?: number;
  readonly memory?: number;
  readonly failOn?: "review";
  readonly progress: "auto" | "json";
}

/**
 * What does the work; tests give one without processes.
 * @param memory MiB of all its processes together, where the user says
 */
export type CreateRunner = (jobs: number, limits: Limits | undefined, memory: number | undefined) => TaskRunner;

export const createPool: CreateRunner = (jobs, limits, memory) =>
  new WorkerPool({ jobs, limits, memory: memory && memory * MIB });

/** A run into an archive whose lock is held. */
export interface BatchRun {
  readonly paths: ArchivePaths;
  readonly found: readonly FoundFile[];
  readonly flags: WorkFlags;
  /** Whether contents that another version of the pipeline did are done again. */
  readonly redo: boolean;
  readonly options: PipelineOptions;
  readonly shell: Shell;
  readonly createRunner: CreateRunner;
  /** Aborted: no file is begun any more. */
  readonly draining: AbortSignal;
  readonly interrupted: AbortSignal;
  /** Records that got their hashes only now, as `withArchive` tells. */
  readonly adopted: number;
  /** Called with the store before the work begins. */
  readonly prepare: (store: FolderJobStore) => Promise<unknown>;
  /** Called when the indexes are made: writes what else is made of the archive. */
  readonly publish?: (report: Reporter) => Promise<void>;
  /** Gives more files when those found are done; null where the run ends then. */
  readonly watch: FolderWatch | null;
}

/** Milliseconds between two signs of life for a job; in an archive folder they cost nothing. */
const HEARTBEAT_MS = 10_000;

/** Parses all files found, makes the indexes anew, tells what it came to. */
export async function runBatch(run: BatchRun): Promise<ExitCode> {
  const { paths, flags, shell } = run;
  const clock = (): number => performance.now();
  const counts = new BatchCounts(clock);
  const json = flags.progress === "json";
  const report = createBatchReporter(shell.stderr, shell.environment, { json, counts, clock });
  if (run.adopted > 0) report({ event: "service", level: "info", message: adoptionOf(run.adopted) });
  const store = openStore(run, await versionOf(run.options), report);
  await run.prepare(store);
  report({ event: "run-begun", files: store.waiting });
  run.draining.addEventListener("abort", () => report({ event: "run-draining" }), { once: true });
  await workAll(run, store, report);
  const archive = { ...(await rebuildIndexes(paths)), ...(await failuresIn(paths)) };
  await run.publish?.(report);
  report({ event: "batch-done", ...counts.totals(), archive });
  if (run.draining.aborted) return EXIT_CODES.interrupted.code;
  return exitCodeOf({ failures: counts.reasons, needReview: archive.needReview }, flags.failOn === "review");
}

function adoptionOf(records: number): string {
  return `This archive is from before hashes of its records were kept: ${counted(records, "record")} taken as they stand.`;
}

async function workAll(run: BatchRun, store: FolderJobStore, report: Reporter): Promise<void> {
  const { options, draining, interrupted } = run;
  const created = run.createRunner(run.flags.jobs ?? defaultJobs(), options.limits, run.flags.memory);
  await withRunner(created, interrupted, (runner) =>
    workLoop({
      store,
      runner,
      options,
      report,
      withFile: (job, work) => work(job.location),
      waitForWork: waitingFor(run, store, report),
      draining,
      interrupted,
      heartbeatEvery: HEARTBEAT_MS,
    }),
  );
}

/** Waits for the next files that a watch finds; all lanes of the work loop together, as one look serves them all. */
function waitingFor(run: BatchRun, store: FolderJobStore, report: Reporter): () => Promise<boolean> {
  const { watch, paths } = run;
  if (watch === null) return async () => false;
  const ended = AbortSignal.any([run.draining, run.interrupted]);
  const wait = async (): Promise<boolean> => {
    await rebuildIndexes(paths);
    const files = await watch.next(ended);
    if (files.length > 0) report({ event: "run-begun", files: files.length });
    store.add(files);
    return !ended.aborted;
  };
  let waiting: Promise<boolean> | null = null;
  return () => {
    waiting ??= wait().finally(() => {
      waiting = null;
    });
    return waiting;
  };
}

function openStore({ paths, found, redo, options }: BatchRun, version: string, report: Reporter): FolderJobStore {
  const listener: InputListener = {
    onSkipped: (source, why, failure) => report({ event: "file-skipped", source, why, failure }),
    onUnreadable: (source, { code, message }) => report({ event: "file-failed", source, code, message, detail: null }),
  };
  const { fileBytes } = options.limits ?? DEFAULT_LIMITS;
  return new FolderJobStore(paths, new InputQueue(found, fileBytes), { version, redo }, listener);
}

/** Taught words read a letter otherwise, as another program would: what was read without them is done again by `--redo`. */
async function versionOf(options: PipelineOptions): Promise<string> {
  const version = await versionWith(options);
  const words = options.words.toSorted().join("\n");
  return words === "" ? version : `${version} words ${sha256OfText(words).slice(0, 12)}`;
}

/**
 * The options of a run: its own words are those of the user and those confirmed for this archive.
 * @throws WrongUse
 */
export async function archiveOptions(flags: WorkFlags, paths: ArchivePaths): Promise<PipelineOptions> {
  const options = await pipelineOptions(flags);
  const confirmed = existsSync(paths.words) ? await readUserWords(paths.words) : [];
  return { ...options, words: [...new Set([...options.words, ...confirmed])] };
}
