import { basename } from "node:path";
import { MemoError } from "../model/failure.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import type { Reporter } from "../report/run-event.ts";
import { failureOf } from "../workers/failure-of.ts";
import { inOrder } from "../workers/in-order.ts";
import type { FileOutcome } from "../workers/outcome.ts";
import { parseFile } from "../workers/parse-file.ts";
import type { TaskListener, TaskRunner } from "../workers/worker-pool.ts";
import { withPath } from "./inputs.ts";
import type { RecordSink } from "./record-sinks.ts";
import { ReaderGone, type Shell } from "./shell.ts";
import { countNeedingReview, Tally } from "./tally.ts";

/** All that a run over files is done with. */
export interface ParseRun {
  readonly shell: Shell;
  readonly options: PipelineOptions;
  readonly runner: TaskRunner;
  readonly sink: RecordSink;
  readonly report: Reporter;
}

/** Parses the files side by side and delivers in their order; ends early when nobody reads the output any more. */
export async function parseAll(files: readonly string[], run: ParseRun): Promise<Tally> {
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

export function listenerFor(source: string, report: Reporter): TaskListener {
  return {
    onProgress: (progress) => report({ event: "progress", source, ...progress }),
    onChatter: (text) => report({ event: "chatter", source, text }),
    onRetry: () => report({ event: "retried", source }),
  };
}
