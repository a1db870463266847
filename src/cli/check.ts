import { writeFileAtomically } from "../archive/write-file-atomically.ts";
import { type CaseInput, findCases, matchesPattern } from "../check/case-folder.ts";
import { type CheckedCase, checkCase } from "../check/check-case.ts";
import { InvalidFile } from "../check/invalid-file.ts";
import { type LoadedCase, loadCase } from "../check/load-case.ts";
import { type BrokenFile, type CheckReport, passes } from "../evaluate/check-report.ts";
import { evaluate } from "../evaluate/evaluation.ts";
import { createReporter } from "../report/create-reporter.ts";
import { printable } from "../report/printable.ts";
import { workReporter } from "../report/report-file.ts";
import type { Reporter } from "../report/run-event.ts";
import { defaultJobs } from "../workers/default-jobs.ts";
import { inOrder } from "../workers/in-order.ts";
import { type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { beginCase } from "./begin-case.ts";
import type { CheckFlags } from "./check-flags.ts";
import { writeCheckReports } from "./check-reports.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type Shell, WrongUse } from "./shell.ts";
import { withRunner } from "./with-runner.ts";

/** What does the work; tests give one without processes. */
type CreateRunner = (jobs: number) => TaskRunner;

/**
 * `hausmitteilung check`: parses cases and compares.
 * @throws WrongUse, ReaderGone, OutputBroken; AbortError when interrupted
 */
export async function check(
  folder: string,
  given: CheckFlags,
  shell: Shell,
  createRunner: CreateRunner = (jobs) => new WorkerPool({ jobs }),
): Promise<ExitCode> {
  refuseContradictions(given, shell);
  const flags = given.init === undefined ? given : await beginCase(folder, given.init, given);
  const loaded = await loadCases(folder, flags.only, (broken) => tellBroken(broken, flags, shell));
  tellStale(loaded, flags, shell);
  const seconds = new Map<string, number>();
  return withRunner(createRunner(flags.jobs ?? defaultJobs()), shell.interrupted, async (runner) => {
    const checked = await checkAll(loaded, { flags, runner, shell, seconds });
    for (const { path, text } of checked.flatMap(({ writes }) => writes)) await writeFileAtomically(path, text);
    const report: CheckReport = {
      cases: checked.map((one) => one.report),
      evaluation: evaluate(
        checked.flatMap(({ scored }) => scored),
        flags.limits,
      ),
      seconds,
    };
    await writeCheckReports(report, flags.reporter, shell);
    return passes(report) ? EXIT_CODES.allGood.code : EXIT_CODES.differs.code;
  });
}

/** @throws WrongUse */
function refuseContradictions({ update, init, reporter }: CheckFlags, { environment }: Shell): void {
  const inCi = !["", "false", "0", undefined].includes(environment.CI);
  if ((update === true || init !== undefined) && inCi) {
    throw new WrongUse("Expectations are not rewritten in CI (the variable CI is set): nobody would look at them.");
  }
  if (reporter.filter(({ file }) => file === null).length > 1) {
    throw new WrongUse(
      "Only one report can go to standard output; the others need a file: --reporter junit=report.xml",
    );
  }
}

/** Recordings that do not hold are named before the scans are read again, which takes a while. */
function tellStale(loaded: readonly LoadedCase[], { record }: CheckFlags, { stderr }: Shell): void {
  for (const { input, recorded } of record === true ? [] : loaded) {
    if (recorded.staleBecause === null) continue;
    const words = `${input.name}: stale recording (${recorded.staleBecause}); the scan is read again`;
    stderr.write(`${printable(words)}\n`);
  }
}

/** Files that nobody can understand, in the reports for machines; people are told by the error. */
async function tellBroken(broken: readonly BrokenFile[], { reporter }: CheckFlags, shell: Shell): Promise<void> {
  const forMachines = reporter.filter(({ kind }) => kind === "github" || kind === "junit");
  const report: CheckReport = { cases: [], evaluation: evaluate([], {}), broken };
  if (forMachines.length > 0) await writeCheckReports(report, forMachines, shell);
}

/**
 * @param onBroken called with the files beside inputs that are invalid
 * @throws WrongUse if there is no such folder or case, or a file beside an input is invalid: with all that is wrong
 */
async function loadCases(
  folder: string,
  only: string | undefined,
  onBroken: (broken: readonly BrokenFile[]) => Promise<void>,
): Promise<LoadedCase[]> {
  const inputs = await findCases(folder).catch((error: unknown) => {
    throw new WrongUse(`The folder ${JSON.stringify(folder)} cannot be read.`, { cause: error });
  });
  const chosen = only === undefined ? inputs : inputs.filter(({ name }) => matchesPattern(name, only));
  if (chosen.length === 0) {
    const which = only === undefined ? "" : ` that matches ${JSON.stringify(only)}`;
    throw new WrongUse(`There is no case${which} in ${JSON.stringify(folder)}.`);
  }
  const loads = await Promise.allSettled(chosen.map((input: CaseInput) => loadCase(input)));
  const faults = loads.flatMap((load) => (load.status === "rejected" ? [load.reason] : []));
  const other = faults.find((fault) => !(fault instanceof InvalidFile));
  if (other !== undefined) throw other;
  const broken = new Map(faults.map((fault: InvalidFile) => [fault.path, fault]));
  if (broken.size > 0) {
    await onBroken([...broken.values()]);
    throw new WrongUse([...broken.values()].map(({ message }) => message).join("\n"));
  }
  return loads.flatMap((load) => (load.status === "fulfilled" ? [load.value] : []));
}

interface CheckRun {
  readonly flags: CheckFlags;
  readonly runner: TaskRunner;
  readonly shell: Shell;
  /** Takes the time of each case. */
  readonly seconds: Map<string, number>;
}

async function checkAll(
  loaded: readonly LoadedCase[],
  { flags, runner, shell, seconds }: CheckRun,
): Promise<CheckedCase[]> {
  const report: Reporter = createReporter(shell.stderr, shell.environment, {
    quiet: false,
    verbose: false,
    jsonLogs: false,
    files: loaded.length,
  });
  const checkOne = async (one: LoadedCase): Promise<CheckedCase> => {
    const source = one.input.name;
    const begun = performance.now();
    const tools = { runner, record: flags.record === true, update: flags.update === true };
    const checked = await checkCase(one, { ...tools, listener: workReporter(source, report) });
    seconds.set(source, (performance.now() - begun) / 1000);
    shell.interrupted.throwIfAborted();
    report({ event: "file-done", source, records: 0, needReview: 0, pages: 0 });
    return checked;
  };
  const checked: CheckedCase[] = [];
  for await (const one of inOrder(loaded, 2 * runner.jobs, checkOne)) checked.push(one);
  return checked;
}
