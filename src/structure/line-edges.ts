import type { Word } from "../model/page.ts";
import type { TracedLine } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";

/**
 * Lines without the dirt that OCR read at their ends: specks of the scanner beside the text become
 * ". ; _ |" or letters of no confidence, far from the last word ("saniert werden.   vn").
 * Text without words and boxes (plain text) stays as it is.
 */
export function withoutEdgeDirt(lines: readonly TracedLine[]): TracedLine[] {
  const split = lines.map((line) => ({ line, tokens: line.source.line.words.length === 0 ? [] : tokensOf(line) }));
  const signs = split.flatMap(({ line, tokens }) => hangingSign(line, tokens) ?? []);
  return split.flatMap(({ line, tokens }) => {
    if (tokens.length === 0) return [line];
    const text = trimmed(line, tokens, isInColumn(hangingSign(line, tokens), signs));
    return text.length === 0 ? [] : [{ ...line, text }];
  });
}

/** A sign that hangs before a line's text. */
interface HangingSign {
  readonly page: number;
  /** In points. */
  readonly left: number;
}

function hangingSign({ page }: TracedLine, [sign, next]: readonly Token[]): HangingSign | null {
  if (sign?.word == null || next?.word == null || !MAYBE_SIGNS.test(sign.text)) return null;
  return gapBetween(sign.word, next.word) > FAR ? { page, left: sign.word.box[0] } : null;
}

/** In points. The signs of one list hang below each other so exactly; dirt falls anywhere. */
const SAME_COLUMN = 1.5;

/** Bullets of one list, "*" and "." as OCR reads them, hang in one column. */
function isInColumn(sign: HangingSign | null, signs: readonly HangingSign[]): boolean {
  if (sign === null) return false;
  const beside = signs.filter(({ page, left }) => page === sign.page && Math.abs(left - sign.left) <= SAME_COLUMN);
  return beside.length > 1;
}

/** A part of the line between spaces: offsets in the line's text, and the word it was read as. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly word: Word | null;
  /** Layout found a gap like a table's before it. */
  readonly isTabbed: boolean;
}

function trimmed(line: TracedLine, tokens: readonly Token[], hasBullet: boolean): TracedText {
  let from = 0;
  let to = tokens.length;
  while (to - from > 1 && isDirt(tokens[to - 1] as Token, tokens[to - 2] as Token)) to -= 1;
  while (!hasBullet && to - from > 1 && isLeadingDirt(tokens[from] as Token, tokens[from + 1] as Token)) from += 1;
  if (from === 0 && to === tokens.length) return line.text;
  return line.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

function tokensOf(line: TracedLine): Token[] {
  return [...line.text.text.matchAll(/\S+/gu)].map((match) => {
    const end = match.index + match[0].length;
    const word = wordOf(line, line.text.rawRange(match.index, end));
    return { text: match[0], start: match.index, end, word, isTabbed: line.text.text[match.index - 1] === "\t" };
  });
}

function wordOf(line: TracedLine, range: { start: number; end: number } | null): Word | null {
  if (range === null) return null;
  const { start, line: read } = line.source;
  return read.words.find((word) => word.start < range.end - start && word.end > range.start - start) ?? null;
}

/** A point's number or letter stands off from its text as dirt does ("1", "l.", "a)"), and always before a quotation. */
function isLeadingDirt(token: Token, next: Token): boolean {
  const mayBeMarker = /^[„“"]?[\dIlZSa-h|i!]{1,2}[.,:;)]{0,2}$/u.test(token.text) || /^[„"]/u.test(next.text);
  return !mayBeMarker && isDirt(token, next);
}

/** Signs that never stand alone in German text. */
const LONE_SIGNS = /^[^\p{L}\p{N}\s„“”"()[\]•●*□☐☒☑%€§&/–—-]+$/u;
/** Even where a space was read before it, a mark closes its quotation. */
const QUOTATION_MARKS = /^[„“”"‘’]+$/u;
/** Signs that may: a dash between spaces, a bullet, an opened bracket. */
const MAYBE_SIGNS = /^[^\p{L}\p{N}\s]+$/u;

function isDirt(token: Token, neighbour: Token): boolean {
  if (token.word === null || neighbour.word === null) return false;
  const gap = gapBetween(token.word, neighbour.word);
  if (LONE_SIGNS.test(token.text)) return true;
  if (QUOTATION_MARKS.test(token.text)) return gap > FAR;
  if (MAYBE_SIGNS.test(token.text)) return token.word.confidence < 0.5 || gap > FAR;
  return token.text.length <= 3 && token.word.confidence < 0.6 && (gap > FAR || token.isTabbed);
}

/** In heights of a word (scribble is high): no space within a line of text is as wide, but for a table's. */
const FAR = 2;

function gapBetween(a: Word, b: Word): number {
  const [left, right] = a.box[0] < b.box[0] ? [a, b] : [b, a];
  return (right.box[0] - (left.box[0] + left.box[2])) / Math.max(1, Math.min(left.box[3], right.box[3]));
}
