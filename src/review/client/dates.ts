const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

/** Years written in two figures are of this century: the letters begin in 2009. */
const CENTURY = 2000;

/**
 * A day as people type it: "12.2.13", "12. Februar 2013", "12022013", "2013-02-12"; null where it is none.
 * @returns as the record has it: "2013-02-12"
 */
export function parseDay(text: string): string | null {
  const typed = text.trim();
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(typed) ?? [];
  if (day !== "") return dayOf(day, month, year);
  const [, d1 = "", m1 = "", y1 = ""] = /^(\d{1,2})[./ ]\s*(\d{1,2})[./ ]\s*(\d{4}|\d{2})$/u.exec(typed) ?? [];
  if (y1 !== "") return dayOf(d1, m1, y1);
  const [, d2 = "", m2 = "", y2 = ""] = /^(\d\d)(\d\d)(\d{4}|\d\d)$/u.exec(typed) ?? [];
  if (y2 !== "") return dayOf(d2, m2, y2);
  const [, d3 = "", name = "", y3 = ""] = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?\s*(\d{4}|\d{2})$/u.exec(typed) ?? [];
  const named = monthOf(name);
  return y3 === "" || named === null ? null : dayOf(d3, String(named), y3);
}

/** A month as people type it: "März 2016", "03/2016", "3.2016"; null where it is none. */
export function parseMonth(text: string): string | null {
  const typed = text.trim();
  const [, year, month] = /^(\d{4})-(\d\d)$/u.exec(typed) ?? [];
  const [, m1, y1] = /^(\d{1,2})[./]\s*(\d{4})$/u.exec(typed) ?? [];
  const [, name = "", y2] = /^(\p{L}{3,9})\.?\s*(\d{4})$/u.exec(typed) ?? [];
  const number = Number(month ?? m1 ?? monthOf(name) ?? 0);
  return number < 1 || number > 12 ? null : `${year ?? y1 ?? y2}-${String(number).padStart(2, "0")}`;
}

function monthOf(name: string): number | null {
  const typed = name.toLowerCase().replace(/^(?:maerz|mrz)$/u, "märz");
  if (typed.length < 3) return null;
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(typed));
  return index === -1 ? null : index + 1;
}

function dayOf(day: string, month: string, year: string): string | null {
  const full = year.length === 2 ? CENTURY + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isDay ? date.toISOString().slice(0, 10) : null;
}

/** "2013-02-12" as "Dienstag, 12. Februar 2013"; "2016-03" as "März 2016". */
export function dateInWords(date: string, language: string): string {
  const isMonth = date.length === 7;
  return new Date(`${isMonth ? `${date}-01` : date}T00:00:00Z`).toLocaleDateString(language, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(isMonth ? {} : { weekday: "long", day: "numeric" }),
  });
}
