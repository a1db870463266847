import { describe, expect, it } from "vitest";
import { BatchCounts } from "../../src/report/batch-counts.ts";
import { duration } from "../../src/report/batch-progress.ts";
import { createBatchReporter } from "../../src/report/create-batch-reporter.ts";
import type { Reporter, RunEvent } from "../../src/report/run-event.ts";
import { recorder } from "./recorder.ts";

const done: RunEvent = { event: "file-done", source: "a.pdf", records: 1, needReview: 0, pages: 3 };
const failed: RunEvent = { event: "file-failed", source: "b.pdf", code: "no-text", message: "No text.", detail: null };
const skipped: RunEvent = { event: "file-skipped", source: "c.pdf", why: "done", failure: null };
const reading: RunEvent = { event: "progress", source: "in/d\n.pdf", stage: "read", page: 2, of: 3 };

/** A reporter, and a clock that stands still until it is moved. */
function reporterAt(terminal: { isTTY?: boolean; columns?: number }, json = false) {
  let now = 0;
  const stream = recorder(terminal);
  const clock = (): number => now;
  const counts = new BatchCounts(clock);
  const report: Reporter = createBatchReporter(stream, { NO_COLOR: "1" }, { json, counts, clock });
  return {
    stream,
    counts,
    report,
    pass(seconds: number) {
      now += seconds * 1000;
    },
  };
}

describe("in a log", () => {
  it("a line a minute tells how far the run has come, and when it may end", () => {
    const { stream, report, pass } = reporterAt({});
    report({ event: "run-begun", files: 100 });
    for (const event of [skipped, done, failed]) report(event);
    pass(59);
    report(reading);
    expect(stream.text()).toBe("");
    pass(1);
    report(reading);
    report(reading);
    // Two files in a minute; the 97 that are left take 48 times as long.
    expect(stream.text()).toBe("3 of 100 files, 1 failed; 3 pages, 3 a minute, about 49 min left\n");
  });
});

describe("at a terminal", () => {
  it("one block is drawn over itself, at most ten times a second, and cleared away at the end", () => {
    const { stream, report, pass, counts } = reporterAt({ isTTY: true, columns: 40 });
    report({ event: "run-begun", files: 2 });
    for (let step = 0; step < 50; step++) report(reading);
    pass(1);
    report(reading);
    expect(stream.text().split("0 of 2 files")).toHaveLength(3);
    expect(stream.text()).toContain("in/d\\n.pdf, page 2 of 3: read");
    const before = stream.text().length;
    report({
      event: "batch-done",
      ...counts.totals(),
      archive: { records: 0, needReview: 0, failures: {}, failedFiles: [], failedNames: 0 },
    });
    const [clear, up] = ["\r\u001b[2K", "\u001b[1A"];
    expect(stream.text().slice(before).startsWith(`${clear}${up}${clear}${up}${clear} `)).toBe(true);
  });
});

describe("an interrupted run", () => {
  it("says at once what Ctrl-C does, goes on telling, and says at the end how to go on", () => {
    for (const terminal of [{}, { isTTY: true, columns: 200 }]) {
      const { stream, report, counts, pass } = reporterAt(terminal);
      for (const event of [{ event: "run-begun", files: 5 } as const, done]) report(event);
      report({ event: "run-draining" });
      expect(stream.text()).toContain("Interrupted: what is in hand is brought to its end. Once more (Ctrl-C)");
      pass(61);
      const before = stream.text().length;
      report(reading);
      expect(stream.text().slice(before)).toContain("1 of 5 files");
      report({
        event: "batch-done",
        ...counts.totals(),
        archive: { records: 1, needReview: 0, failures: {}, failedFiles: [], failedNames: 0 },
      });
      expect(stream.text()).toContain("The run was interrupted: 4 files left; the same command goes on with them.\n");
    }
  });
});

describe("at the end", () => {
  it("a table tells this run and the archive, failures by reason", () => {
    const { stream, report, pass, counts } = reporterAt({});
    for (const event of [{ event: "run-begun", files: 3 } as const, done, failed, skipped]) report(event);
    pass(90);
    const failedFiles = [{ name: "in/a\n.pdf", code: "no-text" as const }];
    const failures = { "no-text": 1, "pdf-invalid": 4 };
    const archive = { records: 7, needReview: 2, failures, failedFiles, failedNames: 6 };
    report({ event: "batch-done", ...counts.totals(), archive });
    const lines = stream
      .text()
      .split("\n")
      .filter((line) => !line.startsWith("3 of 3"));
    expect(lines.map((line) => line.replaceAll(/ {2,}/gu, "  "))).toEqual([
      "  this run  archive",
      "records  1  7",
      "  to be reviewed  0  2",
      "failed  1  5",
      "  pdf-invalid  0  4  The PDF is damaged beyond reading.",
      "  no-text  1  1  No text was found on any page.",
      "passed over, done already  1",
      "pages  3  2 a minute, 2 min",
      "not read:",
      "  b.pdf: no-text",
      "without a record:",
      "  no-text  in/a\\n.pdf",
      "  … and 5 more, all in failures.csv",
      "",
    ]);
  });

  it("a file of this run that the archive's failures name is named once", () => {
    const { stream, report, counts } = reporterAt({});
    report(failed);
    const failedFiles = [{ name: "/in/b.pdf", code: "no-text" as const }];
    const archive = { records: 0, needReview: 0, failures: { "no-text": 1 }, failedFiles, failedNames: 1 };
    report({ event: "batch-done", ...counts.totals(), archive });
    expect(stream.text()).toContain("without a record:\n  no-text  /in/b.pdf\n");
    expect(stream.text()).not.toContain("not read:");
  });

  it("machines are told the same", () => {
    const { stream, report, counts } = reporterAt({}, true);
    report(failed);
    report({
      event: "batch-done",
      ...counts.totals(),
      archive: { records: 0, needReview: 0, failures: {}, failedFiles: [], failedNames: 0 },
    });
    const [, last] = stream
      .text()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(last).toMatchObject({ event: "batch-done", failures: { "no-text": 1 }, skipped: { done: 0 } });
  });
});

describe("duration", () => {
  it.each([
    [0.4, "0 s"],
    [59, "59 s"],
    [61, "1 min"],
    [3600 * 3 + 60 * 12, "3 h 12 min"],
  ])("of %f seconds", (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});
