import { fullYear, isoDate } from "./calendar.ts";
import { digitsOf } from "./glyphs.ts";

/** A date written with figures alone, and the days it may say. */
export interface TypedDate {
  /** ISO dates, sorted; several where a sign can be read in more than one way. */
  readonly dates: readonly string[];
  /** Letters that had to be read as digits. */
  readonly odd: number;
}

/** A digit, or a letter that stands where only a digit can. */
const FIGURE = "[\\dOolISBZ]";
const GAP = " ?[.,\\-–—/·:;]{1,2} ?";
/** "12.2.13", "12,02,2013", "11-11.2013", "0 5. 02. 2013" */
const IN_DIGITS = new RegExp(
  `^(${FIGURE} ?${FIGURE}?)${GAP}(${FIGURE} ?${FIGURE}?)${GAP}['’]?(${FIGURE}{2} ?${FIGURE}{2}|\\d{2})$`,
  "u",
);
/** "2022-05-03", "2022/5/3", "2022.05.03" */
const YEAR_FIRST = /^(\d{4}) ?[-–./] ?(\d{1,2}) ?[-–./] ?(\d{1,2})$/u;
const EIGHT_DIGITS = /^\d{8}$/;
/** "3. V. 2022"; "II" may be an eleven that was read badly. */
const ROMAN = /^(\d{1,2})\. ?([IVX]{1,4})\. ?(\d{4}|\d{2})$/u;
const ROMAN_MONTHS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** Reads a date in figures; null where the text is none. It may still be no day of the calendar: then `dates` is empty. */
export function typedDate(text: string): TypedDate | null {
  return inRoman(text) ?? inDigits(text) ?? yearFirst(text) ?? eightDigits(text);
}

function inDigits(text: string): TypedDate | null {
  const [, day = "", month = "", year = ""] = IN_DIGITS.exec(text)?.map((part) => part.replaceAll(" ", "")) ?? [];
  const all = day + month + year;
  const odd = all.replace(/\d/g, "").length;
  if (all === "" || odd * 2 > all.length || /^[^\d ] /u.test(text)) return null;
  const dates = numbersOf(year).flatMap((y) =>
    numbersOf(month).flatMap((m) => numbersOf(day).map((d) => isoDate(y < 100 ? 2000 + y : y, m, d))),
  );
  return { dates: known(dates), odd };
}

function numbersOf(signs: string): number[] {
  return [...signs]
    .reduce<string[]>((heads, sign) => heads.flatMap((head) => [...digitsOf(sign)].map((digit) => head + digit)), [""])
    .map(Number);
}

function yearFirst(text: string): TypedDate | null {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  return year === undefined ? null : { dates: known([isoDate(Number(year), Number(month), Number(day))]), odd: 0 };
}

/** "20220503" or "03052022", whichever is a date of these years. */
function eightDigits(text: string): TypedDate | null {
  if (!EIGHT_DIGITS.test(text)) return null;
  const [first, last] = [text.slice(0, 4), text.slice(4)];
  const dates = [
    isoDate(Number(first), Number(text.slice(4, 6)), Number(text.slice(6))),
    isoDate(Number(last), Number(text.slice(2, 4)), Number(text.slice(0, 2))),
  ];
  return { dates: known(dates).filter((date) => date >= "1990" && date < "2050"), odd: 0 };
}

function inRoman(text: string): TypedDate | null {
  const [, day, month = "", year = ""] = ROMAN.exec(text) ?? [];
  if (day === undefined) return null;
  const numbers = [ROMAN_MONTHS.indexOf(month) + 1, ...(month === "II" ? [11] : month === "I" ? [1] : [])];
  return { dates: known(numbers.map((number) => isoDate(fullYear(year), number, Number(day)))), odd: 0 };
}

function known(dates: readonly (string | null)[]): string[] {
  return [...new Set(dates)].filter((date) => date !== null).sort();
}
