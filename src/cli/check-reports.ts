import { writeFileAtomically } from "../archive/write-file-atomically.ts";
import type { CheckReport } from "../evaluate/check-report.ts";
import { githubCheck } from "../report/check/github.ts";
import { humanCheck } from "../report/check/human.ts";
import { junitCheck } from "../report/check/junit.ts";
import { checkJson } from "../report/evaluation-json.ts";
import { checkPage } from "../report/page/check-page.ts";
import { paintForResults } from "../report/paint.ts";
import type { CheckReporter, ReporterChoice } from "./check-flags.ts";
import { type Shell, WrongUse } from "./shell.ts";
import { writeOut } from "./streams.ts";

/**
 * Tells a check as asked for; for people on standard output where nothing is asked for.
 * @throws ReaderGone, OutputBroken; WrongUse if a file cannot be written
 */
export async function writeCheckReports(
  report: CheckReport,
  choices: readonly ReporterChoice[],
  shell: Shell,
): Promise<void> {
  const chosen: readonly ReporterChoice[] = choices.length === 0 ? [{ kind: "human", file: null }] : choices;
  for (const { kind, file } of chosen) {
    if (file === null) await writeOut(shell.stdout, textOf(kind, report, shell));
    else await writeReport(file, textOf(kind, report, { environment: { NO_COLOR: "1" } }));
  }
}

function textOf(kind: CheckReporter, report: CheckReport, { environment }: Pick<Shell, "environment">): string {
  switch (kind) {
    case "human":
      return humanCheck(report, paintForResults(environment));
    case "junit":
      return junitCheck(report);
    case "github":
      return githubCheck(report);
    case "json":
      return checkJson(report);
    case "html":
      return checkPage(report);
  }
}

async function writeReport(file: string, text: string): Promise<void> {
  await writeFileAtomically(file, text).catch((error: unknown) => {
    throw new WrongUse(`The report ${JSON.stringify(file)} cannot be written.`, { cause: error });
  });
}
