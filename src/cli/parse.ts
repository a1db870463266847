import { type Limits, MIB } from "../model/limits.ts";
import { createReporter } from "../report/create-reporter.ts";
import type { Reporter } from "../report/run-event.ts";
import { defaultJobs } from "../workers/default-jobs.ts";
import { type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { refuseTwiceStandardInput } from "./inputs.ts";
import { prepareFolder } from "./output-folder.ts";
import { type ParseRun, parseAll } from "./parse-all.ts";
import { pipelineOptions, type ReadingFlags } from "./reading-options.ts";
import { type FormatFlags, type RecordFormat, recordFormat } from "./record-format.ts";
import { folderSink, linesSink, prettySink, type RecordSink } from "./record-sinks.ts";
import type { Shell } from "./shell.ts";
import { withRunner } from "./with-runner.ts";

export interface ParseFlags extends ReadingFlags, FormatFlags {
  readonly out?: string;
  readonly jobs?: number;
  readonly memory?: number;
  readonly failOn?: "review";
  readonly quiet?: true;
  readonly verbose?: true;
  readonly jsonLogs?: true;
}

/** What does the work on so many files; tests give one without processes. */
export type CreateRunner = (
  jobs: number,
  files: readonly string[],
  limits: Limits | undefined,
  memory: number | undefined,
) => TaskRunner;

/** Most memos have no more, so a second process can begin with the second page at once; pages of a text are not spread. */
const PAGES_OF_A_MEMO = 2;

function createPool(
  jobs: number,
  files: readonly string[],
  limits: Limits | undefined,
  memory: number | undefined,
): TaskRunner {
  const warm = files.reduce((sum, file) => sum + (file.endsWith(".txt") ? 1 : PAGES_OF_A_MEMO), 0);
  return new WorkerPool({ jobs, warm, limits, memory: memory && memory * MIB });
}

/**
 * `hausmitteilung parse`: a record for every memo, in the order of the files.
 * @throws WrongUse, OutputBroken; AbortError when interrupted
 */
export async function parse(
  files: readonly string[],
  flags: ParseFlags,
  shell: Shell,
  createRunner: CreateRunner = createPool,
): Promise<ExitCode> {
  refuseTwiceStandardInput(files);
  if (flags.out !== undefined) await prepareFolder(flags.out, files);
  const options = await pipelineOptions(flags);
  const report = reporterFor(files, flags, shell);
  const run: ParseRun = {
    shell,
    options,
    runner: createRunner(flags.jobs ?? defaultJobs(), files, options.limits, flags.memory),
    sink: sinkFor(files, recordFormat(flags, report), flags.out, shell),
    report,
  };
  const tally = await withRunner(run.runner, shell.interrupted, () => parseAll(files, run));
  return exitCodeOf(tally, flags.failOn === "review");
}

function sinkFor(
  files: readonly string[],
  format: RecordFormat,
  out: string | undefined,
  { stdout }: Shell,
): RecordSink {
  if (out !== undefined) return folderSink(out, stdout, format);
  return files.length === 1 ? prettySink(stdout, format) : linesSink(stdout, format);
}

function reporterFor(files: readonly string[], flags: ParseFlags, shell: Shell): Reporter {
  return createReporter(shell.stderr, shell.environment, {
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    jsonLogs: flags.jsonLogs === true,
    files: files.length,
  });
}
