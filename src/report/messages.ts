import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import type { Reporter, ReportStream, RunEvent, RunTotals } from "./run-event.ts";

/** Says what a person must know even in a pipe: which file failed, and why. */
export function failureMessages(stream: ReportStream, paint: Paint): Reporter {
  return (event) => {
    if (event.event === "file-failed") stream.write(`${failureLine(event, paint)}\n`);
    if (event.event === "record-withheld") stream.write(`${printable(event.source)}: ${withheldWords()}\n`);
  };
}

/** Why nothing is written for a memo. */
export function withheldWords(): string {
  return "a memo is marked as confidential and was left out (--oparl-confidential gives it too)";
}

/** One line on a failed file: its name, the reason, the code scripts look for. */
export function failureLine(failure: Extract<RunEvent, { event: "file-failed" }>, paint: Paint): string {
  const reason = `${printable(failure.source)}: ${printable(failure.message)}`;
  return `${paint.red("failed")} ${reason} ${paint.dim(`(${failure.code})`)}`;
}

/** Says at the end of a run over several files how it went. */
export function closingSummary(stream: ReportStream, paint: Paint): Reporter {
  return (event) => {
    if (event.event === "run-done" && event.files > 1) stream.write(`${summaryLine(event, paint)}\n`);
  };
}

/** "12 files: 11 records, 2 need review, 1 failed" */
export function summaryLine(totals: RunTotals, paint: Paint): string {
  const parts = [paint.green(counted(totals.records, "record"))];
  if (totals.needReview > 0) parts.push(paint.yellow(`${totals.needReview} to be reviewed`));
  if (totals.failed > 0) parts.push(paint.red(`${totals.failed} failed`));
  return `${counted(totals.files, "file")}: ${parts.join(", ")}`;
}

/** "1 record", "2 records" */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
