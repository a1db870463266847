import type { ListState, RecordList, RecordRow } from "./protocol.ts";
import { folded, type ListedRecord } from "./rows.ts";

/** What records are looked for by. */
export interface Criteria {
  /** Words that all have to occur; a month ("März 2016", "03.2016"), a day or a range of years among them is of the date. */
  readonly text: string;
  readonly state: ListState | null;
  readonly year: string | null;
}

/** Dates from the first to the last, as they begin: "2016-03" is all of March. */
interface Period {
  readonly from: string;
  readonly to: string;
}

export function matcherOf({ text, state, year }: Criteria): (one: ListedRecord) => boolean {
  const { words, periods } = parsed(text);
  return ({ row, haystack }) =>
    (state === null || isInState(row, state)) &&
    (year === null || row.date?.startsWith(year) === true) &&
    periods.every((period) => row.date !== null && isIn(row.date, period)) &&
    words.every((word) => haystack.includes(word));
}

function isInState({ state, hasConflict, isAsked }: RecordRow, wanted: ListState): boolean {
  if (wanted === "conflict") return hasConflict;
  return wanted === "asked" ? isAsked : state === wanted;
}

function isIn(date: string, { from, to }: Period): boolean {
  return date.slice(0, from.length) >= from && date.slice(0, to.length) <= to;
}

const MONTHS = "januar februar marz april mai juni juli august september oktober november dezember".split(" ");

/** Text as it was typed, parted into times and words. */
function parsed(text: string): { readonly words: readonly string[]; readonly periods: readonly Period[] } {
  const tokens = text
    .trim()
    .replace(/\s*[–—]\s*/gu, "-")
    .split(/\s+/u)
    .filter(Boolean);
  const words: string[] = [];
  const periods: Period[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as string;
    const month = monthOf(token);
    const next = tokens[at + 1] ?? "";
    const range = rangeOf(token) ?? rangeOf([token, ...tokens.slice(at + 1, at + 3)].join(" "));
    if (month !== null && /^\d{4}$/u.test(next)) {
      periods.push(period(`${next}-${month}`));
      at += 1;
    } else if (range !== null) {
      periods.push(range);
      if (rangeOf(token) === null) at += 2;
    } else {
      const date = dateOf(token);
      if (date === null) words.push(...folded(token).split(" ").filter(Boolean));
      else periods.push(period(date));
    }
  }
  return { words, periods };
}

function period(text: string): Period {
  return { from: text, to: text };
}

function monthOf(token: string): string | null {
  const name = folded(token).replace(/\.$/u, "");
  const whole = name === "mrz" || name === "maerz" ? "marz" : name;
  const index = whole.length < 3 ? -1 : MONTHS.findIndex((month) => month === whole || month.slice(0, 3) === whole);
  return index === -1 ? null : twoDigits(String(index + 1));
}

/** "2013-2015", "2013 bis 2015", "03.2013-06.2014". */
function rangeOf(text: string): Period | null {
  const [left, right, ...more] = text.split(/-| - | bis /u);
  if (left === undefined || right === undefined || more.length > 0) return null;
  const [from, to] = [yearOrDate(left), yearOrDate(right)];
  return from === null || to === null ? null : { from, to };
}

function yearOrDate(text: string): string | null {
  return /^(?:19|20)\d\d$/u.test(text) ? text : dateOf(text);
}

/** "03.2016", "3/2016", "12.2.2016" as a date, whole or in part; null for anything else. */
function dateOf(token: string): string | null {
  const [, day, month = "", year] = /^(?:(\d{1,2})\.)?(\d{1,2})[./]((?:19|20)\d\d)$/u.exec(token) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return null;
  const date = `${year}-${twoDigits(month)}`;
  return day === undefined ? date : `${date}-${twoDigits(day)}`;
}

function twoDigits(text: string): string {
  return text.padStart(2, "0");
}

export function countsOf(records: readonly ListedRecord[]): RecordList["counts"] {
  const counts = { all: records.length, open: 0, done: 0, ok: 0, conflict: 0, asked: 0 };
  for (const { row } of records) {
    counts[row.state] += 1;
    if (row.hasConflict) counts.conflict += 1;
    if (row.isAsked) counts.asked += 1;
  }
  return counts;
}

/** The years of all records, the latest first. */
export function yearsOf(records: readonly ListedRecord[]): string[] {
  return [...new Set(records.flatMap(({ row }) => row.date?.slice(0, 4) ?? []))].sort().reverse();
}
