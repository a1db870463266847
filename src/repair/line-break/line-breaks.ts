import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { lineEndsOf } from "./line-ends.ts";
import { lostHyphenEdit } from "./lost-hyphen.ts";
import { misreadHyphenEdit, visibleHyphenEdit } from "./visible-hyphen.ts";

/**
 * Words broken at a line's or page's end become whole. The edit reaches from the word's first part
 * through its last, over blank lines and page marks between; `after` holds no line break.
 */
export function findLineBreaks(text: TracedText, facts: Facts): Edit[] {
  const words = documentWordsOf(text);
  return lineEndsOf(text).flatMap((end) => {
    if (end.hyphen === "printed") return visibleHyphenEdit(end, facts) ?? [];
    if (end.hyphen === "misread") return misreadHyphenEdit(end, words, facts) ?? [];
    return lostHyphenEdit(end, words, facts) ?? [];
  });
}
