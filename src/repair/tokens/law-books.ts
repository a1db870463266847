import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

/** The books of the Sozialgesetzbuch are cited by Roman numbers, I to XIV: "SGB VIII", "SGB XII". */
const BOOK = /(?<=SGB[ \n])[IVX][IVXil1|]{1,4}(?![\p{L}\d|])/gu;
const ROMAN = /^X?(?:IX|IV|V?I{0,3})$/;

/** Strokes read for small letters or ones in a book's number become I: "SGB Vill", "SGB Xl". */
export function findLawBooks({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: read, index } of text.matchAll(BOOK)) {
    const after = read.replace(/[il1|]/g, "I").replace("IIII", "III");
    if (after === read || !ROMAN.test(after)) continue;
    edits.push({ rule: "token", start: index, end: index + read.length, after, confidence: 0.9 });
  }
  return edits;
}
