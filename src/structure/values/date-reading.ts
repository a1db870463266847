import { isoDate, weekdayOf } from "./calendar.ts";
import { digitsOf, isOpen, mistakenFor } from "./glyphs.ts";
import { contradictionOf, FIRST_YEAR, LAST_YEAR, type LetterTime } from "./letter-time.ts";
import { type DateParts, dayNumbers, type Span, stampParts } from "./stamp.ts";
import { typedDate } from "./typed-date.ts";

/** A text read as a date, without a look at the rest of the letter. */
export interface DateReading {
  /** ISO dates that the signs may say, sorted. */
  readonly dates: readonly string[];
  /** Null for a date written in figures. */
  readonly parts: DateParts | null;
  /** 0 for a date that reads as it was printed; the more had to be explained, the higher. */
  readonly cost: number;
  /** No sign of day or year is missing. */
  readonly isWhole: boolean;
}

/** What the letter makes of a reading. */
export type DateVerdict =
  | { readonly kind: "read"; readonly date: string }
  /** One possibility was left; `doubt` says what was not read. */
  | { readonly kind: "completed"; readonly date: string; readonly doubt: string }
  /** `candidates` are sorted; the letter allows them, or they are all that the signs may say. */
  | { readonly kind: "uncertain"; readonly candidates: readonly string[]; readonly doubt: string | null };

const FIGURES_PENALTY = 0.5;

/** Reads a text, its label taken away; null where it does not look like a date. */
export function readDate(text: string): DateReading | null {
  const typed = typedDate(text.replace(/[ .,;]{1,9}$/u, ""));
  if (typed !== null) {
    return { dates: typed.dates, parts: null, cost: typed.odd * FIGURES_PENALTY, isWhole: true };
  }
  const parts = stampParts(text);
  if (parts === null) return null;
  const isWhole = parts.day.signs !== "" && (parts.years !== null || parts.year.signs.length === 4);
  return { dates: datesOf(parts, dayNumbers(parts), yearNumbers(parts)), parts, cost: parts.cost, isWhole };
}

function datesOf({ months }: DateParts, days: readonly number[], years: readonly number[]): string[] {
  const dates = years.flatMap((year) => months.flatMap(({ month }) => days.map((day) => isoDate(year, month, day))));
  return [...new Set(dates)].filter((date) => date !== null).sort();
}

const ALL_YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

function yearNumbers({ year, years }: DateParts): readonly number[] {
  if (years !== null) return years;
  const { signs } = year;
  if (signs.length === 4) return ALL_YEARS.filter((number) => isYear(signs, String(number)));
  if (/^20.$/u.test(signs)) return ALL_YEARS.filter((number) => number >= 2000);
  return signs.length >= 3 && /\d\d$/.test(signs) ? [2000 + Number(signs.slice(-2))] : ALL_YEARS;
}

/** Nobody doubts the century: a figure of it may be misread, and letters there say nothing. */
function isYear(signs: string, year: string): boolean {
  const isSame = (index: number): boolean => signs.charAt(index) === year.charAt(index);
  const isCentury = isSame(0) || isSame(1) || !/^\d\d/.test(signs);
  return isCentury && [2, 3].every((index) => digitsOf(signs.charAt(index)).includes(year.charAt(index)));
}

/** Holds a reading against the letter. @param isTrusted the engine that read it was sure of its figures */
export function judgeDate(reading: DateReading, time: LetterTime, isTrusted: boolean): DateVerdict {
  const { parts, dates } = reading;
  if (parts !== null && parts.months[0]?.isSure !== true) return uncertain(dates, time, "the month is uncertain");
  const [only] = dates;
  if (only !== undefined && dates.length === 1 && (parts === null || unreadParts(parts).length === 0)) {
    const doubt = contradictionOf(only, time) ?? weekendDoubt(only, parts, isTrusted);
    const rival = doubt === null && !isTrusted ? likelierOf(only, reading, time) : null;
    if (rival !== null)
      return { kind: "uncertain", candidates: [rival, only], doubt: "its inquiry is of the year before" };
    if (doubt === null) return { kind: "read", date: only };
    return parts?.isStamp === true ? mended(only, parts, time, doubt) : uncertain(dates, time, doubt);
  }
  if (parts === null)
    return uncertain(dates, time, dates.length === 0 ? "there is no such day" : "it can be read in several ways");
  const unread = unreadParts(parts);
  if (dates.length === 0) return uncertain(dates, time, "there is no such day");
  const doubt = `the ${unread.join(" and the ")} can be read in part only`;
  return unread.length > 1 ? uncertain(dates, time, doubt) : fromLetter(dates, time, doubt);
}

/** Of 122 letters with a legible date none was written on a Saturday or Sunday. */
const FRIDAY = 5;

function weekendDoubt(date: string, parts: DateParts | null, isTrusted: boolean): string | null {
  if (parts === null || !parts.isStamp || isTrusted) return null;
  return weekdayOf(date) > FRIDAY ? "it is a day of a weekend" : null;
}

/**
 * Most inquiries are answered in their own year. Where a stamp says the year after, and is spoilt or of the year's second
 * half, and the last figure may be the other one, misread, both may be right.
 */
function likelierOf(date: string, { parts, cost }: DateReading, time: LetterTime): string | null {
  const own = String(time.inquiry ?? "");
  const isNextYear = Number(date.slice(0, 4)) === Number(own) + 1;
  if (parts?.isStamp !== true || !isNextYear || (cost === 0 && date <= time.usuallyBefore)) return null;
  if (!mistakenFor(date.charAt(3)).includes(own.charAt(3))) return null;
  return possibleOf([own + date.slice(4)], time)[0] ?? null;
}

/** The one working day that the letter leaves of several. */
function fromLetter(dates: readonly string[], time: LetterTime, doubt: string): DateVerdict {
  const possible = possibleOf(dates, time).filter((date) => date <= time.usuallyBefore);
  const [only] = possible;
  if (only !== undefined && possible.length === 1) return { kind: "completed", date: only, doubt };
  return uncertain(dates, time, doubt);
}

/** Those of some dates that are working days and that nothing speaks against. */
function possibleOf(dates: readonly string[], time: LetterTime): string[] {
  return dates.filter((date) => contradictionOf(date, time) === null && weekdayOf(date) <= FRIDAY);
}

/**
 * A stamp that the letter contradicts was misread: one figure is taken for one of like shape, and wherever else
 * the stamp shows that figure it may be the other as well. What then is left must be one date, and of another year:
 * a letter may have been stamped some days before or after what it says.
 */
function mended(read: string, parts: DateParts, time: LetterTime, doubt: string): DateVerdict {
  if (read >= time.surelyAfter && read <= time.latest) return { kind: "uncertain", candidates: [read], doubt };
  const figures = [...new Set([...parts.day.signs, ...parts.year.signs.slice(2)])];
  const dates = figures.flatMap((figure) => datesOf(parts, daysWith(parts, figure), yearsWith(parts.year, figure)));
  const possible = possibleOf([...new Set(dates)].sort(), time);
  const [only] = possible;
  const isOther = only !== undefined && possible.length === 1 && only.slice(0, 4) !== read.slice(0, 4);
  if (isOther) return { kind: "completed", date: only, doubt };
  return { kind: "uncertain", candidates: possible.slice(0, MOST_CANDIDATES), doubt };
}

function daysWith(parts: DateParts, figure: string): number[] {
  const { signs } = parts.day;
  const padded = signs.length === 1 ? `0${signs}` : signs;
  const [tens = "", ones = ""] = padded;
  const tensOf = signs.length === 1 ? "0" : maybe(tens, figure);
  return [...tensOf].flatMap((ten) => [...maybe(ones, figure)].map((one) => Number(ten + one)));
}

function yearsWith({ signs }: Span, figure: string): number[] {
  if (signs.length !== 4) return [];
  return ALL_YEARS.filter((year) => {
    const text = String(year);
    return (
      isYear(`${signs.slice(0, 2)}${text.slice(2)}`, text) &&
      [...text.slice(2)].every((digit, index) => maybe(signs.charAt(index + 2), figure).includes(digit))
    );
  });
}

/** The digits of a sign, if the figure may be misread. */
function maybe(sign: string, figure: string): string {
  const digits = digitsOf(sign);
  return sign === figure ? [...digits].map(mistakenFor).join("") : digits;
}

function unreadParts({ day, isDayWhole, year, years }: DateParts): ("day" | "year")[] {
  const isDayOpen = !isDayWhole || [...day.signs].some(isOpen) || day.signs === "";
  const isYearOpen = years === null && (year.signs.length !== 4 || [...year.signs.slice(2)].some(isOpen));
  return [...(isDayOpen ? (["day"] as const) : []), ...(isYearOpen ? (["year"] as const) : [])];
}

/** More would help nobody. */
const MOST_CANDIDATES = 10;

function uncertain(dates: readonly string[], time: LetterTime, doubt: string): DateVerdict {
  const possible = possibleOf(dates, time);
  return { kind: "uncertain", candidates: (possible.length > 0 ? possible : dates).slice(0, MOST_CANDIDATES), doubt };
}
