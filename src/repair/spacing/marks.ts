import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import type { Facts } from "../facts.ts";
import { isLetter } from "../letters.ts";

/** A parenthesis longer than this is looked at no further. */
const LONGEST_PARENTHESIS = 300;

/**
 * In German print a space follows a comma and comes before a bracket: "genutzt werden,Vorschläge",
 * "hierfür(gemäß Antrag)". A bracket without a space inside belongs to the word: "Schüler(innen)".
 */
export function findSpacesAtMarks({ text }: TracedText, { lexicon }: Facts): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/[,()]/g)) {
    const at = match.index;
    if (match[0] === "(" && opensParenthesis(text, at)) edits.push(space(at));
    if (match[0] === ")" && lacksSpaceAfterBracket(text, at, lexicon)) edits.push(space(at + 1));
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
  /** A sentence's end: "umgesetzt.Der Stadtrat", "ist;Es", "Gebühr“.Was". */
  { pattern: /(?<=(?:\p{Ll}{3}|[)“]|\p{Ll}{2}t)[.;!?])(?=\p{Lu}\p{Ll})/gu, after: " " },
  { pattern: /(?<=\p{L}{2};)(?=\p{Ll}{2})/gu, after: " " },
  /** A speck where the sentence goes on: "mit der Prüfung.des Ergebnisses". */
  {
    pattern:
      /(?<=\p{Ll}{4})\.(?=(?:der|des|dem|den|die|das|und|von|vom|zur|zum|für|mit|im|in|auf|ist|sind|wird)[ \n])/gu,
    after: " ",
  },
  /** "täglich , auch": a space too many. */
  { pattern: /(?<=\p{L}{2}) (?=[,;] \p{L})/gu, after: "" },
  { pattern: /(?<=\p{L}{3}) (?=\.(?:\n|$| \p{Lu}))/gu, after: "" },
  /** Before a quotation: "die„Alte Mühle“". */
  { pattern: /(?<=[\p{L},;:]|\d\.)(?=„[\p{L}\d])/gu, after: " " },
  /** After one: "„Alte Mühle“und". */
  {
    pattern:
      /(?<=“)(?=(?:und|oder|der|die|das|des|dem|den|in|im|zu|zur|zum|von|vom|für|mit|ist|sind|wird|werden|sowie|auf)(?!\p{L}))/gu,
    after: " ",
  },
  /** A flaw over a comma: "und können^ z. B.". */
  { pattern: /(?<=\p{Ll}{3})\^(?= \p{L})/gu, after: "," },
  /** What a colon announces: "Bezeichnung:Vorhabenbezogener". */
  { pattern: /(?<=\p{Ll}{3}:)(?=\p{Lu}\p{Ll}{2})/gu, after: " " },
  /** A speck: "Ende'März". */
  { pattern: /(?<=\p{Ll}{3})['’](?=\p{Lu}\p{Ll}{2})/gu, after: " " },
  /** A company's form: "GmbH&Co. KG". */
  { pattern: /(?<=GmbH)&(?=Co)/g, after: " & " },
  /** A share: "16 %der Fläche". */
  { pattern: /(?<=\d ?%)(?=(?:der|des|die|von|aller|im|in|und)(?!\p{L}))/gu, after: " " },
];

const space = (at: number): Edit => ({ rule: "spacing", start: at, end: at, after: " ", confidence: 0.9 });

function opensParenthesis(text: string, at: number): boolean {
  if (text[at - 1] === ")") return isLetter(text[at - 2]);
  const rest = text.slice(at + 1, at + LONGEST_PARENTHESIS);
  if (/\d/.test(text.charAt(at - 1))) return /^\p{Lu}\p{L}{2}/u.test(rest);
  if (!isLetter(text[at - 1]) || !isLetter(text[at - 2])) return false;
  const close = rest.indexOf(")");
  const inside = close < 0 ? rest : rest.slice(0, close);
  return /^[\p{L}\d]{2,}[ \n-][\p{L}\d ]/u.test(inside.slice(0, 80)) || isWholeAbbreviation(inside, text, at);
}

/** "Verkehrsentwicklungsplan(VEP)", "Maßnahme(Stand 3. Mai)": what stands in the brackets begins with a capital. */
function isWholeAbbreviation(inside: string, text: string, at: number): boolean {
  return /^\p{Lu}{2,12}(?:[^\p{L}]|$)|^\p{Lu}\p{Ll}{2}/u.test(inside) && /\p{Ll}/u.test(text.charAt(at - 1));
}

/** "(PEFC)oder", "(NUN)verpflichtet", "(DMP)2035plus"; "(teil)öffentlich" is one word, and so is "(Ober)Bürgermeister". */
function lacksSpaceAfterBracket(text: string, at: number, lexicon: Lexicon): boolean {
  const [next = ""] = /^(?:\p{L}{2,40}|\d)/u.exec(text.slice(at + 1, at + 42)) ?? [];
  if (next === "" || isInAddress(text, at)) return false;
  const open = text.lastIndexOf("(", at);
  if (open < 0 || at - open > LONGEST_PARENTHESIS) return false;
  const inside = text.slice(open + 1, at);
  if (/^\d/.test(next)) return /^\p{Lu}{2,}$/u.test(inside);
  if (FUNCTION_WORDS.has(next)) return true;
  const isNote = /[\s,;]/.test(inside) || /^\p{Lu}{2,}$/u.test(inside);
  return isNote && lexicon.isWord(next);
}

/** A digit or letter, a comma, a word of three letters: not "1,5", "10.000,-", "a,b". */
function lacksSpaceAfter(text: string, at: number): boolean {
  const [follows = ""] = /^\p{L}{2,}/u.exec(text.slice(at + 1, at + 14)) ?? [];
  if (follows.length < 3 && !FUNCTION_WORDS.has(follows)) return false;
  const before = text.slice(Math.max(0, at - 2), at);
  return /(?:\p{L}\p{L}|\d|["“”)])$/u.test(before) && !isInAddress(text, at);
}

/** Mail and web addresses hold commas and brackets of their own. */
export function isInAddress(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 40), at + 40);
  return /[@\\]|www\.|http|\.(?:de|com|org|eu)(?!\p{L})|\/\w+\//u.test(around);
}
