import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Edit } from "../model/edit.ts";
import { INVISIBLE } from "../model/invisible.ts";
import { CELL_END, ROW_END } from "../model/page.ts";
import { lineAt } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";
import type { Facts } from "./facts.ts";
import { wordsOf } from "./letters.ts";

/** What each character becomes whose code, not whose look, is wrong. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ["\ufb00", "ff"],
  ["\ufb01", "fi"],
  ["\ufb02", "fl"],
  ["\ufb03", "ffi"],
  ["\ufb04", "ffl"],
  ["\ufb05", "st"],
  ["\ufb06", "st"],
]);

/** Invisible too, but layout: it parts lines, pages and columns. */
const LAYOUT = "\n\f\t";
/** Parts lines in Word (vertical tab), on mainframes (next line) and in Unicode, but none here: a space is what remains. */
const LINE_SEPARATORS = "\v\x1c-\x1f\x85\u2028\u2029";

const DOTLESS = "\u0131";
/** Printed at a line's end and before a capital ("Online-Konferenz"), where fonts map their hyphen to it; else unseen. */
const SOFT_HYPHEN = "\u00ad";
/** No-break, thin, hair, figure and ideographic spaces: everything that is drawn as a space but the space itself. */
const SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";
/** What is drawn as a hyphen; dashes (– and —) are signs of their own. */
const HYPHENS = "\u02d7\u058a\u05be\u1806\u2010-\u2012\u2027\u2043\u2e17\ufe63\uff0d";
/** A minus sign and a "not" sign are hyphens only after a letter. */
const HYPHENS_AFTER_LETTER = "\u2212\u00ac";
/** A diaeresis of its own before its vowel, as TeX prints it ("f¨ur", "¨ Offentlichkeit"), or after it ("fu¨r"). */
const DIAERESIS_BEFORE = "\u00a8 ?[aouAOU]";
const DIAERESIS_AFTER = "[aouAOU]\u00a8";
/** After a vowel and before none: all of the text's are printed so. */
const IS_AFTER = /[aouAOU]\u00a8(?! ?[aouAOU])/;
/** A combining diaeresis that stands before its vowel: "f" + "\u0308" + "ur". */
const EARLY_DIAERESIS = "(?![aeiouyAEIOUY])\\p{L}\u0308[aouAOU]";

const suspicious = (diaeresis: string): RegExp =>
  new RegExp(
    `[${SPACES}${HYPHENS}\ufb00-\ufb06]|(?![${LAYOUT}])${INVISIBLE.source}|` +
      `(?<=\\p{L})[${HYPHENS_AFTER_LETTER}](?=\\p{L}|[^\\S\\n\\f]?(?:[\\n\\f]|$))|` +
      `${diaeresis}|${EARLY_DIAERESIS}|(?<=\\p{Script=Latin})\u03b2|` +
      "\\P{M}\\p{M}{1,8}",
    "gu",
  );
const SUSPICIOUS = suspicious(DIAERESIS_BEFORE);
const SUSPICIOUS_AFTER = suspicious(DIAERESIS_AFTER);

const IS_SPACE = new RegExp(`^[${SPACES}${LINE_SEPARATORS}]$`, "u");
const IS_INVISIBLE = new RegExp(`^${INVISIBLE.source}$`, "u");
const IS_HYPHEN = new RegExp(`^[${HYPHENS}${HYPHENS_AFTER_LETTER}]$`, "u");

/**
 * Characters whose code is not what the letter means: combining marks ("a" + "¨"), ligatures ("ﬁ"), hyphens and
 * spaces of every code point, a beta for ß, and whatever shows nothing (`INVISIBLE`). Two spaces are layout and stay.
 */
export function findUnicode(traced: TracedText, { lexicon }: Facts): Edit[] {
  const { text } = traced;
  const edits: Edit[] = [];
  for (const match of text.matchAll(IS_AFTER.test(text) ? SUSPICIOUS_AFTER : SUSPICIOUS)) {
    const before = match[0];
    const end = match.index + before.length;
    const after = replacementOf(before, text.slice(end, end + 2), text.charAt(match.index - 1));
    if (after === before || partsCells(traced, match.index, before)) continue;
    edits.push({ rule: "unicode", start: match.index, end, after, confidence: 1 });
  }
  return text.includes(DOTLESS) ? [...edits, ...dotlessIn(traced, lexicon)] : edits;
}

/** Whether a sign parts the cells or rows of a table, as no printed text can. */
function partsCells(traced: TracedText, at: number, sign: string): boolean {
  if (sign !== CELL_END && sign !== ROW_END) return false;
  const raw = traced.rawRange(at, at + 1);
  return raw !== null && lineAt(traced.read, raw.start)?.line.table !== undefined;
}

/** An i without its dot, but where the word is known with it: Turkish names keep theirs. */
function dotlessIn(traced: TracedText, lexicon: Lexicon): Edit[] {
  return wordsOf(traced).flatMap(({ text: word, start, end }): Edit[] => {
    if (!word.includes(DOTLESS)) return [];
    const after = word.replaceAll(DOTLESS, "i");
    return lexicon.isKnown(after) ? [{ rule: "unicode", start, end, after, confidence: 0.95 }] : [];
  });
}

function replacementOf(characters: string, next: string, previous: string): string {
  if (characters === SOFT_HYPHEN) return isPrinted(next, previous) ? "-" : "";
  if (IS_SPACE.test(characters)) return " ";
  if (IS_HYPHEN.test(characters)) return "-";
  if (characters === "\u03b2") return "ß";
  if (/\u00a8|\u0308/.test(characters)) return withDiaeresis(characters);
  const composed = characters.normalize("NFC");
  if (composed !== characters) return composed;
  if (IS_INVISIBLE.test(characters)) return "";
  return REPLACEMENTS.get(characters) ?? characters;
}

function isPrinted(next: string, previous: string): boolean {
  return /^[^\S\n\f]?[\n\f]/.test(next) || (/^\p{Lu}/u.test(next) && /^\p{L}$/u.test(previous));
}

/** The vowel with its two dots, composed; a mark on another letter stays as it is written. */
function withDiaeresis(characters: string): string {
  const early = /^(.?)\u0308([aouAOU])$/u.exec(characters);
  if (early !== null) return `${early[1]}${early[2]}\u0308`.normalize("NFC");
  const vowel = characters.includes("\u00a8") ? /[aouAOU]/.exec(characters)?.[0] : undefined;
  return (vowel === undefined ? characters : `${vowel}\u0308`).normalize("NFC");
}
