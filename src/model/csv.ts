import { INVISIBLE } from "./invisible.ts";

/** What German Excel needs to take a file for UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** A line of a table. Semicolons, because German Excel reads commas as decimal points. Numbers may be counted with. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(";")}\r\n`;
}

/** Text that a spreadsheet would read as a number, a day or a time: a file reference "96", a paper "12/20". */
const NUMBERLIKE = /^[\d.,:/ +-]+(?:[eE][+-]?\d+)?$/u;

/** Days as the record has them, which a spreadsheet is to take for days. */
const DAY = /^\d{4}-\d\d-\d\d$/u;

/**
 * A value as RFC 4180 writes it. One that a spreadsheet would take for a formula gets an apostrophe before it: text
 * from a scan must not be run ("=HYPERLINK(…)"). One that it would take for a number stands in a formula that gives
 * its text (`="96"`), the one form that spreadsheets leave as it is. What cannot be seen is left out: it could turn a
 * cell around.
 */
function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  if (value === null) return "";
  const visible = value.replace(INVISIBLE, (character) => (character === "\n" || character === "\t" ? character : ""));
  if (/\d/u.test(visible) && NUMBERLIKE.test(visible) && !DAY.test(visible)) return `"=""${visible}"""`;
  const text = /^[=+\-@\t\r]/u.test(visible) ? `'${visible}` : visible;
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
