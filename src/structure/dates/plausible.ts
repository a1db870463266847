import type { TracedText } from "../../text/traced-text.ts";
import { runningDates } from "./running-dates.ts";

/** What else the letter says about when it was written. */
export interface DateContext {
  /** Text of the responses. */
  readonly report: string;
  /** Papers and meetings of the heading, with their years: "V2072/23", "SR/049/2023". */
  readonly references: readonly string[];
  /** ISO date of the next review. */
  readonly nextReview: string | null;
}

/** A matter may stay on the council's books this many years. */
const LONGEST_MATTER = 20;

/**
 * Why a memo cannot bear a date; null if nothing speaks against it. A memo is not older than the paper
 * it is about, nor than what it tells in the past tense, nor younger than the review it announces.
 */
export function contradictionOf(date: string, context: DateContext): string | null {
  const year = Number(date.slice(0, 4));
  const started = Math.max(0, ...context.references.map(yearOf));
  if (year < started) return `its papers are of ${started}`;
  if (started > 0 && year > started + LONGEST_MATTER) return `its papers are of ${started}`;
  if (context.nextReview !== null && date > context.nextReview) return `the next review is on ${context.nextReview}`;
  const later = pastDates(context.report).find((past) => past > date);
  return later === undefined ? null : `the letter reports on ${later} as past`;
}

/** The year a paper or meeting ends with, two digits or four; 0 where there is none. */
function yearOf(reference: string): number {
  const digits = /[/-](\d{4}|\d{2})$/u.exec(reference)?.[1] ?? "";
  if (digits.length === 4) return Number(digits);
  return digits === "" ? 0 : 2000 + Number(digits);
}

const PAST = /\b(?:wurde|wurden|fand|fanden|hatte|hatten|erfolgte|erfolgten|begann|endete|tagte|beschloss)\b/u;
const OPEN =
  /\b(?:wird|werden|soll|sollen|bis|voraussichtlich|geplant|avisiert|vorgesehen|zum|ab|gültig|befristet|beginnt|beginnen|endet|enden|erfolgt|erfolgen|tritt|treten|läuft|laufen)\b/u;

/** ISO dates of clauses that only tell what was: "Der Zuschlag wurde am 17. Juni 2013 erteilt, die Arbeiten beginnen …". */
export function pastDates(report: string): string[] {
  return clausesOf(report)
    .filter((clause) => PAST.test(clause) && !OPEN.test(clause))
    .flatMap((clause) => runningDates(clause).map(({ iso }) => iso));
}

/**
 * Sentences end with a stop before a capital, the stop of "5. März" is followed by a month and ends none; within them
 * commas part clauses, each with a tense of its own.
 */
function clausesOf(text: string): string[] {
  return text.split(/(?<=[^\d][.!?]) (?=\p{Lu})|[,;] |\n+/u);
}

/** The letter's report as one plain text. */
export function reportOf(responses: readonly (TracedText | null)[]): string {
  return responses.flatMap((response) => (response === null ? [] : [response.text])).join("\n");
}
