import { beginsLike, folded } from "./facts/likeness.ts";
import { partsOf } from "./fields/texts.ts";
import { papersIn } from "./papers.ts";
import { PROFILE } from "./profile.ts";
import type { Reading } from "./reading.ts";

/** Points that make a document a memo of this house; an ordinary letter or invoice has fewer. */
const ENOUGH = 5;

/** Whether a document is such a letter: its letterhead, its heading and its formulas are counted. */
export function isMemo(reading: Reading): boolean {
  const has = (...labels: Parameters<typeof partsOf>[1][]): boolean => partsOf(reading, ...labels).length > 0;
  const heads = partsOf(reading, "heading", "subject", "confidential").flatMap(({ pieces }) =>
    pieces.map(({ piece }) => piece.text.text),
  );
  const title = folded(PROFILE.title);
  const hasTitle = reading.facts.slice(0, 40).some(({ piece }) => beginsLike(folded(piece.text.text), title) > 0.75);
  const hasPaper = heads.some((text) => papersIn(text).length > 0);
  const opening = joinedIntroduction(reading);
  const isReport = /(?:Beschluss|Anfrage|Vorschlag|Antrag|Frage)/u.test(opening);
  const points =
    (hasTitle ? 2 : 0) +
    (hasPaper ? 2 : 0) +
    (isReport ? 2 : 0) +
    (has("authority") ? 1 : 0) +
    (has("fileReference") ? 1 : 0) +
    (has("date") ? 1 : 0) +
    (has("salutation") ? 1 : 0) +
    (has("closing") ? 1 : 0);
  return (has("salutation") || has("closing") || isReport) && (hasTitle || hasPaper || isReport) && points >= ENOUGH;
}

function joinedIntroduction(reading: Reading): string {
  return partsOf(reading, "introduction")
    .flatMap(({ pieces }) => pieces.map(({ piece }) => piece.text.text))
    .join(" ");
}
