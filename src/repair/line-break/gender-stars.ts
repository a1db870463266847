import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { isUpper, wordsOf } from "../letters.ts";

/** What stands between the word's stem and its feminine ending: the star, and a line's end or a space beside it. */
const STAR_AT_BREAK = /^(?:([*:_])-?\s{1,3}|-?\s{1,3}([*:_]))$/;
const LONGEST_GAP = 6;

/** Words with a gender star are broken beside it: "Amtskolleg*" and "innen" are "Amtskolleg*innen". */
export function findGenderStarBreaks(traced: TracedText): Edit[] {
  const words = wordsOf(traced);
  return words.flatMap((word, index): Edit[] => {
    const next = words[index + 1];
    if (next === undefined || !/^in(?:nen)?$/.test(next.text) || next.start - word.end > LONGEST_GAP) return [];
    const between = traced.text.slice(word.end, next.start);
    const star = STAR_AT_BREAK.exec(between);
    if (star === null || !isUpper(word.text) || (next.text === "in" && !isEndingIn(between))) return [];
    const after = `${word.text}${star[1] ?? star[2]}${next.text}`;
    return [
      {
        rule: /\n/.test(between) ? "line-break" : "spacing",
        start: word.start,
        end: next.end,
        after,
        confidence: 0.98,
      },
    ];
  });
}

/** "in" is a word of its own as well, above all after a colon: "Ansprechpartner: / in Dresden". */
function isEndingIn(between: string): boolean {
  return /\n/.test(between) && (!between.includes(":") || between.includes("-"));
}
