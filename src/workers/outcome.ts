import type { Failure } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";

/** What became of one input file. */
export type FileOutcome = FileRecords | FileFailure;

interface FileRecords {
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
