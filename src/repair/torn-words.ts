import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { lineAt } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";

/** In characters. A shorter line is one of a letterhead, a table or a list. */
const RUNNING_LINE = 50;

/** The last letters of a line, no mark or hyphen behind them. */
const LAST_WORD = /(?:^|[\s„(-])(\p{L}{3,})$/u;

/**
 * Words that were begun at a line's end ("die Anord") and go on nowhere: lines are missing there, or out of order.
 * What no list knows and no known word begins with is a name or a misreading, and no sign of it.
 */
export function tornWords(text: TracedText, lexicon: Lexicon): Diagnostic[] {
  const found: Diagnostic[] = [];
  let start = 0;
  for (const line of text.text.split(/[\n\f]/u)) {
    const word = line.length < RUNNING_LINE ? undefined : LAST_WORD.exec(line)?.[1];
    if (word !== undefined && !lexicon.isKnown(word) && lexicon.beginsWord(word)) {
      found.push(finding(word, text, start + line.length));
    }
    start += line.length + 1;
  }
  return found;
}

function finding(word: string, text: TracedText, end: number): Diagnostic {
  const message = `"${word}" breaks off at a line's end and goes on nowhere; lines may be missing or out of order.`;
  const raw = text.rawRange(end - word.length, end);
  const page = raw === null ? undefined : lineAt(text.read, raw.start)?.page.number;
  const place = page === undefined ? {} : { page };
  return { severity: "warning", stage: "repair", code: "word-torn", message, at: "/memo/items", ...place };
}
