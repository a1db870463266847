import { basename } from "node:path";
import { MemoError } from "../model/failure.ts";
import { type FileOutcome, failureOf } from "../model/outcome.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { reportOutcome, workReporter } from "../report/report-file.ts";
import type { Reporter } from "../report/run-event.ts";
import { inOrder } from "../workers/in-order.ts";
import { parseFile } from "../workers/parse-file.ts";
import type { TaskRunner } from "../workers/worker-pool.ts";
import { withPath } from "./inputs.ts";
import type { RecordSink } from "./record-sinks.ts";
import { ReaderGone, type Shell } from "./shell.ts";
import { Tally } from "./tally.ts";

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
  const report = tally.counting(run.report);
  const threads = files.length === 1 ? run.runner.jobs : 1;
  const outcomes = inOrder(files, 2 * run.runner.jobs, (file) => parseOne(file, threads, run));
  try {
    for await (const outcome of outcomes) {
      const delivered = await deliver(outcome, run.sink);
      reportOutcome(delivered, report);
    }
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error;
  }
  run.report({ event: "run-done", ...tally.totals });
  return tally;
}

/** One file; whatever goes wrong with it is its outcome, so that the others go on. */
async function parseOne(file: string, threads: number, run: ParseRun): Promise<FileOutcome> {
  run.report({ event: "file-begun", source: file });
  try {
    const records = await withPath(file, run.shell, (path) =>
      parseFile(
        run.runner,
        { path, name: basename(file), options: run.options, threads },
        workReporter(file, run.report),
      ),
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
