import { batchTable } from "./batch-table.ts";
import { counted, failureLine, summaryLine, withheldWords } from "./messages.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import type { Reporter, ReportStream, RunEvent } from "./run-event.ts";

/** Every event as a line for a person. */
export function humanLog(stream: ReportStream, paint: Paint): Reporter {
  return (event) => {
    stream.write(`${lineOf(event, paint)}\n`);
  };
}

const SKIPPED = {
  done: "done already",
  duplicate: "the same content as another file",
  outdated: "done by another version of this program",
};

function lineOf(event: RunEvent, paint: Paint): string {
  if (event.event === "run-begun") return `${counted(event.files, "file")} found`;
  if (event.event === "run-draining") return "interrupted: nothing more is begun";
  if (event.event === "run-done") return summaryLine(event, paint);
  if (event.event === "batch-done") return batchTable(event, paint).trimEnd();
  if (event.event === "file-failed") return failureLine(event, paint) + detailOf(event.detail, paint);
  if (event.event === "service") return event.level === "warn" ? paint.yellow(event.message) : event.message;
  return `${paint.dim(printable(event.source))}  ${wordsOf(event, paint)}`;
}

function wordsOf(
  event: Exclude<
    RunEvent,
    { event: "run-begun" | "run-draining" | "run-done" | "batch-done" | "file-failed" | "service" }
  >,
  paint: Paint,
): string {
  switch (event.event) {
    case "file-begun":
      return "begun";
    case "progress":
      return event.page === undefined ? event.stage : `${event.stage}, page ${event.page} of ${event.of ?? event.page}`;
    case "chatter":
      return paint.dim(printable(event.text.trim()));
    case "retried":
      return paint.yellow("the process that read the file died; trying once more");
    case "finding":
      return findingWords(event, paint);
    case "file-skipped":
      return paint.dim(SKIPPED[event.why]);
    case "record-withheld":
      return paint.yellow(withheldWords());
    case "file-done":
      return doneWords(event.records, event.needReview);
  }
}

function findingWords(finding: Extract<RunEvent, { event: "finding" }>, paint: Paint): string {
  const severity = finding.severity === "info" ? paint.cyan("info") : paint.yellow(finding.severity);
  const place = [finding.at, finding.page === undefined ? undefined : `page ${finding.page}`];
  const where = place.filter((part) => part !== undefined).join(", ");
  const code = paint.dim(where === "" ? `(${finding.code})` : `(${finding.code}; ${where})`);
  return `${severity} ${printable(finding.message)} ${code}`;
}

function doneWords(records: number, needReview: number): string {
  const done = `done, ${counted(records, "record")}`;
  return needReview === 0 ? done : `${done}, ${needReview} to be reviewed`;
}

function detailOf(detail: string | null, paint: Paint): string {
  return detail === null ? "" : `\n${paint.dim(detail.split("\n").map(printable).join("\n"))}`;
}
