import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { wordsOf } from "../letters.ts";

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
    if (star === null || (next.text === "in" && !/\n/.test(between))) return [];
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
