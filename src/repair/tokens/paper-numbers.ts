import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { asDigits, DIGIT_LIKE } from "./digits.ts";

/**
 * The numbers of Dresden's council papers: a kind (V = Vorlage, A = Antrag, AF = Anfrage, mAF = mündliche
 * Anfrage, VorR = Vorschlag), at times the borough's three letters, four or five digits, "/" and the year:
 * V2072/23, A0111/15, mAF0123/20, V-Leu0010/19, VorR-Neu00023/23, AF-Leu00003/23. "\/" is a broken V.
 */
const PAPER_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d])(\\/|mAF|AF|VorR|[VAPI])?(-?[A-Z][a-zä-ü]{1,2}-?)?([${DIGIT_LIKE}]{4,5})/([${DIGIT_LIKE}]{2})(?![\p{L}\d/])`,
  "gu",
);

/** Letters read for the digits of a paper number become digits. */
export function findPaperNumbers({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(PAPER_NUMBER)) {
    const [token, kind = "", borough = "", number = "", year = ""] = match;
    if (kind === "" && borough === "") continue;
    if (countDigits(number + year) < 2) continue;
    const after = `${kind === "\\/" ? "V" : kind}${borough}${asDigits(number)}/${asDigits(year)}`;
    if (after === token) continue;
    edits.push({ rule: "token", start: match.index, end: match.index + token.length, after, confidence: 0.95 });
  }
  return edits;
}

function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}
