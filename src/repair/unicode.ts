import type { Edit } from "../model/edit.ts";
import type { TracedText } from "../text/traced-text.ts";

/** What each character becomes whose code, not whose look, is wrong; "" for one that has no look. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ["\u00a0", " "],
  ["\u2007", " "],
  ["\u202f", " "],
  ["\ufb00", "ff"],
  ["\ufb01", "fi"],
  ["\ufb02", "fl"],
  ["\ufb03", "ffi"],
  ["\ufb04", "ffl"],
  ["\ufb05", "st"],
  ["\ufb06", "st"],
  ["\u00ad", ""],
  ["\ufeff", ""],
  ["\u200b", ""],
  ["\u200c", ""],
  ["\u200d", ""],
  ["\u2060", ""],
  ["\r", ""],
]);

/** A soft hyphen at a line's end is printed: it is a hyphen there. */
const SOFT_HYPHEN = "\u00ad";
const SUSPICIOUS =
  /[\u00a0\u2007\u202f\ufb00-\ufb06\u00ad\ufeff\u200b-\u200d\u2060\r]|[^\P{Cc}\n\f\t\r]|\P{M}\p{M}{1,8}/gu;

/**
 * Characters whose code is not what the letter means: combining marks ("a" + "¨"), ligatures ("ﬁ"),
 * soft hyphens, byte order marks, control characters, no-break spaces. Two spaces are layout and stay.
 */
export function findUnicode({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(SUSPICIOUS)) {
    const before = match[0];
    const after = replacementOf(before, text[match.index + before.length]);
    if (after === before) continue;
    edits.push({ rule: "unicode", start: match.index, end: match.index + before.length, after, confidence: 1 });
  }
  return edits;
}

function replacementOf(characters: string, next: string | undefined): string {
  if (characters === SOFT_HYPHEN && (next === "\n" || next === "\f")) return "-";
  const composed = characters.normalize("NFC");
  if (composed !== characters) return composed;
  if (/^\p{Cc}$/u.test(characters)) return REPLACEMENTS.get(characters) ?? "";
  return REPLACEMENTS.get(characters) ?? characters;
}
