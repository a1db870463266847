import type { Diagnostic, FindingCode } from "../../model/diagnostic.ts";
import type { Leaf } from "../../text/memo-tree.ts";
import { lineAt } from "../../text/read-text.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { readingConfidence, valueLeaf } from "../leaf.ts";
import { contradictionOf, type DateContext } from "./plausible.ts";
import { readStamp } from "./stamp-date.ts";

export interface MemoDate {
  readonly date: Leaf | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Below this reading confidence a stamp's digits are not believed. */
const LEAST_CONFIDENCE = 0.5;

/**
 * The memo's date from the text after "Datum:", held against the rest of the letter.
 * A date is given only without doubt; else it is null, and the finding names what it may be.
 */
export function memoDate(text: TracedText | null, context: DateContext): MemoDate {
  if (text === null || text.length === 0) {
    return { date: null, diagnostics: [finding("date-missing", 'No date was found after "Datum:".', null)] };
  }
  const reading = readStamp(text.text);
  const doubt = doubtOf(text, reading.date, context);
  if (reading.date !== null && doubt === null) {
    return { date: valueLeaf(reading.date, text, 0.98 * reading.sureness), diagnostics: [] };
  }
  const candidates = reading.candidates.length === 0 ? "" : ` It may be ${reading.candidates.join(", ")}.`;
  const why = doubt === null ? "" : ` (${doubt})`;
  const message = `The date "${text.text}" cannot be read with certainty${why}.${candidates}`;
  return { date: null, diagnostics: [finding("date-uncertain", message, text)] };
}

function doubtOf(text: TracedText, date: string | null, context: DateContext): string | null {
  if (date === null) return null;
  if (readingConfidence(text) < LEAST_CONFIDENCE) return "the stamp is faint";
  return contradictionOf(date, context);
}

function finding(code: FindingCode, message: string, text: TracedText | null): Diagnostic {
  const start = text?.rawRange()?.start;
  const page = text === null || start === undefined ? undefined : lineAt(text.read, start)?.page.number;
  return {
    severity: "warning",
    stage: "structure",
    code,
    message,
    at: "/memo/date",
    ...(page === undefined ? {} : { page }),
  };
}
