import { fullYear, isoDate, isoMonth, monthNumber } from "./calendar.ts";

/** A date told in running text, with its place in it (UTF-16 offsets, half-open). */
export interface RunningDate {
  /** "2016-03-31", or "2016-03" where no day is told. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const IN_WORDS = /(?<![\d.])(\d{1,2})(?:[.,] ?| )(\p{Lu}\p{L}{2,8})\.?,? ?(\d{4}|\d{2}(?! Uhr|[.,:]\d))(?!\d)/gu;
const IN_DIGITS = /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d|[./]\d)/gu;
/** A comma read for a stop; "1, 2, 13" is a list. */
const WITH_COMMAS = /(?<![\d.,])(\d{1,2})[.,](\d{1,2})[.,](\d{4})(?!\d|[./]\d)/gu;
const WITH_DASHES = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu;
const MONTH_IN_WORDS = /(?<!\p{L})(\p{Lu}\p{L}{2,8})\.? ?(\d{4})(?!\d)/gu;
const MONTH_IN_DIGITS = /(?<![\d./])(\d{1,2})[./] ?(\d{4})(?!\d|[./]\d)/gu;

/** All days told in a text, "31. Mai 2017", "31.03.2016" and "2016-03-31" alike, in order. */
export function runningDates(text: string): RunningDate[] {
  return [
    ...found(text, IN_WORDS, ([, day, month, year]) => dayOf(year, monthNumber(month ?? ""), day)),
    ...found(text, IN_DIGITS, ([, day, month, year]) => dayOf(year, Number(month), day)),
    ...found(text, WITH_COMMAS, ([found, day, month, year]) =>
      found.includes(",") ? dayOf(year, Number(month), day) : null,
    ),
    ...found(text, WITH_DASHES, ([, year, month, day]) => dayOf(year, Number(month), day)),
  ].sort((a, b) => a.start - b.start);
}

/** All months told without a day: "Juli 2016", "07/2016". */
export function runningMonths(text: string): RunningDate[] {
  return [
    ...found(text, MONTH_IN_WORDS, ([, month, year]) => monthOf(year, monthNumber(month ?? ""))),
    ...found(text, MONTH_IN_DIGITS, ([, month, year]) => monthOf(year, Number(month))),
  ].sort((a, b) => a.start - b.start);
}

function found(text: string, pattern: RegExp, isoOf: (match: RegExpMatchArray) => string | null): RunningDate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const iso = isoOf(match);
    return iso === null ? [] : [{ iso, start: match.index, end: match.index + match[0].length }];
  });
}

function dayOf(year = "", month: number | null, day = ""): string | null {
  return month === null ? null : isoDate(fullYear(year), month, Number(day));
}

function monthOf(year = "", month: number | null): string | null {
  const isMonth = month !== null && month >= 1 && month <= 12;
  return isMonth && year >= "1900" && year < "2100" ? isoMonth(Number(year), month) : null;
}
