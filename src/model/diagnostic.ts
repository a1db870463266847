import type { Region } from "./box.ts";

/** The stage of the pipeline that found something. */
type Stage = "read" | "ocr" | "layout" | "repair" | "structure" | "record";

/** "warning" and "error" put a record up for review; "info" does not. */
type Severity = "info" | "warning" | "error";

/** A located finding: data, never console output. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly stage: Stage;
  /** Stable, kebab-case: "date-uncertain". */
  readonly code: string;
  /** One English sentence for a person. */
  readonly message: string;
  /** JSON Pointer into the record, where the finding belongs to a field. */
  readonly at?: string;
  /** 1-based page number in the file, where it is known. */
  readonly page?: number;
  /** Where on paper, if the finding is about a place that no field's evidence shows. */
  readonly regions?: readonly Region[];
}
