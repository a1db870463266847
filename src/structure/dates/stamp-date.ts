import { isoDate } from "../calendar.ts";
import { type MonthReading, monthReadings } from "./stamp-month.ts";

/** What a stamp can be read as. */
export interface StampReading {
  /** The date, if there is no doubt about any part of it. */
  readonly date: string | null;
  /** ISO dates it may be, sorted, at most ten; for the person who looks at it. */
  readonly candidates: readonly string[];
  /** 0 to 1: how little of it had to be explained as noise. */
  readonly sureness: number;
}

/** Years a memo of this kind can bear. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2049;
const MOST_CANDIDATES = 10;
const UNREAD: StampReading = { date: null, candidates: [], sureness: 0 };

/**
 * Reads a date as a rubber stamp and OCR leave it: "2 I MÜZ. 2024", "07. FEß. 2Ü19", "2 5. SEP. 2018",
 * but also "14. Oktober 2021" and "24.05.2017".
 * Letters in place of digits are explained by their shape. A digit is never taken for another digit:
 * "13" and "18" are both good days, and what is then no date ("85. JUN.") stays unread.
 */
export function readStamp(text: string): StampReading {
  const parts = partsOf(compacted(text));
  if (parts === null) return UNREAD;
  const days = dayReadings(parts.day, parts.month);
  const years = yearReadings(parts.year);
  const dates = years.flatMap((year) =>
    parts.months.flatMap(({ month }) => days.map((day) => isoDate(year, month, day))),
  );
  const candidates = [...new Set(dates)].filter((date) => date !== null).sort();
  const [only] = candidates;
  const isCertain = candidates.length === 1 && dates.length === 1 && parts.months[0]?.isSure === true;
  if (only === undefined || !isCertain) {
    return { date: null, candidates: candidates.slice(0, MOST_CANDIDATES), sureness: 0 };
  }
  return { date: only, candidates, sureness: cleanness(parts) };
}

/** A stamp's wheels stand apart ("1 3. S E P. 2017"): spaces tell nothing. Dirt at the ends goes. */
function compacted(text: string): string {
  const core = text
    .slice(0, 60)
    .replace(/^Dresden,? (?:den )?/u, "")
    .replace(/^[^\p{L}\p{N}*]+/u, "")
    .replace(/(?:\s[^\d\s]{1,2})+$/u, "")
    .replace(/[^\p{L}\p{N}]+$/u, "");
  return core.replace(/\s/g, "");
}

interface StampParts {
  readonly day: string;
  readonly month: string;
  readonly months: readonly MonthReading[];
  readonly year: string;
}

/** Cuts a stamp into day, month and year, where its month reads best; null where it shows no such order. */
function partsOf(text: string): StampParts | null {
  const whole = /^(.+?)[.,]?([^.,]{4}|(?<=[.,])\d\d)$/u.exec(text);
  if (whole === null) return null;
  const before = whole[1] ?? "";
  let best: StampParts | null = null;
  for (const length of [2, 1]) {
    const day = before.slice(0, length);
    const month = before.slice(length).replace(/[.,;:]/g, "");
    const months = monthReadings(month);
    if (/[.,]/.test(day) || months.length === 0) continue;
    if (best === null || (months[0]?.cost ?? 0) < (best.months[0]?.cost ?? 0)) {
      best = { day, month, months, year: whole[2] ?? "" };
    }
  }
  return best;
}

/** Characters that OCR writes for a stamped digit, by their shape. Others ("*") may be any digit. */
const DIGIT_SHAPES: Readonly<Record<string, string>> = {
  ...likeness("Il|i!][", "1"),
  ...likeness("OoQDÜÖöüU", "0"),
  ...likeness("Zz", "2"),
  ...likeness("Ss", "5"),
  ...likeness("Bß", "8"),
  ...likeness("Gb", "6"),
  ...likeness("qg", "9"),
};

function likeness(characters: string, digit: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, digit]));
}

/** Numbers a text may stand for; none where more than one character is beyond guessing. */
function numbersFor(text: string): number[] {
  const open = [...text].filter((character) => !/\d/.test(character) && DIGIT_SHAPES[character] === undefined);
  if (open.length > 1) return [];
  const readings = [...text].reduce<string[]>(
    (prefixes, character) => prefixes.flatMap((prefix) => digitsFor(character).map((digit) => prefix + digit)),
    [""],
  );
  return readings.map(Number);
}

function digitsFor(character: string): readonly string[] {
  if (/\d/.test(character)) return [character];
  const digit = DIGIT_SHAPES[character];
  return digit === undefined ? [..."0123456789"] : [digit];
}

/**
 * A stamp's day has two wheels: a single digit before a stamped month has lost its neighbour
 * ("5. JAN." may be 05, 15, 25). In "3. Februar 2021" and "1.2.2024", which are typed, it is whole.
 */
function dayReadings(day: string, month: string): number[] {
  const isStamped = /^[\p{Lu}\d]{0,5}\p{Lu}[\p{Lu}\d]{0,5}$/u.test(month);
  const texts = day.length === 1 && isStamped ? ["0", "1", "2", "3"].map((tens) => tens + day) : [day];
  return texts.flatMap(numbersFor).filter((number) => number >= 1 && number <= 31);
}

function yearReadings(text: string): number[] {
  return numbersFor(text)
    .map((year) => (text.length === 2 ? 2000 + year : year))
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR);
}

/** 1 for a clean stamp, less for each character that had to be explained. */
function cleanness(parts: StampParts): number {
  const odd = [...(parts.day + parts.year)].filter((character) => !/\d/.test(character)).length;
  return Math.max(0.6, 1 - 0.06 * odd - 0.16 * (parts.months[0]?.cost ?? 0));
}
