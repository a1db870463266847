import type { FailureCode } from "./failure.ts";

/** A worker of a fleet, as its last sign of life tells of it. */
export interface FleetWorker {
  readonly host: string;
  readonly pid: number;
  /** Of its pipeline. */
  readonly version: string;
  readonly jobs: number;
  /** Documents that it had in hand. */
  readonly inHand: number;
  /** Documents that it has ended since it began. */
  readonly ended: number;
  /** Why it takes no documents of some place: "\"/mnt\" is empty here"; null where it takes all. */
  readonly waitsFor: string | null;
  /** Seconds since the sign. */
  readonly silentFor: number;
  /** Whether that is too long for one that lives. */
  readonly isSilent: boolean;
}

/** How far a fleet has come, and who works. */
export interface FleetHoldings {
  readonly records: number;
  readonly needReview: number;
  readonly failures: Readonly<Partial<Record<FailureCode, number>>>;
  /** Files that gave no record, by name, as far as a person reads on. */
  readonly failedFiles: readonly { readonly name: string; readonly code: FailureCode }[];
  /** Of all. */
  readonly failedNames: number;
  /** Documents that nobody has begun, and those in hand. */
  readonly waiting: number;
  readonly active: number;
  readonly workers: readonly FleetWorker[];
  /** Documents ended, by the version of the pipeline that did them. */
  readonly versions: Readonly<Record<string, number>>;
  /** Documents not ended that one version alone is to do, by it. */
  readonly wanted: Readonly<Record<string, number>>;
  /** Documents ended in an hour at the pace of the last minutes; null where nobody works or none ended. */
  readonly perHour: number | null;
  readonly secondsLeft: number | null;
}
