import type { MemoTree } from "../../text/memo-tree.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { kindOf } from "../kind.ts";
import { textLeaf, valueLeaf } from "../leaf.ts";
import type { Reading } from "../reading.ts";
import { joinedParts, partsOf, withCase } from "./texts.ts";

type Opening = Pick<MemoTree, "kind" | "salutation" | "introduction" | "reportStatus">;

/** Salutation and introduction, and what they and the heading say of the letter as a whole. */
export function openingOf(reading: Reading): Opening {
  const salutation = joinedParts(partsOf(reading, "salutation"));
  const opening = joinedParts(
    partsOf(reading, "introduction")
      .toSorted((a, b) => b.sureness - a.sureness)
      .slice(0, 1),
  );
  const introduction = opening === null ? null : textLeaf(withColon(polite(opening.text)), opening.sureness);
  const heading = joinedParts(partsOf(reading, "heading"));
  const first = reading.facts[0]?.piece.text;
  const kind = kindOf(heading?.text ?? null, introduction);
  return {
    kind: kind ?? valueLeaf("Sonstiges", first as TracedText, 0.5),
    salutation: salutation === null ? null : textLeaf(withComma(salutation.text), salutation.sureness),
    introduction,
    reportStatus: reportStatusOf(introduction),
  };
}

/** A salutation ends with a comma; a scanner makes a full stop or a semicolon of it. */
function withComma(text: TracedText): TracedText {
  const end = text.length;
  if (!/\p{L}[.;:]$/u.test(text.text)) return text;
  return text.apply([{ rule: "token", start: end - 1, end, after: ",", confidence: 0.9 }]);
}

/** "Ihre" of the person addressed is written large, "ich" within a sentence small. */
function polite(text: TracedText): TracedText {
  const formula = withCase(text, /(?<=\p{Ll}e )information(?= )/gu, true);
  return withCase(withCase(formula, /^ihre[nrms]?(?= )/gu, true), /(?<=\p{Ll} )Ich(?= )/gu, false);
}

/** The house formula ends with a colon; OCR makes a semicolon or comma of it. */
function withColon(text: TracedText): TracedText {
  if (!/(?:gegeben werden|wie folgt) ?[;,]$/u.test(text.text)) return text;
  const end = text.length;
  return text.apply([{ rule: "token", start: end - 1, end, after: ":", confidence: 0.95 }]);
}

const STATUS: readonly (readonly [RegExp, "final" | "interim"])[] = [
  [/(?<!\p{L})(?:abschließend|Abschluss(?:bericht|information|meldung))/iu, "final"],
  [
    /(?<!\p{L})(?:Zwischen(?:stand|information|bericht|informationen|nachricht)|aktuelle[rn]?(?!\p{L}).{0,20}(?:Stand|Sachstand|Information)|Sachstand)/iu,
    "interim",
  ],
];

/** "final" for a concluding report, "interim" for a state of affairs, as the introduction calls itself. */
function reportStatusOf(introduction: Opening["introduction"]): Opening["reportStatus"] {
  if (introduction === null) return null;
  for (const [pattern, status] of STATUS) {
    const match = pattern.exec(introduction.value);
    if (match !== null)
      return valueLeaf(
        status,
        introduction.text.slice(match.index, match.index + match[0].length),
        introduction.confidence,
      );
  }
  return null;
}
