import { fullYear } from "./calendar.ts";
import { digitsOf } from "./glyphs.ts";
import { type MonthReading, monthReadings } from "./month-reading.ts";

/** A run of signs in a text; `end` is exclusive. */
export interface Span {
  readonly signs: string;
  /** UTF-16 offsets in the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** A date as it is printed or stamped, in its three parts. */
export interface DateParts {
  /** Each sign of the day; "" where none was read. */
  readonly day: Span;
  /** One figure is the whole day: it is typed ("3. Mai 2022"), or the stamp's filler stands before it ("- 4. JAN."). */
  readonly isDayWhole: boolean;
  readonly months: readonly MonthReading[];
  /** Four signs, two of a typed year ("12.2.13"), or what else was left of it, "" for nothing. */
  readonly year: Span;
  /** The year that two figures say ("22", but not "20", which may be torn off); null where the signs are read one by one. */
  readonly years: readonly number[] | null;
  /** Set with stamp's wheels: spaces may stand anywhere, a wheel may be faint. */
  readonly isStamp: boolean;
  /** How much had to be explained; the least is the best reading of a text. */
  readonly cost: number;
}

/** No date is longer, its label taken away. */
const LONGEST = 48;

/** Signs and where each stood, white space left out: a stamp's wheels stand apart ("1 3. S E P. 2017"). */
interface Signs {
  readonly text: string;
  readonly places: readonly number[];
}

/** Reads a stamp that may be torn, spoilt or faint; null where no month can be told in it. */
export function stampParts(text: string, offset = 0): DateParts | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const signs = signsOf(withoutTrailingDirt(text), offset);
  let best: DateParts | null = null;
  for (let start = 0; start <= Math.min(8, signs.text.length - 2); start++) {
    for (let end = start + 2; end <= Math.min(start + 11, signs.text.length); end++) {
      const parts = partsAt(signs, start, end);
      if (parts !== null && (best === null || parts.cost < best.cost)) best = parts;
    }
  }
  return best;
}

/** " ." or " r" after the year. */
function withoutTrailingDirt(text: string): string {
  return text.replace(/(?:\s[^\d\s]{1,2}){1,9}$/u, "");
}

function signsOf(text: string, offset: number): Signs {
  const places: number[] = [];
  let signs = "";
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (/\s/.test(sign)) continue;
    signs += sign;
    places.push(offset + index);
  }
  return { text: signs, places };
}

/** The reading that has its month between two places. */
function partsAt(signs: Signs, start: number, end: number): DateParts | null {
  const word = signs.text.slice(start, end);
  if (!/^[\p{L}\d][\p{L}\d!?|£.,]*$/u.test(word) || !/\p{L}/u.test(word)) return null;
  const month = word.replace(/[.,]/g, "");
  const day = dayAt(signs, start);
  const year = yearAt(signs, end);
  if (month.length < 2 || day === null || year === null || !/\d/.test(day.span.signs + year.span.signs)) return null;
  const months = monthReadings(month);
  const [first] = months;
  if (first === undefined || (first.cost > 0 && !isStamped(month) && !isTypo(month, first))) return null;
  const isTyped = /\p{Ll}{2}/u.test(month) && first.cost === 0;
  if (isTyped && /^\D./u.test(day.span.signs) && day.span.end - day.span.start > 2) return null;
  return {
    day: day.span,
    isDayWhole: day.span.signs.length === 2 || day.hasFiller || (isTyped && !day.isSpoilt),
    months,
    year: year.span,
    years: /^(?!19|20)\d{2}$/.test(year.span.signs) ? [fullYear(year.span.signs)] : null,
    isStamp: !isTyped,
    cost: first.cost + day.cost + year.cost,
  };
}

/** A stamp's months are capitals, a few read as small letters. */
function isStamped(month: string): boolean {
  return month.replace(/\P{Ll}/gu, "").length * 2 <= month.length;
}

/** A typed name of which one letter was taken for one of like shape: "Februor". */
function isTypo(month: string, { cost, isSure }: MonthReading): boolean {
  return isSure && cost <= 0.5 && /^\p{Lu}\p{Ll}{3,}$/u.test(month);
}

interface DayReading {
  readonly span: Span;
  readonly hasFiller: boolean;
  /** A mark stands before it that may be what is left of a figure. */
  readonly isSpoilt: boolean;
  readonly cost: number;
}

/** The day's signs before the month: a filler or dirt before, a stop after. */
function dayAt(signs: Signs, end: number): DayReading | null {
  const [, filler = "", dirt = "", core = ""] =
    /^([-–—_~•·.]*)(["'`´‘’„“|!()[\]{}/\\]*)(.*?)[.,:;<>•°'’-]{0,2}$/u.exec(signs.text.slice(0, end)) ?? [];
  const start = filler.length + dirt.length;
  const own = core.replace(/[.:]/g, "");
  if (own.length > 2) return null;
  const span = { ...spanOf(signs, start, start + core.length), signs: own };
  const isOne = /^\d$/.test(own);
  const isSpoilt = dirt !== "" || (own.length === 1 && !isOne);
  const cost = own === "" ? 2 : odd(core) * 0.5 + dirt.length * 0.25;
  return { span, hasFiller: filler !== "" && isOne && !isSpoilt, isSpoilt, cost };
}

/** The year's signs after the month; what is left of them where the stamp is faint. */
function yearAt(signs: Signs, from: number): { readonly span: Span; readonly cost: number } | null {
  const rest = signs.text.slice(from);
  const gap = /^[.,:;<>'’–—-]*/u.exec(rest)?.[0].length ?? 0;
  const all = rest.slice(gap);
  if (all.length > 8) return null;
  const whole = /^\d{4}(?!\d)/.exec(all)?.[0] ?? all;
  const span = spanOf(signs, from + gap, from + gap + whole.length);
  if (whole.length === 4) return { span, cost: odd(whole) * 0.25 };
  return { span, cost: whole.length === 2 && gap > 0 ? 0.75 : 1.5 + 0.25 * whole.length };
}

function odd(signs: string): number {
  return signs.replace(/\d/g, "").length;
}

function spanOf(signs: Signs, start: number, end: number): Span {
  const last = signs.places[end - 1];
  const at = signs.places[start] ?? (signs.places.at(-1) ?? -1) + 1;
  return { signs: signs.text.slice(start, end), start: at, end: last === undefined || end <= start ? at : last + 1 };
}

/** Days that the signs may say, 1 to 31. */
export function dayNumbers({ day, isDayWhole }: DateParts): number[] {
  if (day.signs.length === 0) return Array.from({ length: 31 }, (_, index) => index + 1);
  const tens = day.signs.length === 2 ? digitsOf(day.signs.charAt(0)) : isDayWhole ? "0" : "0123";
  const ones = digitsOf(day.signs.charAt(day.signs.length - 1));
  return product(tens, ones).filter((number) => number >= 1 && number <= 31);
}

function product(tens: string, ones: string): number[] {
  return [...tens].flatMap((ten) => [...ones].map((one) => Number(ten + one)));
}
