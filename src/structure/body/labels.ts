import type { TracedLine } from "../../text/traced-lines.ts";
import { plainTextOf } from "../join-lines.ts";
import { lineStart } from "../line-start.ts";
import { isPaperLine } from "../papers.ts";

/**
 * A line that names what follows and is no part of it: "Beschluss:", "Vorschlag:", "Antwort:",
 * "Beschluss des Stadtrates vom 3. Juli 2014:", "A0116/15". The rest of a word broken above is none.
 */
const LABEL =
  /^(?:Beschluss(?:text|vorschlag|punkte?)?|Vorschlag(?:stext)?|Anfrage(?:text)?|Antrag(?:stext)?|Wortlaut|(?:Nach|Zusatz|Rück)?[Ff]ragen?|Antwort(?:en)?|Stellungnahme|Sachverhalt)(?: (?:zu|vom|des|der|in|\d|\()[^.:;]{0,60})? ?[:;]$/u;

/** A label that runs over lines: "Beschluss in der Fassung der Empfehlung des Ausschusses / vom 15. Juni 2016:". */
export function isLongLabel(lines: readonly TracedLine[]): boolean {
  const text = plainTextOf(lines);
  return text.length <= LONGEST_LABEL && /^(?:Der )?(?:Beschluss|Antrag|Vorschlag|Anfrage)\b[^:]*:$/u.test(text);
}

/** In characters. */
const LONGEST_LABEL = 160;

/** A label that names another resolution or inquiry: from here on numbers begin anew. */
export function opensMatter(line: TracedLine): boolean {
  return (
    isLabel(line) && (/^(?:Beschluss|Vorschlag|Anfrage|Antrag)/u.test(line.text.text) || isPaperLine(line.text.text))
  );
}

export function isLabel(line: TracedLine): boolean {
  const text = line.text.text;
  return !line.glued && ((LABEL.test(text) && lineStart(text).number === null) || isPaperLine(text));
}
