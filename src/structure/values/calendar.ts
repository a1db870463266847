/** German month names and their short forms: a rubber stamp's wheel says "MRZ.", "SEP.", "DEZ.". */
export const MONTH_FORMS: readonly (readonly string[])[] = [
  ["januar", "jan", "jänner"],
  ["februar", "feb", "febr"],
  ["märz", "mrz", "mär", "maerz"],
  ["april", "apr"],
  ["mai"],
  ["juni", "jun", "juno"],
  ["juli", "jul", "julei"],
  ["august", "aug"],
  ["september", "sep", "sept"],
  ["oktober", "okt"],
  ["november", "nov"],
  ["dezember", "dez"],
];

/** 1 to 12 for a month's exact German name or short form, in any case; null for any other word. */
export function monthNumber(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, "");
  const index = MONTH_FORMS.findIndex((forms) => forms.includes(name));
  return index < 0 ? null : index + 1;
}

/** An ISO date, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${isoMonth(year, month)}-${String(day).padStart(2, "0")}`;
}

/** "2016-07" */
export function isoMonth(year: number, month: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** The last day of an ISO date or of an ISO month: "2016-02" gives "2016-02-29". */
export function lastDayOf(iso: string): string {
  if (iso.length > 7) return iso;
  return `${iso}-${daysIn(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)))}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Monday is 1, Sunday 7. `iso` is a day of the calendar. */
export function weekdayOf(iso: string): number {
  // Zeller's congruence counts March as the first month of its year, January and February as the last of the year before.
  const month = ((Number(iso.slice(5, 7)) + 9) % 12) + 1;
  const year = Number(iso.slice(0, 4)) - (month > 10 ? 1 : 0);
  const day = Number(iso.slice(8, 10));
  const sum = day + Math.floor((13 * month - 1) / 5) + year + Math.floor(year / 4) - Math.floor(year / 100);
  const fromSunday = (sum + Math.floor(year / 400)) % 7;
  return fromSunday === 0 ? 7 : fromSunday;
}

/** These letters are of this century: "16" is 2016. */
export function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
