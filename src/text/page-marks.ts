/**
 * Whether a line is a page mark and nothing else. German letters number their pages between
 * dashes ("-2-", "- 3 -"), of which a scan may lose one ("2-"), or in words ("Seite 1 von 2", "Seite 3").
 * A bare number is none: it may be a clause's number or a table's cell.
 */
export function isPageMark(lineText: string): boolean {
  const text = lineText.trim();
  if (text.length > LONGEST_MARK) return false;
  return BETWEEN_DASHES.test(text) || HALF_DASHED.test(text) || IN_WORDS.test(text);
}

/** "- Seite 100 von 200 -" and some room. */
const LONGEST_MARK = 30;
const BETWEEN_DASHES = /^[-–—~•·]{1,2} ?\d{1,3} ?[-–—~]{1,2}\.?$/;
const HALF_DASHED = /^(?:\d{1,3} ?[-–—]|[-–—]\d{1,3})$/;
const IN_WORDS = /^(?:[-–—] ?)?(?:Seite|Blatt|S\.) ?\d{1,3}(?: ?(?:von|\/) ?\d{1,3})?(?: ?[-–—])?$/i;
