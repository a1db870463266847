import type { TracedLine } from "../text/traced-lines.ts";
import { TracedText } from "../text/traced-text.ts";

/** Lines of one block as one text, joined by spaces; null for none. */
export function joinedText(lines: readonly TracedLine[]): TracedText | null {
  return joinedTexts(lines.map((line) => line.text));
}

/** What some lines say, joined by spaces, for rules that only look at it. */
export function plainTextOf(lines: readonly { readonly text: TracedText }[]): string {
  return lines.map(({ text }) => text.text).join(" ");
}

/** Texts joined by spaces; null for none. */
export function joinedTexts(texts: readonly TracedText[]): TracedText | null {
  const [first, ...rest] = texts;
  return first === undefined ? null : TracedText.concat(first.read, [first, ...rest.flatMap((text) => [" ", text])]);
}
