import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import type { Facts } from "../facts.ts";
import { wordsOf } from "../letters.ts";

/**
 * A dash has a space on either side (Duden, K 1 ff.): "Chmelnyzkyj- vor und nach" lost the first.
 * Only after a name: a common noun's hyphen may stand for a part left out ("Zu- und Abgänge", "zwei- zur dreizügigen").
 */
export function findDashes(traced: TracedText, { lexicon }: Facts): Edit[] {
  const { text } = traced;
  return wordsOf(traced).flatMap(({ text: word, end }) => {
    const isHyphenAndSpace = text[end] === "-" && text[end + 1] === " ";
    if (!isHyphenAndSpace || !lexicon.isName(word)) return [];
    if (!/^\p{Ll}{2}/u.test(text.slice(end + 2, end + 6)) || /^(?:und|oder|bzw)/.test(text.slice(end + 2, end + 6)))
      return [];
    return [{ rule: "spacing", start: end, end, after: " ", confidence: 0.85 }];
  });
}
