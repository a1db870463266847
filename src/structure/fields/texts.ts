import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import { TracedText } from "../../text/traced-text.ts";
import type { Label } from "../decoder/labels.ts";
import type { Part, Reading } from "../reading.ts";

/** The parts of a letter under some labels, in reading order. */
export function partsOf(reading: Reading, ...labels: readonly Label[]): Part[] {
  return reading.parts.filter(({ label }) => labels.includes(label));
}

/** Texts joined by spaces; null for none. */
export function joinedTexts(texts: readonly TracedText[]): TracedText | null {
  const [first, ...rest] = texts;
  return first === undefined ? null : TracedText.concat(first.read, [first, ...rest.flatMap((text) => [" ", text])]);
}

/** The pieces of some parts as one text; how sure it is that all of them are what they are taken for. */
export function joinedParts(parts: readonly Part[]): { readonly text: TracedText; readonly sureness: number } | null {
  const text = joinedTexts(parts.flatMap(({ pieces }) => pieces.map(({ piece }) => piece.text)));
  return text === null ? null : { text, sureness: Math.min(...parts.map(({ sureness }) => sureness)) };
}

/**
 * The lines of an office's or a role's name: a word torn over two of them, between which another column may stand, is
 * whole again. Such a line begins in small letters with what is no word of its own.
 */
export function joinedName(parts: readonly Part[]): TracedText | null {
  const [first, ...rest] = parts.flatMap(({ pieces }) => pieces.map(({ piece }) => piece.text));
  if (first === undefined) return null;
  let name = first;
  for (const text of rest) {
    const head = isTorn(name, text) ? withoutHyphen(name) : null;
    name = TracedText.concat(name.read, head === null ? [name, " ", text] : [head, text]);
  }
  return name;
}

function withoutHyphen(text: TracedText): TracedText {
  const end = text.length;
  return text.text.endsWith("-")
    ? text.apply([{ rule: "line-break", start: end - 1, end, after: "", confidence: 0.95 }])
    : text;
}

function isTorn(before: TracedText, after: TracedText): boolean {
  const tail = /^\p{Ll}{2,}(?=[\s,.]|$)/u.exec(after.text)?.[0];
  return tail !== undefined && /\p{Ll}{2}-?$/u.test(before.text) && !FUNCTION_WORDS.has(tail);
}

/** Words whose first letter the place decides, set right: a scanner takes "im" for "Im" and "Ihre" for "ihre". */
export function withCase(text: TracedText, pattern: RegExp, toUpper: boolean): TracedText {
  const edits = [...text.text.matchAll(pattern)].map((match) => {
    const letter = text.text.charAt(match.index);
    const after = toUpper ? letter.toUpperCase() : letter.toLowerCase();
    return { rule: "case", start: match.index, end: match.index + 1, after, confidence: 0.95 } as const;
  });
  return text.apply(edits.filter((edit) => edit.after !== text.text.charAt(edit.start)));
}
