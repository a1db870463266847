import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

/** A date, an amount, a year: digits, the stops between them, and the letters read for digits. */
const NUMBER = /(?<![\p{L}\d.,/-])[\dOolI|][\dOolI|.,]{2,20}(?![\p{L}\d-])/gu;

/**
 * The letter O in a number is a nought, l and I are ones: "2O23", "3O.O6.2O16", "l.000". At least half of the
 * signs must be digits, and a last letter may be a unit ("20 l"): it stays unless a digit or stop stands before and after.
 */
export function findNumbers({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const number = match[0].replace(/[.,]+$/, "");
    const digits = number.replace(/\D/g, "").length;
    const letters = number.replace(/[^OolI|]/g, "").length;
    if (letters === 0 || digits < 2 || digits < letters || /[ol]$/.test(number)) continue;
    const after = number.replace(/[Oo]/g, "0").replace(/[lI|]/g, "1");
    edits.push({ rule: "token", start: match.index, end: match.index + number.length, after, confidence: 0.9 });
  }
  return edits;
}
