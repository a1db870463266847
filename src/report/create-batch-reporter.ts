import type { BatchCounts, Clock } from "./batch-counts.ts";
import { batchBlock, batchLog } from "./batch-progress.ts";
import { batchTable } from "./batch-table.ts";
import { jsonLog } from "./json-log.ts";
import { failureMessages } from "./messages.ts";
import { type Environment, paintFor } from "./paint.ts";
import type { Reporter, ReportStream } from "./run-event.ts";

export interface BatchReportOptions {
  /** Every event as a line of JSON, for machines. */
  readonly json: boolean;
  readonly counts: BatchCounts;
  readonly clock: Clock;
  /** The time of an event. */
  readonly now?: () => Date;
}

/** What suits a long run: a live block at a terminal, a line a minute in a log, a table at the end of both. */
export function createBatchReporter(
  stream: ReportStream,
  environment: Environment,
  { json, counts, clock, now = () => new Date() }: BatchReportOptions,
): Reporter {
  if (json) return counts.counting(jsonLog(stream, now));
  const paint = paintFor(environment);
  const follow = stream.isTTY === true ? batchBlock(stream, paint, counts, clock) : batchLog(stream, counts, clock);
  const withheld = failureMessages(stream, paint);
  return counts.counting((event) => {
    follow(event);
    if (event.event === "service") stream.write(`${event.message}\n`);
    if (event.event === "record-withheld") withheld(event);
    if (event.event === "batch-done") stream.write(batchTable(event, paint));
  });
}
