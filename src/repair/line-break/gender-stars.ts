import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { wordsOf } from "../letters.ts";

/** What stands between the word's stem and its feminine ending, and the line break after or before the star. */
const STAR_AT_BREAK = /^(?:([*:_])-?[ \t]*\n{1,2}[ \t]*|-?[ \t]*\n{1,2}[ \t]*([*:_]))$/;
const LONGEST_GAP = 6;

/** Words with a gender star are broken beside it: "Amtskolleg*" and "innen" are "Amtskolleg*innen". */
export function findGenderStarBreaks(traced: TracedText): Edit[] {
  const words = wordsOf(traced);
  return words.flatMap((word, index): Edit[] => {
    const next = words[index + 1];
    if (next === undefined || !/^in(?:nen)?$/.test(next.text) || next.start - word.end > LONGEST_GAP) return [];
    const star = STAR_AT_BREAK.exec(traced.text.slice(word.end, next.start));
    if (star === null) return [];
    const after = `${word.text}${star[1] ?? star[2]}${next.text}`;
    return [{ rule: "line-break", start: word.start, end: next.end, after, confidence: 0.98 }];
  });
}
