import type { TracedLine } from "../text/traced-lines.ts";
import { endOfFormula, resembles } from "./likeness.ts";
import { papersIn } from "./papers.ts";
import type { Zones } from "./zones.ts";

/** Points that make a document a memo of this house; an ordinary letter or invoice has fewer. */
const ENOUGH = 5;

/** Lines: even a shuffled head with its stamps and dirt has fewer. */
const LONGEST_HEAD = 60;

/** Whether a document is such a letter: its letterhead, its heading and its formulas are counted. */
export function isMemo(zones: Zones): boolean {
  const lines = zones.head.slice(-LONGEST_HEAD);
  const head = lines.map((line) => line.text.text);
  const opening = zones.body
    .slice(0, 6)
    .map((line) => line.text.text)
    .join(" ");
  const hasTitle = head.some((text) => resembles(text, "Hausmitteilung"));
  const hasPaper = lines.some((line) => isPaperHeading(line));
  const isReport =
    /\b(?:Beschluss|Anfrage|Vorschlag|Antrag)\b[^.:]{0,120}\b(?:gegeben werden|wie folgt|Stellung)/u.test(opening);
  const points =
    (hasTitle ? 2 : 0) +
    (hasPaper ? 2 : 0) +
    (isReport ? 2 : 0) +
    (head.some((text) => resembles(text, "Landeshauptstadt Dresden")) ? 1 : 0) +
    (head.some((text) => /^G[Z2] ?[:;.]?/u.test(text)) ? 1 : 0) +
    (head.some((text) => endOfFormula(text, "Datum") !== null) ? 1 : 0) +
    (zones.salutation.length > 0 ? 1 : 0) +
    (zones.closing.length > 0 ? 1 : 0);
  const isLetter = zones.salutation.length > 0 || zones.closing.length > 0 || isReport;
  return isLetter && (hasTitle || hasPaper || isReport) && points >= ENOUGH;
}

function isPaperHeading(line: TracedLine): boolean {
  const text = line.text.text;
  return papersIn(text).length > 0 || /^Beschluss ?kontrolle zu/u.test(text);
}
