import { FAILURES, MemoError } from "../model/failure.ts";
import type { FileFailure } from "./outcome.ts";

/** What was thrown over a file, as the file's outcome: one bad file never ends the run. */
export function failureOf(source: string, error: unknown): FileFailure {
  if (error instanceof MemoError) {
    const detail = error.cause === undefined ? null : stackOf(error.cause);
    return { source, failure: { code: error.code, message: error.message, source }, detail };
  }
  const message = `${FAILURES["internal-error"]} ${error instanceof Error ? error.message : String(error)}`;
  return { source, failure: { code: "internal-error", message, source }, detail: stackOf(error) };
}

/** The stack of an error and of those that caused it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nCaused by: ${stackOf(error.cause)}`;
}
