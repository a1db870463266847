import { withoutEdgeDirt } from "../../../src/structure/line-edges.ts";
import type { Place } from "../../../src/structure/placement.ts";
import { leavesOf } from "../../../src/text/leaves.ts";
import { linesOf, type TracedLine } from "../../../src/text/traced-lines.ts";
import type { UnderstoodMemo } from "./damage-seen.ts";

/** Places that name what is no text of the letter: labels, marks, dirt. */
const NO_TEXT: ReadonlySet<Place | null> = new Set([
  "letterhead",
  "label",
  "next-review",
  "annex",
  "page-mark",
  "logo",
  "stamp",
  "dirt",
]);

/** Labels within a line whose rest is a value: "Beschlusskontrolle zu … (Sitzungsnummer: …)". */
const LABELS =
  /^(?:Beschluss\p{L}*|kontrolle|Anfrage|Vorschlag|Antrag|Stellungnahme|Sitzung|Sitzungsnummer|Betreff|Januar|Februar|März|April|Mai|Juni|Juli|August|\p{L}+ber|und|vom|zum|zur|der|die|auf|sowie|Kenntnisnahme|Vertretung|Anlagen?|Punkt|Frage|Ziffer)$/u;

/** Words of three letters and more that are in no field, in no named class of what is no text, and in no finding. */
export function lostWords({ text, memo, placement, diagnostics }: UnderstoodMemo): string[] {
  const used = leavesOf(memo).flatMap(({ leaf }) => leaf.text.segments.filter(({ start, end }) => start < end));
  const reported = diagnostics.filter(({ code }) => code === "unplaced-text").map(({ message }) => message);
  return withoutEdgeDirt(linesOf(text)).flatMap((line) => {
    if (NO_TEXT.has(placement.placeOf(line)) || reported.some((message) => message.includes(opening(line)))) return [];
    const words = [...line.text.text.matchAll(/\p{L}{3,}/gu)].filter((word) => {
      const raw = line.text.rawRange(word.index, word.index + word[0].length);
      const isUsed = raw !== null && used.some(({ start, end }) => start <= raw.end && raw.start <= end);
      return !isUsed && !LABELS.test(word[0]) && !reported.some((message) => message.includes(word[0]));
    });
    return words.map(([word]) => word);
  });
}

/** A finding quotes the first eighty letters of a line. */
function opening(line: TracedLine): string {
  return `"${line.text.text.slice(0, 80)}`;
}
