import { resolve } from "node:path";
import { findFiles } from "../archive/find-files.ts";
import { FolderJobStore, type InputListener } from "../archive/folder-job-store.ts";
import { rebuildIndexes } from "../archive/indexes.ts";
import { InputQueue } from "../archive/input-queue.ts";
import { ArchivePaths } from "../archive/paths.ts";
import { workLoop } from "../archive/work-loop.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { pipelineVersion } from "../pipeline/version.ts";
import { createReporter } from "../report/create-reporter.ts";
import type { Reporter } from "../report/run-event.ts";
import { defaultJobs } from "../workers/default-jobs.ts";
import { MAX_FILE_BYTES } from "../workers/limits.ts";
import { type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { withArchive } from "./archive-session.ts";
import { EXIT_CODES, type ExitCode, exitCodeOf } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { Tally } from "./tally.ts";
import { readUserWords } from "./user-words.ts";

export interface BatchFlags {
  readonly out: string;
  readonly source: PipelineOptions["source"];
  readonly jobs?: number;
  readonly redo?: true;
  readonly failOn?: "review";
  readonly progress: "auto" | "json";
  readonly correct: boolean;
  readonly minConfidence: number;
  /** Path of a word list. */
  readonly words?: string;
}

/** What does the work; tests give one without processes. */
export type CreateRunner = (jobs: number) => TaskRunner;

/** Milliseconds between two signs of life for a job; in an archive folder they cost nothing. */
const HEARTBEAT_MS = 10_000;

/**
 * `hausmitteilung batch`: all files below some folders into an archive.
 * @throws WrongUse, CommandFailed; AbortError when interrupted
 */
export async function batch(
  inputs: readonly string[],
  flags: BatchFlags,
  shell: Shell,
  createRunner: CreateRunner = (jobs) => new WorkerPool({ jobs, warm: jobs }),
): Promise<ExitCode> {
  const paths = new ArchivePaths(resolve(flags.out));
  const { source, correct, minConfidence } = flags;
  const options = { source, correct, minConfidence, words: await readUserWords(flags.words) };
  const draining = shell.drainFirst();
  return withArchive(paths, shell, async (interrupted) => {
    const found = await findFiles(inputs, paths.root);
    const tally = new Tally();
    const report = reporterFor(flags, shell, found.length, tally);
    report({ event: "run-begun", files: found.length });
    const store = new FolderJobStore(
      paths,
      new InputQueue(found, MAX_FILE_BYTES),
      { version: pipelineVersion(options), redo: flags.redo === true, maxFileBytes: MAX_FILE_BYTES },
      inputListener(report),
    );
    const runner = createRunner(flags.jobs ?? defaultJobs());
    const close = (): void => void runner.close();
    interrupted.addEventListener("abort", close);
    try {
      await workLoop({
        store,
        runner,
        options,
        report,
        withFile: (job, work) => work(job.location),
        waitForWork: async () => false,
        draining,
        interrupted,
        heartbeatEvery: HEARTBEAT_MS,
      });
    } finally {
      await runner.close();
    }
    await rebuildIndexes(paths);
    report({ event: "run-done", ...tally.totals });
    if (draining.aborted) return EXIT_CODES.interrupted.code;
    return exitCodeOf(tally, flags.failOn === "review");
  });
}

function reporterFor(flags: BatchFlags, shell: Shell, files: number, tally: Tally): Reporter {
  return tally.counting(
    createReporter(shell.stderr, shell.environment, {
      quiet: false,
      verbose: false,
      jsonLogs: flags.progress === "json",
      files,
    }),
  );
}

function inputListener(report: Reporter): InputListener {
  return {
    onSkipped: (source, why, failure) => report({ event: "file-skipped", source, why, failure }),
    onUnreadable: (source, { code, message }) => report({ event: "file-failed", source, code, message, detail: null }),
  };
}
