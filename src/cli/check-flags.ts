import type { GateLimits } from "../evaluate/gates.ts";

export const CHECK_REPORTERS = ["human", "junit", "github", "json", "html"] as const;

export type CheckReporter = (typeof CHECK_REPORTERS)[number];

/** A report, and the file it goes to; null for standard output. */
export interface ReporterChoice {
  readonly kind: CheckReporter;
  readonly file: string | null;
}

export interface CheckFlags {
  /** Empty: for people, on standard output. */
  readonly reporter: readonly ReporterChoice[];
  readonly only?: string;
  readonly update?: true;
  readonly record?: true;
  /** Path of a file that a case is made of. */
  readonly init?: string;
  readonly jobs?: number;
  readonly limits: GateLimits;
}
