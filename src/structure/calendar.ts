/** German month names and their stamp forms: a rubber stamp's wheel says "MRZ.", "SEP.", "DEZ.". */
export const MONTH_FORMS: readonly (readonly string[])[] = [
  ["januar", "jan", "jänner"],
  ["februar", "feb", "febr"],
  ["märz", "mrz", "mär"],
  ["april", "apr"],
  ["mai"],
  ["juni", "jun"],
  ["juli", "jul"],
  ["august", "aug"],
  ["september", "sep", "sept"],
  ["oktober", "okt"],
  ["november", "nov"],
  ["dezember", "dez"],
];

/** "Januar" to "Dezember". */
export const MONTH_NAMES: readonly string[] = MONTH_FORMS.map(
  ([name = ""]) => name.charAt(0).toUpperCase() + name.slice(1),
);

/** 1 to 12 for a month's exact German name or short form, in any case; null for any other word. */
export function monthNumber(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, "");
  const index = MONTH_FORMS.findIndex((forms) => forms.includes(name));
  return index < 0 ? null : index + 1;
}

/** An ISO date, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
