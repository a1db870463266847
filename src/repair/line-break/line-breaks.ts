import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { type DocumentWords, documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { arePartedAgain } from "../two-words.ts";
import { type LineEnd, lineEndsOf } from "./line-ends.ts";
import { lostHyphenEdit } from "./lost-hyphen.ts";
import { misreadHyphenEdit, visibleHyphenEdit } from "./visible-hyphen.ts";

/**
 * Words broken at a line's or page's end become whole. The edit reaches from the word's first part
 * through its last, over blank lines and page marks between; `after` holds no line break.
 */
export function findLineBreaks(text: TracedText, facts: Facts): Edit[] {
  const words = documentWordsOf(text);
  return lineEndsOf(text).flatMap((end) => {
    const edit = editOf(end, words, facts);
    return edit === null || staysApart(end, edit, text.text, words, facts) ? [] : edit;
  });
}

function editOf(end: LineEnd, words: DocumentWords, facts: Facts): Edit | null {
  if (end.hyphen === "printed") return visibleHyphenEdit(end, facts);
  if (end.hyphen === "misread") return misreadHyphenEdit(end, words, facts);
  return lostHyphenEdit(end, words, facts);
}

/** Two little words, or what only their surroundings tell to be two: "wie / be". */
function staysApart(
  { left, right }: LineEnd,
  edit: Edit,
  text: string,
  words: DocumentWords,
  { lexicon, isGerman }: Facts,
): boolean {
  const whole = left.text + right.text;
  if (!isGerman || edit.after !== whole || (words.get(whole) ?? 0) > 1) return false;
  return arePartedAgain(left.text, right.text, text.slice(right.end, right.end + 2), lexicon);
}
