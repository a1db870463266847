import { humanLog } from "./human-log.ts";
import { jsonLog } from "./json-log.ts";
import { type Environment, paintFor } from "./paint.ts";
import type { Reporter, ReportStream, RunEvent } from "./run-event.ts";

/** What a service's log keeps: how files end, and what concerns the service itself. */
const KEPT: ReadonlySet<RunEvent["event"]> = new Set(["service", "file-done", "file-failed", "retried", "chatter"]);

/** The log of a service: JSON lines with the time of each, or at a terminal lines for a person. */
export function serviceLog(stream: ReportStream, environment: Environment, json: boolean, now: () => Date): Reporter {
  const report = stream.isTTY === true && !json ? humanLog(stream, paintFor(environment)) : jsonLog(stream, now);
  return (event) => {
    if (KEPT.has(event.event)) report(event);
  };
}
