import type { Edit } from "../model/edit.ts";
import type { TracedText } from "../text/traced-text.ts";
import { isLetter } from "./letters.ts";

/**
 * Two glyphs misread from one mark come first: `''`, `,,`, `/'`, `"'`, `^'`. No line begins with a comma, and none
 * follows a point's number: `,2. die Wege`, `1. ,Der Oberbürgermeister`. What stands before is looked at from the comma
 * only: looked for at each character, a line of blanks would take the square of its length.
 */
const MARKS =
  /[,‚]{2}|,(?<=(?:^|[\n\f])[ \t]*(?:\d{1,2}[.)] ?)?,)(?=\p{Lu}\p{L}|\d{1,2}[.)] ?\p{L})|\^['"’”^]|['’]\^|['‘’`´]{2}|"'|\/['"”“]|[„“”‟"«»]|(?<=[\s(])['‘’‚](?=\p{Lu})/gu;

type Side = "open" | "close";

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly glyph: string;
  /** What stands before and after it; "" at the text's ends. */
  readonly before: string;
  readonly after: string;
  /** The next quotation mark of any kind after it, with the character before that; "" for none near. */
  readonly following: string;
}

/**
 * German quotation marks open below „ and close above “ (Duden, K 144), whatever glyph was read:
 * `„Grünes Gewölbe"`, `,,Grünes Gewölbe''` and `"Grünes Gewölbe"` are „Grünes Gewölbe“.
 * A stack tells what is open; a quotation is left open where nothing closes it: none is invented.
 */
export function findQuotationMarks({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  let open = 0;
  let previous = 0;
  for (const mark of marksOf(text)) {
    if (startsAnew(text, previous, mark)) open = 0;
    previous = mark.end;
    const side = sideOf(mark, open > 0);
    if (side === null) continue;
    open = Math.max(0, open + (side === "open" ? 1 : -1));
    const after = side === "open" ? "„" : "“";
    if (after !== mark.glyph) edits.push(editOf(mark, after));
  }
  return edits;
}

function* marksOf(text: string): Generator<Mark> {
  for (const match of text.matchAll(MARKS)) {
    const start = match.index;
    const end = start + match[0].length;
    yield {
      start,
      end,
      glyph: match[0],
      before: text.charAt(start - 1),
      after: text.charAt(end),
      following: markAfter(text, end),
    };
  }
}

/** A quotation of a name or term is no longer than this. */
const LONGEST_TERM = 100;

function markAfter(text: string, from: number): string {
  return /\S["“”'‘’„‚]/u.exec(text.slice(from, from + LONGEST_TERM))?.[0] ?? "";
}

/** Half of a mark was lost, where a double one closes: `'Gebühr"` is „Gebühr“. */
function isHalfOpener(mark: Mark): boolean {
  return /^[\p{L}\d.!?)]["“”]$/u.test(mark.following);
}

/** A new clause ("3. „Der Oberbürgermeister …") begins with nothing open, whatever was never closed before. */
function startsAnew(text: string, from: number, mark: Mark): boolean {
  const between = text.slice(Math.max(from, mark.start - 12), mark.start);
  return /(?:^|[\n\f])[ \t]*(?:\d{1,2}[.)]|[a-z]\))[ \t]*$/.test(between) && opensBelow(mark.glyph);
}

const opensBelow = (glyph: string): boolean => glyph === "„" || /^[,‚]{1,2}$/.test(glyph);

function sideOf(mark: Mark, isOpen: boolean): Side | null {
  const followsSpace = mark.before === "" || /[\s([{–—/-]/.test(mark.before);
  if (mark.glyph === ",") return "open";
  if (/^['‘’‚]$/.test(mark.glyph)) return isHalfOpener(mark) ? "open" : null;
  const precedesWord = isLetter(mark.after) || /[\d„‚(§]/.test(mark.after);
  if (/^\/['"”“]$/.test(mark.glyph)) return isOpen && !precedesWord ? "close" : null;
  if (mark.glyph.includes("^")) return isOpen && !followsSpace && !precedesWord ? "close" : null;
  if (mark.glyph === "»") return followsSpace && precedesWord ? "open" : "close";
  if (/^[,‚]/.test(mark.glyph)) return followsSpace && precedesWord ? "open" : null;
  if (mark.glyph === "„") return isMisreadCloser(mark, precedesWord) ? closeIf(isOpen) : "open";
  if (!isOpen) return followsSpace && precedesWord ? "open" : null;
  const opensWithin = followsSpace && precedesWord && /^["“]$/.test(mark.glyph);
  return opensWithin && mark.before !== "" ? "open" : "close";
}

const closeIf = (isOpen: boolean): Side | null => (isOpen ? "close" : null);

/** „ after a letter and before a space or a stop: `Gewölbe„ dauerhaft`. */
function isMisreadCloser(mark: Mark, precedesWord: boolean): boolean {
  return !precedesWord && !/^\s?$/.test(mark.before);
}

function editOf(mark: Mark, after: string): Edit {
  const isCertain = /^["“”„]$/.test(mark.glyph);
  const misreadStop = mark.glyph.startsWith("/") ? "." : "";
  return {
    rule: "quotation-mark",
    start: mark.start,
    end: mark.end,
    after: misreadStop + after,
    confidence: isCertain ? 0.98 : 0.9,
  };
}
