import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Leaf } from "../../text/memo-tree.ts";
import { lineAt } from "../../text/read-text.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { valueLeaf } from "../leaf.ts";
import { fullYear, isoDate, isoMonth, monthNumber } from "./calendar.ts";
import { monthReadings } from "./month-reading.ts";
import { type RunningDate, runningDates, runningMonths } from "./running-dates.ts";

export interface NextReview {
  /** "2016-03-31", or "2016-07" where no day is told. */
  readonly leaf: Leaf | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** No label and its date are longer; what follows is other text. */
const LONGEST = 400;

/**
 * The next review's date from its label and what stands there: "nächste Beschlusskontrolle: 31. März 2016", over one
 * line or several. A date that it replaces ("statt 31.12.2015") does not count. Where no single date or month can be
 * told ("IV. Quartal 2022", two dates), the leaf is null and a warning holds the words.
 */
export function nextReview(label: TracedText): NextReview {
  const text = label.text.slice(0, LONGEST).replace(/\s/gu, " ");
  const dates = standingOf(text, datesOf(text));
  const [first] = dates;
  if (first === undefined && isDeclined(text))
    return { leaf: null, diagnostics: [finding("info", label, "none is due")] };
  if (first === undefined) return { leaf: null, diagnostics: [finding("warning", label, "no date can be read")] };
  if (new Set(dates.map(({ iso }) => iso)).size > 1 || isSpan(text, first)) {
    return { leaf: null, diagnostics: [finding("warning", label, "it names several dates")] };
  }
  return { leaf: valueLeaf(first.iso, label.slice(first.start, first.end), 0.98), diagnostics: [] };
}

/** Days in any written form, and months that are no part of one. */
function datesOf(text: string): RunningDate[] {
  const days = [...runningDates(text), ...spoiltDates(text)];
  const isFree = ({ start, end }: RunningDate): boolean => !days.some((day) => start < day.end && day.start < end);
  const months = [...runningMonths(text), ...spoiltMonths(text)].filter(
    (month) => isFree(month) && isOneMonth(text, month),
  );
  return [...days, ...months].sort((a, b) => a.start - b.start);
}

/** Behind a label a date's marks may be misread: "30.06-2015", "30. 06 .2015", "31,3.16". */
const SPOILT_DIGITS = /(?<![\d.,])(\d{1,2}) ?[.,-] ?(\d{1,2}) ?[.,–-] ?(\d{4}|\d{2})(?![\d/])/gu;
const SPOILT_MONTH = /(?<![\p{L}\d])(?:(\d{1,2})(?:[.,] ?| ))?(\p{Lu}\p{L}{2,8})\.? ?(\d{4})(?!\d)/gu;

function spoiltDates(text: string): RunningDate[] {
  const inDigits = [...text.matchAll(SPOILT_DIGITS)].map((match) => ({
    iso: isoDate(fullYear(match[3] ?? ""), Number(match[2]), Number(match[1])),
    ...placeOf(match),
  }));
  const inWords = [...text.matchAll(SPOILT_MONTH)].map((match) => {
    const month = spoiltMonth(match[2] ?? "");
    const isDay = match[1] !== undefined && month !== null;
    return { iso: isDay ? isoDate(Number(match[3]), month, Number(match[1])) : null, ...placeOf(match) };
  });
  return [...inDigits, ...inWords].flatMap(({ iso, ...place }) => (iso === null ? [] : [{ iso, ...place }]));
}

function spoiltMonths(text: string): RunningDate[] {
  return [...text.matchAll(SPOILT_MONTH)].flatMap((match) => {
    const month = match[1] === undefined ? spoiltMonth(match[2] ?? "") : null;
    return month === null ? [] : [{ iso: isoMonth(Number(match[3]), month), ...placeOf(match) }];
  });
}

/** A month's name of which one letter may be another of like shape: "Marz", "Jull". */
function spoiltMonth(word: string): number | null {
  const [best] = monthReadings(word);
  return best?.isSure === true && best.cost <= 0.5 && monthNumber(word) === null && word.length > 3 ? best.month : null;
}

function placeOf(match: RegExpMatchArray): { start: number; end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** "KW 12/2016" and "Q 3/2016" are no months, "31. Juni 2016" is no day of one. */
function isOneMonth(text: string, { start }: RunningDate): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  return !/(?:KW|Kalenderwoche|Quartal|Halbjahr|Q|\d[.,]?) ?$/u.test(before) && !/\p{L}$/u.test(before);
}

/** What stands before a date that is not the next review: the one it replaces, or that of something else. */
const OTHER =
  /(?:(?:^|[\s(])(?:an)?statt|anstelle|bisher(?:iger)?|ursprünglich|zuvor|vorher|vom|seit|Stand)(?:[ :,]{0,2}(?:wie|geplant|vorgesehen|der|des|den|dem|am|zum|im|vom|von|Termins?)){0,4}[ :,]{0,2}$/u;
/** What stands before the date that replaces another. */
const MOVED = / auf (?:den )?$/u;

/** The dates that are the next review's. */
function standingOf(text: string, dates: readonly RunningDate[]): RunningDate[] {
  const before = ({ start }: RunningDate): string => text.slice(Math.max(0, start - 60), start);
  const moved = dates.filter((date) => MOVED.test(before(date)));
  return moved.length > 0 ? moved : dates.filter((date) => !OTHER.test(before(date)));
}

/** "31.03. und 30.06.2016", "Juli/August 2016": the first has its year from the second. */
function isSpan(text: string, { start }: RunningDate): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const joint = /(?:\d{1,2}\.|\d|(\p{L}{3,9})\.?) ?(?:[/–-]|und|oder|bis|bzw\.)(?: zum)? ?$/u.exec(before);
  return joint !== null && (joint[1] === undefined || monthNumber(joint[1]) !== null);
}

/** "nicht erforderlich", "entfällt": read, and it says that there is none. */
function isDeclined(text: string): boolean {
  return (
    !/\d/.test(text) &&
    /entfällt|erübrigt|(?<!\p{L})keine?(?!\p{L})|nicht (?:mehr )?(?:erforderlich|notwendig|nötig)/iu.test(text)
  );
}

/** "Die nächste Beschlusskontrolle erfolgt zum 31. Mai 2017.": told within a response, of which it stays part. */
const TOLD = /[Nn]ächste[nr]? (?:Beschlusskontrolle|BK|Berichterstattung|Zwischenbericht)(?!\p{L})/gu;
const TOLD_WHEN = /(?<!\p{L})(?:zum|am|bis|im|für den|nach dem)(?: Monat| Ende| Anfang| Mitte)? $/u;
/** A sentence's date stands this near to its subject. */
const REACH = 120;

/** The next review's date where a response tells it in a sentence; the last such sentence counts. */
export function nextReviewIn(responses: readonly (TracedText | null)[]): Leaf | null {
  for (const response of responses.toReversed()) {
    const told = response === null ? [] : [...response.text.matchAll(TOLD)].toReversed();
    for (const match of told) {
      const from = match.index + match[0].length;
      const date = toldDate(response?.text.slice(from, from + REACH).replace(/\s/gu, " ") ?? "");
      if (response !== null && date !== null) {
        return valueLeaf(date.iso, response.slice(from + date.start, from + date.end), 0.9);
      }
    }
  }
  return null;
}

/** The first date of the sentence that goes on here, with "zum", "am", "bis" before it. */
function toldDate(rest: string): RunningDate | null {
  const end = /[!?:]|(?:[^\d]|\d{4})\. (?=\p{Lu})/u.exec(rest);
  const sentence = rest.slice(0, end === null ? rest.length : end.index + end[0].length);
  const days = runningDates(sentence);
  const months = runningMonths(sentence).filter(
    ({ start, end: to }) => !days.some((day) => start < day.end && day.start < to),
  );
  const dates = [...days, ...months].sort((a, b) => a.start - b.start);
  return dates.find(({ start }) => TOLD_WHEN.test(sentence.slice(0, start))) ?? null;
}

function finding(severity: "info" | "warning", label: TracedText, why: string): Diagnostic {
  const start = label.rawRange()?.start;
  const page = start === undefined ? undefined : lineAt(label.read, start)?.page.number;
  const words = label.text.slice(0, LONGEST).replace(/\s+/gu, " ").trim();
  return {
    severity,
    stage: "structure",
    code: "date-uncertain",
    message: `The next review's date was not given: ${why} in "${words}".`,
    at: "/memo/nextReview",
    ...(page === undefined ? {} : { page }),
  };
}
