import type { Reporter, ReportStream } from "./run-event.ts";

/** Every event as a line of JSON with its time, as `logEventSchema` has it. */
export function jsonLog(stream: ReportStream, now: () => Date): Reporter {
  return (event) => {
    stream.write(`${JSON.stringify({ time: now().toISOString(), ...event })}\n`);
  };
}
