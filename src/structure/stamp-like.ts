import { monthReadings } from "./dates/stamp-month.ts";

/** Whether a text looks like a stamped or typed date: a day, a month by name or number, a year, in that order, whatever the noise. */
export function isStampLike(text: string): boolean {
  if (text.length > 30 || !/\d/.test(text)) return false;
  if (/^\d{1,2}[.,] ?\d{1,2}[.,] ?\d{2,4}$/u.test(text)) return true;
  return /[\p{L}\d]{4}\W*$/u.test(text) && words(text).some((word) => (monthReadings(word)[0]?.cost ?? 9) <= 1);
}

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3 && /\p{L}/u.test(word));
}
