import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

/**
 * Letters of a council use round brackets only: "{Sitzungsnummer: …)" and "(Anlage 1}" are misread.
 * A pair of braces is left: it may be meant.
 */
export function findBrackets({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  const edit = (start: number, after: string): Edit => ({
    rule: "token",
    start,
    end: start + 1,
    after,
    confidence: 0.95,
  });
  let open = -1;
  for (const match of text.matchAll(/[(){}]|\n[ \t]*\n/g)) {
    const at = match.index;
    const bracket = match[0];
    if (bracket === "(" || bracket === "{") open = at;
    else if (open >= 0 && bracket === ")" && text[open] === "{") edits.push(edit(open, "("));
    else if (open >= 0 && bracket === "}" && text[open] === "(") edits.push(edit(at, ")"));
    if (bracket !== "(" && bracket !== "{") open = -1;
  }
  return edits;
}
