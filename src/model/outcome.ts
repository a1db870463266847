import { FAILURES, type Failure, MemoError } from "./failure.ts";
import type { MemoRecord } from "./record.ts";

/** What became of one input file. */
export type FileOutcome = FileRecords | FileFailure;

export interface FileRecords {
  /** The file as the user named it. */
  readonly source: string;
  readonly records: readonly MemoRecord[];
}

export interface FileFailure {
  readonly source: string;
  readonly failure: Failure;
  /** For developers: the stack of the error that lies behind the failure. */
  readonly detail: string | null;
}

/** What was thrown over a file, as the file's outcome: one bad file never ends the run. */
export function failureOf(source: string, error: unknown): FileFailure {
  if (error instanceof MemoError) {
    const detail = error.cause === undefined ? null : stackOf(error.cause);
    return { source, failure: { code: error.code, message: error.message, source }, detail };
  }
  const message = `${FAILURES["internal-error"]} ${error instanceof Error ? error.message : String(error)}`;
  return { source, failure: { code: "internal-error", message, source }, detail: stackOf(error) };
}

/** How many records a person should look at. */
export function countNeedingReview(records: readonly { readonly status: string }[]): number {
  return records.filter((record) => record.status === "needs-review").length;
}

/** The stack of an error and of those that caused it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nCaused by: ${stackOf(error.cause)}`;
}
