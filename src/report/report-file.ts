import { countNeedingReview, type FileOutcome } from "../model/outcome.ts";
import type { Reporter } from "./run-event.ts";

/** What is heard of the work on a file, as events on it. */
export function workReporter(source: string, report: Reporter) {
  return {
    onProgress: (progress: { readonly stage: string; readonly page?: number; readonly of?: number }): void =>
      report({ event: "progress", source, ...progress }),
    onChatter: (text: string): void => report({ event: "chatter", source, text }),
    onRetry: (): void => report({ event: "retried", source }),
  };
}

/** What became of a file, its findings first. */
export function reportOutcome(outcome: FileOutcome, report: Reporter): void {
  const { source } = outcome;
  if ("failure" in outcome) {
    report({ event: "file-failed", ...outcome.failure, detail: outcome.detail });
    return;
  }
  for (const record of outcome.records) {
    for (const finding of record.diagnostics) report({ event: "finding", source, ...finding });
  }
  const needReview = countNeedingReview(outcome.records);
  const pages = outcome.records[0]?.source.pages.of ?? 0;
  report({ event: "file-done", source, records: outcome.records.length, needReview, pages });
}
