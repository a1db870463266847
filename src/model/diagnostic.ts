import type { Region } from "./box.ts";

/** The stage of the pipeline that found something. */
type Stage = "read" | "ocr" | "layout" | "repair" | "structure" | "record";

/** "warning" and "error" put a record up for review; "info" does not. */
type Severity = "info" | "warning" | "error";

/**
 * What a finding may tell, and what it is worth to look at. The codes are stable: scripts may rely on them.
 * The documents' table of findings is made from this list.
 */
export const FINDINGS = {
  "no-text-layer": "The page holds no text, though it was to be taken from the file.",
  "scan-text-kept": "The page was read anew, but the scanner's own text was read better, and kept.",
  "scan-read-again": "The scanner's own text was not trusted; the page was read anew.",
  "text-layer-wrong":
    "A font of the page does not say what it shows; what stands in it was read from the page's picture.",
  "text-struck-out": "Words that a line goes through were left out.",
  "text-blacked-out": "Words are blacked out; they were left out.",
  "text-not-shown": "Letters that stand in the file and that the page does not show were left out.",
  "annotation-left-out": "A note, a stamp or a digital signature that was laid over the page was left out.",
  "embedded-file-unread":
    "A file within the PDF (an attachment, a part of a portfolio) was not read; it may hold a letter.",
  "embedded-file-left-out": "A file within the PDF that is neither a PDF nor a picture was left out.",
  "sheet-split": "Two pages stand on one sheet; they were read one after the other.",
  "pages-reordered": "The pages lay in another order than their numbers say; they were put in order.",
  "bytes-unreadable": "Bytes of a text file are no character; a sign stands in their place.",
  "page-scaled-down": "The page's picture is larger than the limit and was scaled down.",
  "word-uncertain": "A word is known to no list and was read with doubt.",
  "word-torn":
    "A word breaks off, begins within, or was joined to what nobody knows: lines may be missing or out of order.",
  "date-missing": "There is no date where one belongs.",
  "date-uncertain": "The date cannot be told for sure; the candidates stand in the message.",
  "field-missing": "A field that every letter has was not found.",
  "field-uncertain": "A field was read with little confidence.",
  "name-uncertain": "The name below a signature was read with doubt.",
  "clause-without-response": "No answer was found for a clause.",
  "clause-number-missing": "A number is left out between those of the clauses.",
  "response-torn": "A response holds what begins a clause: a quotation, a point's number, a label.",
  "table-uncertain": "Which words belong to which cell of a table cannot be told for certain.",
  "unplaced-text": "No field took this text; it stands in the message.",
  "annex-text": "Plans or tables after the letter were not taken into it.",
  "review-conflict": "A person's decision speaks against what was read since.",
  "review-query": "A person has a question about the letter; it stands in the message.",
} as const;

export type FindingCode = keyof typeof FINDINGS;

/** A located finding: data, never console output. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly stage: Stage;
  readonly code: FindingCode;
  /** One English sentence for a person. */
  readonly message: string;
  /** JSON Pointer into the record, where the finding belongs to a field. */
  readonly at?: string;
  /** 1-based page number in the file, where it is known. */
  readonly page?: number;
  /** Where on paper, if the finding is about a place that no field's evidence shows. */
  readonly regions?: readonly Region[];
}
