import { lastDayOf, weekdayOf } from "./calendar.ts";
import { runningDates } from "./running-dates.ts";

/** What the letter says about when it was written. */
export interface DateContext {
  /** As printed: "V2072/23", "AF0175/14". */
  readonly papers: readonly string[];
  /** As printed: "SR/049/2023". */
  readonly meetings: readonly string[];
  /** Text of the responses. */
  readonly responses: readonly string[];
  /** ISO date or month of the next review. */
  readonly nextReview: string | null;
}

/** When a letter can have been written, and why; ISO dates, both ends included. */
export interface LetterTime {
  /** Monday is 1, Sunday 7: what stands before the date; null for nothing. */
  readonly weekday: number | null;
  /** The year of the inquiry that it answers; null for other letters. */
  readonly inquiry: number | null;
  readonly earliest: string;
  readonly latest: string;
  /** As `earliest`, but a single date told as past counts for nothing: it may be misread itself. */
  readonly surelyAfter: string;
  /** Later ones are believed where they are read, but nothing is completed to one. */
  readonly usuallyBefore: string;
  /** English, for a person. */
  readonly whyNotEarlier: string;
  readonly whyNotLater: string;
}

/** Years a memo of this kind can bear. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2049;

/** A matter may stay on the council's books this many years. */
const LONGEST_MATTER = 20;
/** An inquiry is answered in weeks; the longest delay seen was to the next year. */
const LONGEST_INQUIRY = 1;

/**
 * A memo is not older than the paper it is about, than the meeting it reports on, or than what it tells as past,
 * nor younger than the review it announces.
 */
export function timeOf(context: DateContext): LetterTime {
  const years = [...context.papers, ...context.meetings].map(yearOf);
  const started = Math.max(0, ...years);
  const told = [...new Set(context.responses.flatMap(pastDates))].sort();
  const past = told.at(-1) ?? "";
  const toldBefore = told.at(-2) ?? "";
  const fromPapers = started === 0 ? `${FIRST_YEAR}-01-01` : `${started}-01-01`;
  const isInquiry = context.papers.length > 0 && context.papers.every((paper) => /^m?AF(?![\p{Ll}])/u.test(paper));
  const end = started === 0 ? LAST_YEAR : started + (isInquiry ? LONGEST_INQUIRY : LONGEST_MATTER);
  const review = context.nextReview === null ? "" : lastDayOf(context.nextReview);
  const isReviewFirst = review !== "" && review < `${end}-12-31`;
  return {
    weekday: null,
    inquiry: isInquiry && started > 0 ? started : null,
    earliest: past > fromPapers ? past : fromPapers,
    surelyAfter: toldBefore > fromPapers ? toldBefore : fromPapers,
    whyNotEarlier: past > fromPapers ? `the letter reports on ${past} as past` : `its papers are of ${started}`,
    latest: isReviewFirst ? review : `${end}-12-31`,
    usuallyBefore: isInquiry ? `${end}-06-30` : `${end}-12-31`,
    whyNotLater: isReviewFirst ? `the next review is on ${context.nextReview}` : `its papers are of ${started}`,
  };
}

/** Why a letter cannot bear a date; null if nothing speaks against it. */
export function contradictionOf(date: string, time: LetterTime): string | null {
  if (time.weekday !== null && weekdayOf(date) !== time.weekday) return "it is another day of the week";
  if (date < time.earliest) return time.whyNotEarlier;
  return date > time.latest ? time.whyNotLater : null;
}

/** The year a paper or meeting ends with, two digits or four; 0 where there is none. */
function yearOf(reference: string): number {
  const digits = /[/-](\d{4}|\d{2})$/u.exec(reference)?.[1] ?? "";
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

const PAST =
  /(?<!\p{L})(?:wurden?|war|waren|fand|fanden|hatten?|erfolgten?|begann|begannen|endeten?|tagten?|beschloss|ging|trat|traten)(?!\p{L})/u;
const OPEN =
  /(?<!\p{L})(?:wird|werden|würden?|soll|sollen|sollten?|kann|können|könnten?|muss|bis|voraussichtlich|geplant|avisiert|vorgesehen|angesetzt|terminiert|zum|ab|gültig|befristet|beginnt|beginnen|endet|enden|erfolgt|erfolgen|tritt|treten|läuft|laufen)(?!\p{L})/u;

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
  return text.split(/(?<=(?:[^\d]|\d{4})[.!?])\s(?=\p{Lu})|[,;] |\n+/u);
}
