import type { FailureCode } from "../model/failure.ts";

/** The one table of exit codes: `--help` shows it, the documents repeat it, a test compares the two. */
export const EXIT_CODES = {
  allGood: { code: 0, meaning: "all good" },
  unexpected: { code: 1, meaning: "unexpected error" },
  wrongUse: { code: 2, meaning: "wrong use" },
  someFailed: { code: 3, meaning: "some files failed" },
  needReview: { code: 4, meaning: "records need review and --fail-on review was given" },
  recordInvalid: { code: 5, meaning: "a record broke the schema" },
  differs: { code: 6, meaning: "a case of check differs, or a gate is not met" },
  archiveOff: { code: 7, meaning: "verify found something off in an archive" },
  databaseUnusable: { code: 8, meaning: "the database cannot be reached or used" },
  /** Given by `bin`, before anything is loaded. */
  nodeTooOld: { code: 9, meaning: "this Node.js is too old" },
  archiveLocked: { code: 11, meaning: "another run is writing into the archive" },
  placeUnusable: { code: 12, meaning: "the share or S3 bucket of the files cannot be reached or used" },
  interrupted: { code: 130, meaning: "interrupted" },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]["code"];

/** What a run came to. */
export interface RunResult {
  readonly failures: readonly FailureCode[];
  /** Records with status "needs-review". */
  readonly needReview: number;
}

/** The exit code of a run; of several that apply, the one that is most urgent to know. */
export function exitCodeOf(result: RunResult, failOnReview: boolean): ExitCode {
  if (result.failures.includes("internal-error")) return EXIT_CODES.unexpected.code;
  if (result.failures.includes("record-invalid")) return EXIT_CODES.recordInvalid.code;
  if (result.failures.length > 0) return EXIT_CODES.someFailed.code;
  if (failOnReview && result.needReview > 0) return EXIT_CODES.needReview.code;
  return EXIT_CODES.allGood.code;
}
