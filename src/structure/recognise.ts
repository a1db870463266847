import type { PieceFacts } from "./facts/piece-facts.ts";
import { partsOf } from "./fields/texts.ts";
import { papersIn } from "./papers.ts";
import type { Reading } from "./reading.ts";

/** Points that make a document a memo of this house; an ordinary letter or invoice has fewer. */
const ENOUGH = 5;

/**
 * Whether a document is such a letter: its letterhead, its heading and its formulas are counted, found as a part of the
 * letter or, in a text too damaged to be taken apart, by the letters of a line's beginning.
 */
export function isMemo(reading: Reading): boolean {
  const opening = joinedIntroduction(reading);
  const above = reading.facts.slice(0, HEAD);
  const isDamaged =
    opening === "" &&
    partsOf(reading, "date", "heading", "fileReference").length === 0 &&
    above.some((fact) => isFormula(fact, "authority"));
  const has = (label: "authority" | "fileReference" | "date" | "salutation" | "closing"): boolean =>
    partsOf(reading, label).length > 0 || (isDamaged && reading.facts.some((fact) => isFormula(fact, label)));
  const heads = partsOf(reading, "heading", "subject", "confidential").flatMap(({ pieces }) => pieces);
  const headings = isDamaged ? reading.facts.filter((fact) => isFormula(fact, "heading")) : [];
  const hasTitle = above.some((fact) => isFormula(fact, "title"));
  const hasPaper = [...heads, ...headings].some(({ piece }) => papersIn(piece.text.text).length > 0);
  const answers = reading.facts.some((fact) => isFormula(fact, "introduction"));
  const isReport = answers || /(?:Beschluss|[Aa]nfrage|Vorschlag|Antrag|Frage|Vorlage)/u.test(opening);
  const points =
    (hasTitle ? 2 : 0) +
    (hasPaper ? 2 : 0) +
    (isReport ? 2 : 0) +
    (has("authority") ? 1 : 0) +
    (has("fileReference") ? 1 : 0) +
    (has("date") ? 1 : 0) +
    (has("salutation") ? 1 : 0) +
    (has("closing") ? 1 : 0);
  // Whoever writes to the city names papers and days as well: only its own letters bear its name or its formulas.
  const isOfHouse = hasTitle || has("authority") || answers;
  const isLetter = has("salutation") || isReport || (hasTitle && has("closing"));
  return isOfHouse && isLetter && (hasTitle || hasPaper || isReport) && points >= ENOUGH;
}

/** In pieces: no letterhead is longer. */
const HEAD = 40;
const LEAST_LIKENESS = 0.75;

function isFormula({ formulas }: PieceFacts, formula: string): boolean {
  return formulas.some(([name, likeness]) => name === formula && likeness > LEAST_LIKENESS);
}

function joinedIntroduction(reading: Reading): string {
  return partsOf(reading, "introduction")
    .flatMap(({ pieces }) => pieces.map(({ piece }) => piece.text.text))
    .join(" ");
}
