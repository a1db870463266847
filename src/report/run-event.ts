import type { Failure, FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";

/** What happens in a run, as data; each reporter shows the part that concerns its reader. */
export type RunEvent =
  /** All files are found; `files` is their number. */
  | { readonly event: "run-begun"; readonly files: number }
  | { readonly event: "file-begun"; readonly source: string }
  | {
      readonly event: "progress";
      readonly source: string;
      readonly stage: string;
      /** 1-based. */
      readonly page?: number;
      readonly of?: number;
    }
  /** What a library printed in a child process. */
  | { readonly event: "chatter"; readonly source: string; readonly text: string }
  /** The process that read the file died, and the work is tried once more. */
  | { readonly event: "retried"; readonly source: string }
  | ({ readonly event: "finding"; readonly source: string } & Readonly<MemoRecord["diagnostics"][number]>)
  | {
      readonly event: "file-done";
      readonly source: string;
      readonly records: number;
      readonly needReview: number;
      /** Of the file. */
      readonly pages: number;
    }
  /** The file is passed over: its outcome stands; it does under another name; it was made by another pipeline. */
  | {
      readonly event: "file-skipped";
      readonly source: string;
      readonly why: "done" | "duplicate" | "outdated";
      /** The reason why the content gave no record; null where it gave some, or is being worked on. */
      readonly failure: FailureCode | null;
    }
  /** A record is not written in a format for the public: its box "vertraulich" is ticked. */
  | { readonly event: "record-withheld"; readonly source: string; readonly why: "confidential" }
  /** `detail` is for developers: the stack of an error that lies behind the failure. */
  | ({ readonly event: "file-failed"; readonly detail: string | null } & Failure)
  /** The user interrupts: nothing more is begun, what is in hand is brought to its end. */
  | { readonly event: "run-draining" }
  /** What concerns the program's surroundings rather than a file. */
  | { readonly event: "service"; readonly level: "info" | "warn"; readonly message: string }
  | ({ readonly event: "run-done" } & RunTotals)
  /** The end of a run into an archive. */
  | ({ readonly event: "batch-done" } & BatchTotals);

/** Failures by reason. */
export type FailureCounts = Readonly<Partial<Record<FailureCode, number>>>;

export interface ArchiveTotals {
  readonly records: number;
  readonly needReview: number;
  readonly failures: FailureCounts;
}

/** A file that gave no record. */
interface FailedFile {
  readonly name: string;
  readonly code: FailureCode;
}

/** Files that gave no record. */
export interface FailedFiles {
  /** By name, as far as a person reads on. */
  readonly failedFiles: readonly FailedFile[];
  /** Of all. */
  readonly failedNames: number;
}

/** What an archive holds. */
export type ArchiveHoldings = ArchiveTotals & FailedFiles;

/** What a run into an archive came to, and what the archive holds now. */
export interface BatchTotals extends ArchiveTotals {
  readonly files: number;
  /** Files passed over, by why. */
  readonly skipped: Readonly<Record<"done" | "duplicate" | "outdated", number>>;
  readonly pages: number;
  readonly seconds: number;
  /** The first files of this run that gave no record. */
  readonly failedFiles: readonly Pick<Failure, "source" | "code">[];
  /** Files that an interrupted run left to the next one; null for a run that nobody interrupted. */
  readonly left: number | null;
  readonly archive: ArchiveHoldings;
}

export interface RunTotals {
  readonly files: number;
  readonly records: number;
  readonly needReview: number;
  readonly failed: number;
}

/** Shows events to one kind of reader. */
export type Reporter = (event: RunEvent) => void;

/** Where reporters write: standard error, or a buffer in tests. */
export interface ReportStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Characters a line of the terminal holds. */
  readonly columns?: number | undefined;
}
