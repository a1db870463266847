import { INVISIBLE } from "./invisible.ts";

/** What German Excel needs to take a file for UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** A line of a table. Semicolons, because German Excel reads commas as decimal points. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(";")}\r\n`;
}

/**
 * A value as RFC 4180 writes it. One that a spreadsheet would take for a formula gets an apostrophe before it:
 * text from a scan must not be run ("=HYPERLINK(…)"). What cannot be seen is left out: it could turn a cell around.
 */
function cell(value: string): string {
  const visible = value.replace(INVISIBLE, (character) => (character === "\n" || character === "\t" ? character : ""));
  const text = /^[=+\-@\t\r]/u.test(visible) ? `'${visible}` : visible;
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
