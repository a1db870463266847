import { humanLog } from "./human-log.ts";
import { jsonLog } from "./json-log.ts";
import { liveLine } from "./live-line.ts";
import { closingSummary, failureMessages } from "./messages.ts";
import { type Environment, paintFor } from "./paint.ts";
import type { Reporter, ReportStream } from "./run-event.ts";

export interface ReportOptions {
  /** Failures only. */
  readonly quiet: boolean;
  /** Every event as a line for a person. */
  readonly verbose: boolean;
  /** Every event as a line of JSON; goes before the other two. */
  readonly jsonLogs: boolean;
  /** Number of files in the run. */
  readonly files: number;
  /** The time of an event. */
  readonly now?: () => Date;
}

/** The reporter that suits the options and the stream: a live line only for a person at a terminal. */
export function createReporter(stream: ReportStream, environment: Environment, options: ReportOptions): Reporter {
  if (options.jsonLogs) return jsonLog(stream, options.now ?? (() => new Date()));
  const paint = paintFor(environment);
  if (options.verbose) return humanLog(stream, paint);
  if (options.quiet || stream.isTTY !== true) return failureMessages(stream, paint);
  return all([liveLine(stream, paint, options.files), failureMessages(stream, paint), closingSummary(stream, paint)]);
}

function all(reporters: readonly Reporter[]): Reporter {
  return (event) => {
    for (const report of reporters) report(event);
  };
}
