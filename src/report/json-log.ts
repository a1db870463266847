import type { Reporter, ReportStream } from "./run-event.ts";

/** Every event as a line of JSON, for machines. */
export function jsonLog(stream: ReportStream): Reporter {
  return (event) => {
    stream.write(`${JSON.stringify(event)}\n`);
  };
}
