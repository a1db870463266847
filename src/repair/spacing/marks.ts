import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { isLetter } from "../letters.ts";

/** A parenthesis longer than this is looked at no further. */
const LONGEST_PARENTHESIS = 300;

/**
 * In German print a space follows a comma and comes before a bracket: "genutzt werden,Vorschläge",
 * "hierfür(gemäß Antrag)". A bracket without a space inside belongs to the word: "Schüler(innen)".
 */
export function findSpacesAtMarks({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/[,(]/g)) {
    const at = match.index;
    if (match[0] === "(" && opensParenthesis(text, at)) edits.push(space(at));
    if (match[0] === "," && lacksSpaceAfter(text, at)) edits.push(space(at + 1));
  }
  return edits.concat(findBetweenWords(text));
}

function findBetweenWords(text: string): Edit[] {
  return BETWEEN_WORDS.flatMap(({ pattern, after }) =>
    Array.from(text.matchAll(pattern), (match): Edit => {
      return { rule: "spacing", start: match.index, end: match.index + match[0].length, after, confidence: 0.85 };
    }),
  ).filter((edit) => !isInAddress(text, edit.start));
}

/** Marks between two words without a space, each pattern of bounded length. */
const BETWEEN_WORDS: readonly { readonly pattern: RegExp; readonly after: string }[] = [
  /** A sentence's end: "umgesetzt.Der Stadtrat". */
  { pattern: /(?<=\p{Ll}{3}\.)(?=\p{Lu}\p{Ll}{2})/gu, after: " " },
  /** A speck: "Ende'März". */
  { pattern: /(?<=\p{Ll}{3})['’](?=\p{Lu}\p{Ll}{2})/gu, after: " " },
  /** A company's form: "GmbH&Co. KG". */
  { pattern: /(?<=GmbH)&(?=Co)/g, after: " & " },
];

const space = (at: number): Edit => ({ rule: "spacing", start: at, end: at, after: " ", confidence: 0.9 });

function opensParenthesis(text: string, at: number): boolean {
  if (!isLetter(text[at - 1]) || !isLetter(text[at - 2])) return false;
  const rest = text.slice(at + 1, at + LONGEST_PARENTHESIS);
  const close = rest.indexOf(")");
  const inside = close < 0 ? rest : rest.slice(0, close);
  return /^[\p{L}\d]{2,}[ \n][\p{L}\d]/u.test(inside.slice(0, 80));
}

/** A digit or letter, a comma, a word of three letters: not "1,5", "10.000,-", "a,b". */
function lacksSpaceAfter(text: string, at: number): boolean {
  const follows = text.slice(at + 1, at + 4);
  if (!/^\p{L}{3}$/u.test(follows)) return false;
  const before = text.slice(Math.max(0, at - 2), at);
  return /(?:\p{L}\p{L}|\d|["“”)])$/u.test(before) && !isInAddress(text, at);
}

/** Mail and web addresses hold commas and brackets of their own. */
function isInAddress(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 40), at + 40);
  return /[@\\]|www\.|http|\.(?:de|com|org|eu)(?!\p{L})|\/\w+\//u.test(around);
}
