import { isoDate, monthNumber } from "../calendar.ts";

/** A date told in running text, with its place in it (UTF-16 offsets, half-open). */
export interface RunningDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const IN_WORDS = /\b(\d{1,2})[.,] ?(\p{Lu}\p{Ll}{2,8})\.? ?(\d{4})\b/gu;
const IN_DIGITS = /\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})\b(?![./]\d)/g;

/** All dates of a text, "31. Mai 2017" and "31.03.2016" alike, in order. */
export function runningDates(text: string): RunningDate[] {
  const found: RunningDate[] = [];
  const keep = (match: RegExpMatchArray, month: number | null): void => {
    const iso = month === null ? null : isoDate(fullYear(match[3] ?? ""), month, Number(match[1]));
    if (iso !== null) found.push({ iso, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });
  };
  for (const match of text.matchAll(IN_WORDS)) keep(match, monthNumber(match[2] ?? ""));
  for (const match of text.matchAll(IN_DIGITS)) keep(match, Number(match[2]));
  return found.sort((a, b) => a.start - b.start);
}

/** These letters are of this century: "16" is 2016. */
function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
