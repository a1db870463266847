import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Edit } from "../../model/edit.ts";
import type { Leaf } from "../../text/memo-tree.ts";
import { lineAt } from "../../text/read-text.ts";
import { TracedText } from "../../text/traced-text.ts";
import { readingConfidence, valueLeaf } from "../leaf.ts";
import { type DateReading, type DateVerdict, judgeDate, readDate } from "./date-reading.ts";
import { type DateContext, timeOf } from "./letter-time.ts";
import type { DateParts, Span } from "./stamp.ts";

export type { DateContext } from "./letter-time.ts";

export interface MemoDate {
  readonly date: Leaf | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text that was read as a date. */
interface Stamp {
  readonly text: TracedText;
  readonly reading: DateReading;
  /** Monday is 1, Sunday 7: as printed before it; null for nothing. */
  readonly weekday: number | null;
}

/**
 * The memo's date, from the pieces of its head that may hold it, in reading order, and the rest of the letter.
 * What was read in part is completed where the letter leaves one possibility: the correction is an edit of the
 * leaf's text (rule "date-completed"), and an info says so. Else the date is null, and a warning names what it may be.
 */
export function memoDate(texts: readonly TracedText[], context: DateContext): MemoDate {
  const pieces = texts
    .slice(0, MOST_TEXTS)
    .map((text) => text.trim())
    .filter((text) => text.length > 0);
  const found = stampsOf(pieces);
  const stamps = chosenStamps(found, pieces);
  const [stamp] = stamps;
  if (stamp === undefined) return { date: null, diagnostics: [nothingFound(pieces, found)] };
  const time = timeOf(context);
  const verdicts = stamps.map(({ reading, text, weekday }) =>
    judgeDate(reading, { ...time, weekday }, isTrusted(text)),
  );
  const [verdict] = verdicts as [DateVerdict];
  if (new Set(verdicts.map(dateOf)).size > 1) return rivals(stamps, verdicts);
  return resultOf(stamp, verdict);
}

/** No head has more lines. */
const MOST_TEXTS = 150;
/** A torn date stands on at most so many pieces. */
const MOST_PIECES = 3;
/** A fragment of a date is no longer, nor is one with its label, its place and its weekday. */
const LONGEST_FRAGMENT = 16;
const LONGEST_DATE = 80;

/** A reading of one piece or of several that follow one another. */
interface PlacedStamp extends Stamp {
  readonly first: number;
  readonly last: number;
}

/** All readings, in order; of those that share a piece the best alone. */
function stampsOf(pieces: readonly TracedText[]): PlacedStamp[] {
  const found = pieces.flatMap((_, first) => readingsFrom(pieces, first));
  const taken = new Set<number>();
  return found
    .sort((a, b) => badness(a) - badness(b) || a.last - a.first - (b.last - b.first) || a.first - b.first)
    .filter(({ first, last }) => {
      for (let index = first; index <= last; index++) if (taken.has(index)) return false;
      for (let index = first; index <= last; index++) taken.add(index);
      return true;
    })
    .sort((a, b) => a.first - b.first);
}

/** A piece read alone and, where that is no whole date, with the fragments after it. */
function readingsFrom(pieces: readonly TracedText[], first: number): PlacedStamp[] {
  const found: PlacedStamp[] = [];
  let text = pieces[first] as TracedText;
  for (let last = first; last < Math.min(first + MOST_PIECES, pieces.length); last++) {
    const next = pieces[last] as TracedText;
    const isFragment = last === first || (next.length <= LONGEST_FRAGMENT && labelEnd(next.text) === 0);
    if (!isFragment || text.length > LONGEST_DATE || found.at(-1)?.reading.isWhole === true) break;
    if (last > first) text = TracedText.concat(text.read, [text, " ", next]);
    const { start, end } = datePlace(text.text);
    const reading = readDate(text.text.slice(start, end));
    if (reading !== null) {
      found.push({ text: text.slice(start), reading, weekday: weekdayBefore(text.text), first, last });
    }
  }
  return found;
}

function badness({ reading }: Stamp): number {
  return reading.cost + (reading.isWhole ? 0 : 3);
}

/** A stamp stands so many pieces below its label at most, others of the head between them. */
const REACH = 6;

/** The stamps that may be the letter's date: the one at its label, or all that there are where there is no label. */
function chosenStamps(stamps: readonly PlacedStamp[], pieces: readonly TracedText[]): readonly Stamp[] {
  const label = pieces.findIndex((piece) => labelEnd(piece.text) > 0);
  if (label < 0) return stamps;
  const below = stamps.filter(
    ({ first }) => first >= label && first <= label + (hasOwnDate(pieces[label]) ? 0 : REACH),
  );
  const best = below.find(({ reading }) => reading.dates.length > 0) ?? below[0];
  if (best !== undefined) return [best];
  return isScribble(pieces[label + 1]) ? [] : stamps.filter(({ last }) => last === label - 1);
}

/** "Datum: 1 2." */
function hasOwnDate(label: TracedText | undefined): boolean {
  return label !== undefined && /\d/.test(label.text.slice(labelEnd(label.text)));
}

/** What is left of a stamp that nobody can read: "2^", "11 m- 13". */
function isScribble(piece: TracedText | undefined): boolean {
  return (
    piece !== undefined &&
    piece.length <= LONGEST_FRAGMENT &&
    /\d/.test(piece.text) &&
    !/^\(|\d{4}\/\d{2}/.test(piece.text)
  );
}

/** "Datum:", as OCR leaves it. */
const LABEL = /^[DO0]\s?a\s?[tl]\s?u\s?(?:m|rn|n)(?!\p{L})\s?[:;.,]{0,2}\s*/iu;
/** What may stand before a date: the place, an article, the weekday. */
const BEFORE =
  /^(?:Dresden\s?[,.;]?\s*)?(?:(?:den|d\.|am|vom)\s+)?(?:(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)[.,]{0,2}\s+(?:(?:den|dem|d\.)\s+)?)?/iu;
const WEEKDAYS = ["mo", "di", "mi", "do", "fr", "sa", "so"];
/** A time of day after a date, or the weekday in brackets. */
const AFTER = /[,;]?\s(?:um\s)?(?:\d{1,2}:\d{2}(?:\sUhr)?|\d{1,2}(?:\.\d{2})?\sUhr|\(\p{L}{2,10}\.?\))$/iu;
/** Brackets around it. */
const WRAPPED = /^[([{].*[)\]}]$/u;

function labelEnd(text: string): number {
  return LABEL.exec(text)?.[0].length ?? 0;
}

/** Where the date itself stands in a piece that holds nothing else but what may stand around a date. */
function datePlace(text: string): { readonly start: number; readonly end: number } {
  const label = labelEnd(text);
  const start = label + (BEFORE.exec(text.slice(label))?.[0].length ?? 0);
  const end = text.length - (AFTER.exec(text)?.[0].length ?? 0);
  return WRAPPED.test(text.slice(start, end)) ? { start: start + 1, end: end - 1 } : { start, end };
}

function weekdayBefore(text: string): number | null {
  const name = BEFORE.exec(text.slice(labelEnd(text)))?.[1]?.toLowerCase() ?? "";
  if (name === "") return null;
  return name === "sonnabend" ? 6 : WEEKDAYS.indexOf(name.slice(0, 2)) + 1;
}

/** Below this confidence of the engine a stamp's figures are not believed. */
const LEAST_CONFIDENCE = 0.5;
/** Above it they are, on a weekend too. A scanner's own text is given 0.8, whatever it reads. */
const TRUSTED_CONFIDENCE = 0.82;

function isTrusted(text: TracedText): boolean {
  const start = text.rawRange()?.start ?? 0;
  const isWeighed = (lineAt(text.read, start)?.line.words.length ?? 0) > 0;
  return isWeighed && readingConfidence(text) >= TRUSTED_CONFIDENCE;
}

function dateOf(verdict: DateVerdict): string | null {
  return verdict.kind === "uncertain" ? null : verdict.date;
}

function resultOf({ text, reading }: Stamp, verdict: DateVerdict): MemoDate {
  if (verdict.kind === "uncertain") return withheld(text, verdict.doubt, verdict.candidates);
  if (readingConfidence(text) < LEAST_CONFIDENCE) return withheld(text, "the stamp is faint", [verdict.date]);
  if (verdict.kind === "read") return { date: valueLeaf(verdict.date, text, sureness(reading)), diagnostics: [] };
  const { parts } = reading;
  const completed = parts === null ? text : text.apply(completions(parts, verdict.date));
  const message = `The date "${text.text}" was read as ${verdict.date}, the only one that the letter allows (${verdict.doubt}).`;
  return {
    date: valueLeaf(verdict.date, completed, readingConfidence(completed)),
    diagnostics: [{ ...finding("date-uncertain", message, text), severity: "info" }],
  };
}

/** 0.98 for a clean date, less for each sign that had to be explained. */
function sureness({ cost }: DateReading): number {
  return Math.max(0.6, 0.98 - 0.12 * cost);
}

const COMPLETED_CONFIDENCE = 0.9;

/** The edits that put the date's day and year in place of what was read of them. */
function completions({ day, isDayWhole, year }: DateParts, date: string): Edit[] {
  const [fullYear, , fullDay] = date.split("-") as [string, string, string];
  const edit = (span: Span, after: string): Edit => {
    const space = span.signs === "" ? " " : "";
    return {
      rule: "date-completed",
      start: span.start,
      end: span.end,
      after: space + after,
      confidence: COMPLETED_CONFIDENCE,
    };
  };
  const dayAsRead = day.signs.length === 1 && isDayWhole ? `0${day.signs}` : day.signs;
  return [
    ...(dayAsRead === fullDay ? [] : [edit(day, fullDay)]),
    ...(year.signs === fullYear ? [] : [edit(year, fullYear)]),
  ];
}

function withheld(text: TracedText, doubt: string | null, candidates: readonly string[]): MemoDate {
  const may = candidates.length === 0 ? "" : ` It may be ${candidates.join(", ")}.`;
  const why = doubt === null ? "" : ` (${doubt})`;
  const message = `The date "${text.text}" cannot be read with certainty${why}.${may}`;
  return { date: null, diagnostics: [finding("date-uncertain", message, text)] };
}

/** More would help nobody. */
const MOST_CANDIDATES = 10;

/** Several dates of the head, and no label says which is the letter's. */
function rivals(stamps: readonly Stamp[], verdicts: readonly DateVerdict[]): MemoDate {
  const [first] = stamps as [Stamp];
  const dates = verdicts.flatMap((verdict) => (verdict.kind === "uncertain" ? verdict.candidates : [verdict.date]));
  return withheld(first.text, "there are several", [...new Set(dates)].sort().slice(0, MOST_CANDIDATES));
}

/** No date stands at the label. What does is named, for it may be the rest of a stamp; so are dates that stand elsewhere. */
function nothingFound(pieces: readonly TracedText[], elsewhere: readonly Stamp[]): Diagnostic {
  const label = pieces.findIndex((piece) => labelEnd(piece.text) > 0);
  const own = pieces[label] === undefined ? "" : pieces[label].text.slice(labelEnd(pieces[label].text));
  const after = own === "" ? pieces[label + 1] : pieces[label];
  const words = own === "" ? (after?.text ?? "") : own;
  const others = [...new Set(elsewhere.flatMap(({ reading }) => reading.dates))].sort().slice(0, MOST_CANDIDATES);
  const hint = others.length === 0 ? "" : ` Elsewhere in the head stands ${others.join(", ")}.`;
  if (after === undefined || !/[\p{L}\d]/u.test(words) || words.length > LONGEST_DATE) {
    const code = hint === "" ? "date-missing" : "date-uncertain";
    return finding(code, `No date was found after "Datum:".${hint}`, null);
  }
  return finding("date-uncertain", `The date "${words}" cannot be read.${hint}`, after);
}

function finding(code: "date-missing" | "date-uncertain", message: string, text: TracedText | null): Diagnostic {
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
