import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

const MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";

/** Day, month, year in digits; at least one of the two signs between is a stop misread. */
const IN_DIGITS = /(?<![\d.,-])(\d{1,2})([.,-])(\d{1,2})([.,-])((?:19|20)\d{2})(?!\d|[.,-]\d)/g;
/** "31, August 2015". */
const COMMA_AFTER_DAY = new RegExp(String.raw`(?<=(?:^|[^\d.,])\d{1,2}),(?= (?:${MONTHS}) \d{4}(?!\d))`, "gu");
/** "28. Mal 2020". */
const MISREAD_MAY = /(?<=(?:^|[^\d.,])\d{1,2}\. )M(?:al|aj|ai!|a1)(?= \d{4}(?!\d))/gu;

/** Dates whose stops or month were misread, by the calendar: "13,12,2012", "11-11.2013", "28. Mal 2020". */
export function findDates({ text }: TracedText): Edit[] {
  const edit = (start: number, end: number, after: string): Edit => ({
    rule: "token",
    start,
    end,
    after,
    confidence: 0.9,
  });
  return [
    ...Array.from(text.matchAll(IN_DIGITS)).flatMap((match) => {
      const [date, day = "", first = "", month = "", second = "", year = ""] = match;
      const isMisread = first !== second ? `${first}${second}` !== ".-" : first === ",";
      const isDay = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
      if (!isMisread || !isDay) return [];
      return [edit(match.index, match.index + date.length, `${day}.${month}.${year}`)];
    }),
    ...Array.from(text.matchAll(COMMA_AFTER_DAY), ({ index }) => edit(index, index + 1, ".")),
    ...Array.from(text.matchAll(MISREAD_MAY), ({ 0: may, index }) => edit(index, index + may.length, "Mai")),
  ];
}
