import { isPageMark } from "../../text/page-marks.ts";
import { lineAt } from "../../text/read-text.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { isLetter, type WordAt } from "../letters.ts";
import { cellLineEnds, isBesideTable } from "../table-cells.ts";

/** The place where a line ends and the next one with words begins: a word may be broken there. */
export interface LineEnd {
  /** The run of letters that ends the line (before its hyphen), and the one that begins the next. */
  readonly left: WordAt;
  readonly right: WordAt;
  /** What ends the line: a hyphen, a sign that a hyphen may have been misread for, or only the word. */
  readonly hyphen: "printed" | "misread" | "none";
  /** What stands right before `left` and right after `right`; "" at the text's ends. */
  readonly before: string;
  readonly after: string;
  /** The words before `left` and after `right` on their lines; a mark between stands for itself, "" for nothing. */
  readonly previous: string;
  readonly next: string;
  /** Blank lines and page marks between the two lines. */
  readonly linesBetween: number;
  /** How far the line reaches beside its neighbourhood's lines, on paper or in characters: about 1 in running text. */
  readonly fill: number;
}

/** A scanner throws in blank lines, a page end adds marks; more than this is another text. */
const MOST_LINES_BETWEEN = 6;
const PRINTED_HYPHEN = /(?<=\p{L})(?:-{1,2}|\u00ac)$/u;
/** Dashes, strokes and dots that are read for a hyphen, or beside one: "verwal–", "verwal=", "verwal-.". */
const MISREAD_HYPHEN = /(?<=\p{L})(?:[-–—=~_^«»•·]{1,2}[.,'’]?|-[.,'’])$/u;
const LONGEST_HYPHEN = 3;
/** Lines on either side that tell how long a line of running text is here. */
const NEIGHBOURS = 8;

interface TextLine {
  readonly start: number;
  readonly end: number;
}

/** Where a line begins and ends across the page: in points, or in characters where there are no boxes. */
interface Extent {
  readonly left: number;
  readonly right: number;
}

/** All line ends between letters, in order. Linear in the text's length. */
export function lineEndsOf(traced: TracedText): LineEnd[] {
  const text = traced.text;
  const lines = contentLines(text);
  const fills = fillsOf(extentsOf(traced, lines));
  const ends: LineEnd[] = [];
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index] as TextLine & { number: number };
    const next = lines[index + 1] as TextLine & { number: number };
    const linesBetween = next.number - line.number - 1;
    if (linesBetween > MOST_LINES_BETWEEN) continue;
    if (isBesideTable(traced, line.end, next.start)) continue;
    const end = lineEnd(text, line, next);
    if (end !== null) ends.push({ ...end, linesBetween, fill: fills[index] ?? 0 });
  }
  const inCells = cellLineEnds(traced).flatMap(({ line, next }) => {
    const end = lineEnd(text, line, next);
    // Cells are narrow, and few of their lines are full: that a word goes on must be printed.
    return end === null || end.hyphen === "none" ? [] : [{ ...end, linesBetween: 0, fill: 1 }];
  });
  return inCells.length === 0 ? ends : [...ends, ...inCells].sort((a, b) => a.left.start - b.left.start);
}

function lineEnd(text: string, line: TextLine, next: TextLine): Omit<LineEnd, "linesBetween" | "fill"> | null {
  const lineEnd = text.slice(Math.max(line.start, line.end - LONGEST_HYPHEN - 1), line.end);
  const printed = PRINTED_HYPHEN.exec(lineEnd)?.[0];
  const sign = printed ?? MISREAD_HYPHEN.exec(lineEnd)?.[0] ?? "";
  const left = wordBefore(text, line.end - sign.length, line.start);
  const right = wordAfter(text, next.start, next.end);
  if (left === null || right === null) return null;
  return {
    left,
    right,
    hyphen: printed !== undefined ? "printed" : sign === "" ? "none" : "misread",
    before: left.start > line.start ? text.slice(left.start - 1, left.start) : "",
    after: text.slice(right.end, right.end + 1),
    previous: neighbourBefore(text, left.start, line.start),
    next: neighbourAfter(text, right.end, next.end),
  };
}

function wordBefore(text: string, end: number, limit: number): WordAt | null {
  let start = end;
  while (start > limit && isLetter(text[start - 1])) start--;
  return start === end ? null : { text: text.slice(start, end), start, end };
}

function wordAfter(text: string, start: number, limit: number): WordAt | null {
  let end = start;
  while (end < limit && isLetter(text[end])) end++;
  return start === end ? null : { text: text.slice(start, end), start, end };
}

function neighbourBefore(text: string, end: number, limit: number): string {
  let at = end;
  while (at > limit && text[at - 1] === " ") at--;
  if (at <= limit) return "";
  return at === end ? text.charAt(at - 1) : (wordBefore(text, at, limit)?.text ?? text.charAt(at - 1));
}

function neighbourAfter(text: string, start: number, limit: number): string {
  let at = start;
  while (at < limit && text[at] === " ") at++;
  if (at >= limit) return "";
  return at === start ? text.charAt(at) : (wordAfter(text, at, limit)?.text ?? text.charAt(at));
}

/** Lines that hold words, without white space at either end, each with its number among all lines. */
function contentLines(text: string): (TextLine & { number: number })[] {
  const lines: (TextLine & { number: number })[] = [];
  let start = 0;
  let number = 0;
  for (const part of text.split(/[\n\f]/)) {
    const trimmed = part.trim();
    if (trimmed !== "" && !isPageMark(trimmed)) {
      const from = start + part.indexOf(trimmed);
      lines.push({ start: from, end: from + trimmed.length, number });
    }
    start += part.length + 1;
    number += 1;
  }
  return lines;
}

/** On paper where boxes are known of all lines: an indented line that ends at the right margin is full. */
function extentsOf(traced: TracedText, lines: readonly TextLine[]): Extent[] {
  const boxes = lines.map((line) => {
    const source = traced.rawRange(Math.max(line.start, line.end - 1), line.end);
    return source === null ? null : (lineAt(traced.read, source.start)?.line.box ?? null);
  });
  return boxes.every((box) => box !== null)
    ? boxes.map(([left, , width]) => ({ left, right: left + width }))
    : lines.map((line) => ({ left: 0, right: line.end - line.start }));
}

/** How far each line reaches, relative to the longer ones (third quartile) around it. */
function fillsOf(extents: readonly Extent[]): number[] {
  return extents.map(({ right }, index) => {
    const around = extents.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1);
    const margin = Math.min(...around.map((extent) => extent.left));
    const reaches = around.map((extent) => extent.right - margin).sort((a, b) => a - b);
    const typical = reaches[Math.floor(reaches.length * 0.75)] ?? right - margin;
    return (right - margin) / Math.max(1, typical);
  });
}
