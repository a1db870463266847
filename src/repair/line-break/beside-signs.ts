import type { Edit } from "../../model/edit.ts";
import { isPageMark } from "../../text/page-marks.ts";
import type { TracedText } from "../../text/traced-text.ts";

/** How a line ends and the next begins where both are one token; each pattern looks at a few characters. */
interface SignBreak {
  readonly end: RegExp;
  readonly start: RegExp;
  /** Characters the first line has at least. */
  readonly shortest: number;
}

/** "1. Der Oberbürgermeister", "b) die Kosten": a new clause, not the rest of a number. */
const CLAUSE_NUMBER = /^(?:\d{1,2}|[a-z])[.)] /;

const BREAKS: readonly SignBreak[] = [
  /** "24-/stündige": the hyphen belongs there, as letters and digits are never parted without. */
  { end: /\d[-–]$/, start: /^(?!(?:und|oder|bzw|bis|sowie|u)(?!\p{L}))\p{Ll}{2}/u, shortest: 3 },
  /** "2020-/2025", "V2072/|23". */
  { end: /\d[-–/]$/, start: /^\d/, shortest: 3 },
  /** "der 7.-/9. Klasse". */
  { end: /\d\.[-–]$/, start: /^\d{1,3}\./, shortest: 5 },
  /** "Covid-/19", "V-/2072". */
  { end: /[^\P{L}\s]-$/u, start: /^\d/, shortest: 5 },
  /** "Kinder-/|Jugendhilfe", "Bürger/|-innen". */
  { end: /\p{L}-\/$/u, start: /^\p{L}{2}/u, shortest: 5 },
  { end: /\p{L}\/$/u, start: /^-\p{Ll}{2}/u, shortest: 5 },
  { end: /\p{L}-?$/u, start: /^\/-?\p{Ll}{2}/u, shortest: 5 },
  /** "und/|oder", "Schuljahr/|Halbjahr" in running text. */
  { end: /\p{L}\/$/u, start: /^\p{L}{2}/u, shortest: 40 },
  /** "1.250.|000 Euro": after a group of thousands, or before one of noughts; "12.500,|00". */
  { end: /\d\.\d{3}\.$/, start: /^\d{3}(?!\d)/, shortest: 5 },
  { end: /(?<![\d.])\d{1,3}\.$/, start: /^000(?!\d)/, shortest: 2 },
  { end: /\d\.\d{3},$/, start: /^\d{2}(?!\d)/, shortest: 5 },
];

const LONGEST_END = 8;
const LONGEST_START = 12;

/** Tokens broken beside a digit or slash, which no letter-by-letter rule joins. Only lines that follow each other. */
export function findBreaksBesideSigns({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const { index } of text.matchAll(/\n/g)) {
    const end = index - spacesBefore(text, index);
    const start = index + 1 + spacesAfter(text, index + 1);
    const lineStart = text.lastIndexOf("\n", index - 1) + 1;
    if (!isBroken(text, lineStart, end, start)) continue;
    edits.push({ rule: "line-break", start: end, end: start, after: "", confidence: 0.95 });
  }
  return edits;
}

function isBroken(text: string, lineStart: number, end: number, start: number): boolean {
  const before = text.slice(Math.max(lineStart, end - LONGEST_END), end);
  const after = text.slice(start, start + LONGEST_START);
  const found = BREAKS.find((kind) => kind.end.test(before) && kind.start.test(after));
  if (found === undefined || end - lineStart < found.shortest) return false;
  if (CLAUSE_NUMBER.test(after) && !/\.[-–]$/.test(before)) return false;
  return !isPageMark(text.slice(lineStart, Math.min(end, lineStart + 40)));
}

/** White space on a line beside its break is looked at no further than this. */
const MOST_SPACES = 12;

function spacesBefore(text: string, at: number): number {
  let count = 0;
  while (count < MOST_SPACES && /[ \t\r]/.test(text.charAt(at - 1 - count))) count++;
  return count;
}

function spacesAfter(text: string, at: number): number {
  let count = 0;
  while (count < MOST_SPACES && /[ \t]/.test(text.charAt(at + count))) count++;
  return count;
}
