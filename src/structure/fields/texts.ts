import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import { TracedText } from "../../text/traced-text.ts";
import type { Label } from "../decoder/labels.ts";
import type { PieceFacts } from "../facts/piece-facts.ts";
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

/**
 * The lines of a block; a word torn over two of them, between which another column may stand, is whole again: a line
 * begins in small letters with what is no word of its own.
 */
export function joinedPieces(pieces: readonly PieceFacts[]): TracedText | null {
  const [first, ...rest] = pieces.map(({ piece }) => piece.text);
  if (first === undefined) return null;
  const parts = [first, ...rest].flatMap((text, at, all) =>
    at === 0 ? [text] : [isTorn(all[at - 1] as TracedText, text) ? "" : " ", text],
  );
  return TracedText.concat(first.read, parts);
}

function isTorn(before: TracedText, after: TracedText): boolean {
  const tail = /^\p{Ll}{3,}(?=[\s,.]|$)/u.exec(after.text)?.[0];
  return tail !== undefined && /\p{Ll}{3}$/u.test(before.text) && !FUNCTION_WORDS.has(tail) && TORN.test(tail);
}

/** How the second halves of an office's words end: "schaften", "waltung", "schutz". */
const TORN = /(?:schaft(?:en)?|ung(?:en)?|heit|keit|ismus|schutz|ordnung|planung|wesen)$/u;

/** The pieces of some parts as one text; how sure it is that all of them are what they are taken for. */
export function joinedParts(parts: readonly Part[]): { readonly text: TracedText; readonly sureness: number } | null {
  const text = joinedPieces(parts.flatMap(({ pieces }) => pieces));
  return text === null ? null : { text, sureness: Math.min(...parts.map(({ sureness }) => sureness)) };
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
