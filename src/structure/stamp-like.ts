import { monthReadings } from "./dates/stamp-month.ts";

/** Whether a text looks like a stamped or typed date: a day, a month by name or number, a year, in that order, whatever the noise. */
export function isStampLike(text: string): boolean {
  if (text.length > 30 || !/\d/.test(text)) return false;
  if (/^\d{1,2}[.,] ?\d{1,2}[.,] ?\d{2,4}$/u.test(text)) return true;
  const isMonth = (word: string): boolean => (monthReadings(word)[0]?.cost ?? 9) <= 1;
  return /[\p{L}\d]{4}\W*$/u.test(text) && (words(text).some(isMonth) || isMonth(monthOf(text)));
}

/** A line that holds a date and nothing else: it begins with the day, and a month follows it. */
export function isDateAlone(text: string): boolean {
  return isStampLike(text) && /^[\dIlZSOBi|](?: ?[\dIlZSOBi|])? ?[.,:;]? ?\p{L}/u.test(text);
}

/** The letters between day and year, their spaces gone: "M AI" of "11. M AI 2024". */
function monthOf(text: string): string {
  return /[.,:;] ?(\p{L}[\p{L}0!| ]{1,9}?)[.,:;]? [\p{L}\d]{4}\W*$/u.exec(text)?.[1]?.replaceAll(" ", "") ?? "";
}

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3 && /\p{L}/u.test(word));
}
