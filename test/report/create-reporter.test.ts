import { describe, expect, it } from "vitest";
import { createReporter, type ReportOptions } from "../../src/report/create-reporter.ts";
import { logEventSchema } from "../../src/report/event-schema.ts";
import type { RunEvent } from "../../src/report/run-event.ts";
import { recorder } from "./recorder.ts";

const EVENTS: readonly RunEvent[] = [
  { event: "file-begun", source: "a.pdf" },
  { event: "progress", source: "a.pdf", stage: "read", page: 2, of: 3 },
  { event: "chatter", source: "a.pdf", text: "Warning: odd font\n" },
  {
    event: "finding",
    source: "a.pdf",
    severity: "warning",
    code: "date-uncertain",
    message: "The stamp is hard to read.",
    at: "/memo/date",
    page: 1,
  },
  { event: "file-done", source: "a.pdf", records: 1, needReview: 1, pages: 1 },
  { event: "retried", source: "b\n.pdf" },
  {
    event: "file-failed",
    source: "b\n.pdf",
    code: "pdf-encrypted",
    message: "The PDF needs a password.",
    detail: "Error: x\n    at y",
  },
  { event: "run-done", files: 2, records: 1, needReview: 1, failed: 1 },
];

function reported(options: Partial<ReportOptions>, terminal = {}): string {
  const stream = recorder(terminal);
  const report = createReporter(
    stream,
    { NO_COLOR: "1" },
    { quiet: false, verbose: false, jsonLogs: false, files: 2, ...options },
  );
  for (const event of EVENTS) report(event);
  return stream.text();
}

const FAILURE_LINE = "failed b\\n.pdf: The PDF needs a password. (pdf-encrypted)\n";

describe("createReporter", () => {
  it("tells a pipe only what failed, on one line whatever the file's name", () => {
    expect(reported({})).toBe(FAILURE_LINE);
  });

  it("tells no more when it is to be quiet, even at a terminal", () => {
    expect(reported({ quiet: true }, { isTTY: true })).toBe(FAILURE_LINE);
  });

  it("shows a person at a terminal one live line, and a summary", () => {
    expect(reported({}, { isTTY: true })).toBe(
      `\r\u001b[2K[1/2] a.pdf, page 2 of 3: read\r\u001b[2K${FAILURE_LINE}2 files: 1 record, 1 to be reviewed, 1 failed\n`,
    );
  });

  it("tells every step when it is to be verbose, and where an error came from", () => {
    expect(reported({ verbose: true })).toBe(`a.pdf  begun
a.pdf  read, page 2 of 3
a.pdf  Warning: odd font
a.pdf  warning The stamp is hard to read. (date-uncertain; /memo/date, page 1)
a.pdf  done, 1 record, 1 to be reviewed
b\\n.pdf  the process that read the file died; trying once more
${FAILURE_LINE}Error: x
    at y
2 files: 1 record, 1 to be reviewed, 1 failed
`);
  });

  it("gives machines every event as a line of JSON", () => {
    const now = (): Date => new Date(0);
    const lines = reported({ jsonLogs: true, now }).trimEnd().split("\n");
    const events = lines.map((line) => logEventSchema.parse(JSON.parse(line)));
    expect(events).toEqual(EVENTS.map((event) => ({ time: "1970-01-01T00:00:00.000Z", ...event })));
  });
});
