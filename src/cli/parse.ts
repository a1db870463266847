import { basename } from "node:path";
import { MemoError } from "../model/failure.ts";
import { createReporter } from "../report/create-reporter.ts";
import type { Reporter } from "../report/run-event.ts";
import { defaultJobs } from "../workers/default-jobs.ts";
import { inOrder } from "../workers/in-order.ts";
import { parseFile } from "../workers/parse-file.ts";
import type { TaskOptions } from "../workers/protocol.ts";
import { type TaskListener, type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { failureOf } from "./failure-of.ts";
import { refuseTwiceStandardInput, withPath } from "./inputs.ts";
import type { FileOutcome } from "./outcome.ts";
import { prepareFolder } from "./output-folder.ts";
import { folderSink, linesSink, prettySink, type RecordSink } from "./record-sinks.ts";
import { ReaderGone, type Shell } from "./shell.ts";
import { countNeedingReview, Tally } from "./tally.ts";
import { readUserWords } from "./user-words.ts";

export interface ParseFlags {
  readonly out?: string;
  readonly source: TaskOptions["source"];
  readonly jobs?: number;
  readonly failOn?: "review";
  readonly correct: boolean;
  readonly minConfidence: number;
  /** Path of a word list. */
  readonly words?: string;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly jsonLogs?: true;
}

/** What does the work; tests give one without processes. */
export type CreateRunner = (jobs: number) => TaskRunner;

/**
 * `hausmitteilung parse`: a record for every memo, in the order of the files.
 * @throws WrongUse, OutputBroken; the signal's reason when interrupted
 */
export async function parse(
  files: readonly string[],
  flags: ParseFlags,
  shell: Shell,
  createRunner: CreateRunner = (jobs) => new WorkerPool({ jobs }),
): Promise<ExitCode> {
  refuseTwiceStandardInput(files);
  if (flags.out !== undefined) await prepareFolder(flags.out, files);
  const run: ParseRun = {
    shell,
    options: taskOptions(flags, await readUserWords(flags.words)),
    runner: createRunner(flags.jobs ?? defaultJobs()),
    sink: sinkFor(files, flags, shell),
    report: reporterFor(files, flags, shell),
  };
  const close = (): void => void run.runner.close();
  shell.interrupted.addEventListener("abort", close);
  try {
    return exitCodeOf(await parseAll(files, run), flags.failOn === "review");
  } finally {
    shell.interrupted.removeEventListener("abort", close);
    await run.runner.close();
  }
}

interface ParseRun {
  readonly shell: Shell;
  readonly options: TaskOptions;
  readonly runner: TaskRunner;
  readonly sink: RecordSink;
  readonly report: Reporter;
}

/** Parses the files side by side and delivers in their order; ends early when nobody reads the output any more. */
async function parseAll(files: readonly string[], run: ParseRun): Promise<Tally> {
  const tally = new Tally();
  const outcomes = inOrder(files, 2 * run.runner.jobs, (file) => parseOne(file, run));
  try {
    for await (const outcome of outcomes) {
      const delivered = await deliver(outcome, run.sink);
      reportOutcome(delivered, run.report);
      tally.add(delivered);
    }
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error;
  }
  run.report({ event: "run-done", ...tally.totals });
  return tally;
}

/** One file; whatever goes wrong with it is its outcome, so that the others go on. */
async function parseOne(file: string, run: ParseRun): Promise<FileOutcome> {
  run.report({ event: "file-begun", source: file });
  try {
    const records = await withPath(file, run.shell, (path) =>
      parseFile(run.runner, { path, name: basename(file), options: run.options }, listenerFor(file, run.report)),
    );
    return { source: file, records };
  } catch (error) {
    run.shell.interrupted.throwIfAborted();
    return failureOf(file, error);
  }
}

/** Writes an outcome; what cannot be written becomes a failure, which still can. */
async function deliver(outcome: FileOutcome, sink: RecordSink): Promise<FileOutcome> {
  try {
    await sink(outcome);
    return outcome;
  } catch (error) {
    if (!(error instanceof MemoError)) throw error;
    const failure = failureOf(outcome.source, error);
    await sink(failure);
    return failure;
  }
}

function reportOutcome(outcome: FileOutcome, report: Reporter): void {
  const { source } = outcome;
  if ("failure" in outcome) {
    report({ event: "file-failed", ...outcome.failure, detail: outcome.detail });
    return;
  }
  for (const record of outcome.records) {
    for (const finding of record.diagnostics) report({ event: "finding", source, ...finding });
  }
  const needReview = countNeedingReview(outcome.records);
  report({ event: "file-done", source, records: outcome.records.length, needReview });
}

function listenerFor(source: string, report: Reporter): TaskListener {
  return {
    onProgress: (progress) => report({ event: "progress", source, ...progress }),
    onChatter: (text) => report({ event: "chatter", source, text }),
    onRetry: () => report({ event: "retried", source }),
  };
}

function taskOptions(flags: ParseFlags, words: readonly string[]): TaskOptions {
  return { source: flags.source, correct: flags.correct, minConfidence: flags.minConfidence, words };
}

function sinkFor(files: readonly string[], flags: ParseFlags, shell: Shell): RecordSink {
  if (flags.out !== undefined) return folderSink(flags.out, shell.stdout);
  return files.length === 1 ? prettySink(shell.stdout) : linesSink(shell.stdout);
}

function reporterFor(files: readonly string[], flags: ParseFlags, shell: Shell): Reporter {
  return createReporter(shell.stderr, shell.environment, {
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    jsonLogs: flags.jsonLogs === true,
    files: files.length,
  });
}
