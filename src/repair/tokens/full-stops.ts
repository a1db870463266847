import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { uncapitalised } from "../letters.ts";

/** A comma after a word, then a capital whose small shape is another one: the capital itself was read right. */
const COMMA_AND_CAPITAL = /(?<=\p{L}{2}),(?=(?:\s{1,3})([ABDEFGHLMNRT]\p{Ll}{1,11})(?!\p{L}))/gu;
/** In characters. A shorter line is one of a letterhead or a list, whose next line goes on otherwise. */
const RUNNING_LINE = 50;
/** "Sehr geehrte Damen und Herren, …" ends in a comma, and so do other salutations and greetings. */
const SALUTATION = /(?:^|\n)[^\n]{0,40}(?:geehrte|Liebe|Guten Tag|Grüße)[^\n]{0,160}$/u;

/**
 * After a comma German goes on small, but for nouns and names. Where an article, a pronoun or a preposition
 * is written large, the comma was a full stop: "ist umgesetzt, Die Mittel".
 */
export function findFullStops({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(COMMA_AND_CAPITAL)) {
    const { index } = match;
    if (!FUNCTION_WORDS.has(uncapitalised(match[1] ?? ""))) continue;
    const isAtLineEnd = /^[^\S\n]*\n/u.test(text.slice(index + 1));
    if (isAtLineEnd && index - text.lastIndexOf("\n", index) < RUNNING_LINE) continue;
    if (SALUTATION.test(text.slice(Math.max(0, index - 200), index))) continue;
    edits.push({ rule: "token", start: index, end: index + 1, after: ".", confidence: 0.85 });
  }
  return edits;
}
