import type { TracedLine } from "../../text/traced-lines.ts";
import { lineStart } from "../line-start.ts";
import { answerHeading } from "./answer-heading.ts";
import { isLabel } from "./labels.ts";
import { mayBeginPart } from "./piece.ts";
import { isLeadIn } from "./voice.ts";

/** A quotation of the resolution or inquiry: a run of lines, `first` to `last`, positions in the list given. */
export interface Quotation {
  readonly first: number;
  readonly last: number;
  /** Offset in the last line's text where the quoted text ends, before its closing mark. */
  readonly end: number;
  /** Offset in the last line's text behind the closing mark: what stands there is the answer's. */
  readonly after: number;
  /**
   * "unmatched-mark": opening and closing marks do not pair up, and this may be another's closing mark.
   * "none": no mark closes it; it ends somewhere before the next part, `last` is the last line it can reach.
   */
  readonly closedBy: "mark" | "damaged-mark" | "unmatched-mark" | "none";
}

/** All outer quotations of the body, in order. Quotations within an answer's sentences are none of them. */
export function findQuotations(lines: readonly TracedLine[]): Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < lines.length; at++) {
    const quotation = opensQuotation(lines, at, found) ? quotationFrom(lines, at) : null;
    if (quotation === null) continue;
    const numberAbove = lines[at - 1];
    const hasNumberAbove = numberAbove !== undefined && isLoneNumber(numberAbove) && found.at(-1)?.last !== at - 1;
    found.push(hasNumberAbove ? { ...quotation, first: at - 1 } : quotation);
    at = quotation.last;
  }
  return found;
}

/** Whether a quotation of a clause may begin on a line: `1. „…`, `„2. …`, `• „…`, or `„…` at a new start. */
function opensQuotation(lines: readonly TracedLine[], at: number, found: readonly Quotation[]): boolean {
  const line = lines[at] as TracedLine;
  const before = lines[at - 1];
  const start = lineStart(line.text.text);
  if (!mayBeginPart(line, before)) return false;
  const loneMarker = before !== undefined && isLoneNumber(before);
  if (start.opensAt === null)
    return (start.number !== null || loneMarker) && found.length > 0 && hasLostOpening(lines, at);
  if (start.number !== null && isTold(lines, at, start.number.value)) return false;
  if (start.number !== null || start.sub !== null || loneMarker) return true;
  const previous = found.at(-1);
  const isAnswered = previous !== undefined && previous.last < at - 1;
  return !isAnswered || (before !== undefined && isLabel(before)) || !/[:]$/u.test(before?.text.text ?? "");
}

/**
 * An answer that quotes a rule by its number: "Die Satzung bestimmt: / „2. Jeder …“"; the clause of that number is
 * still to come.
 */
function isTold(lines: readonly TracedLine[], at: number, number: string): boolean {
  const before = lines[at - 1];
  if (before === undefined || !/\w:$/u.test(before.text.text) || isLabel(before) || isLeadIn(before.text.text))
    return false;
  if (lineStart(before.text.text).opensAt !== null) return false;
  return lines.slice(at + 1).some((line) => {
    const start = lineStart(line.text.text);
    return start.number?.value === number && start.opensAt !== null;
  });
}

function isLoneNumber(line: TracedLine): boolean {
  const start = lineStart(line.text.text);
  return start.number !== null && start.textStart === line.text.length;
}

/** Lines that a point is looked through for its closing mark. */
const LONGEST_POINT = 60;

/** A numbered point whose opening mark was lost still has its closing one, at a line's end, unmatched. */
function hasLostOpening(lines: readonly TracedLine[], at: number): boolean {
  let depth = 0;
  for (let index = at; index < Math.min(lines.length, at + LONGEST_POINT); index++) {
    if (index > at && (isStop(lines, index) || isNumbered(lines, index))) return false;
    const text = lines[index]?.text.text ?? "";
    for (const mark of marksIn(text, index === at ? lineStart(text).textStart : 0)) {
      depth += mark.opens ? 1 : -1;
      if (depth < 0) return mark.isLast;
    }
  }
  return false;
}

function isNumbered(lines: readonly TracedLine[], at: number): boolean {
  const line = lines[at] as TracedLine;
  return lineStart(line.text.text).number !== null && mayBeginPart(line, lines[at - 1]);
}

/** A quotation mark in a line. */
interface Mark {
  readonly at: number;
  readonly opens: boolean;
  /** Nothing but punctuation follows on the line. */
  readonly isLast: boolean;
}

function marksIn(text: string, from: number): Mark[] {
  const marks: Mark[] = [];
  let singles = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? "";
    const isSingle = /[‘’]/u.test(character) && singles > 0;
    if (!/[„‚“”"]/u.test(character) && !isSingle) continue;
    const isBare = character === '"' && /^$|[\s(]/u.test(text[at - 1] ?? "") && /\S/u.test(text[at + 1] ?? "");
    const opens = /[„‚]/u.test(character) || isBare;
    if (character === "‚") singles += 1;
    else if (!opens) singles = Math.max(0, singles - 1);
    marks.push({ at, opens, isLast: /^[.,;:)]?$/u.test(text.slice(at + 1)) });
  }
  return marks;
}

/** Where a new part begins, whatever marks are missing: a numbered or bulleted opening, an answer's heading, a label. */
function isStop(lines: readonly TracedLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const text = line.text.text;
  if (answerHeading(text) !== null || isLabel(line)) return true;
  const start = lineStart(text);
  const hasMarker = start.number !== null || start.sub !== null || isLoneNumber(lines[at - 1] ?? line);
  return start.opensAt !== null && hasMarker && mayBeginPart(line, lines[at - 1]) && !isInline(text, start.textStart);
}

/** „Grüne Gewölbe“ at a line's beginning, which closes within the line's sentence. */
function isInline(text: string, from: number): boolean {
  let depth = 1;
  for (const mark of marksIn(text, from)) {
    depth += mark.opens ? 1 : -1;
    if (depth === 0) return !mark.isLast && !endsSentenceAt(text, mark.at);
  }
  return false;
}

function endsSentenceAt(text: string, at: number): boolean {
  return /[.?!]/u.test(text[at - 1] ?? "") && /^.[.,]?(?: \p{Lu}|$)/u.test(text.slice(at));
}

/** The quotation that opens on a line; null if the mark there only sets off some words. */
function quotationFrom(lines: readonly TracedLine[], first: number): Quotation | null {
  const start = lineStart(lines[first]?.text.text ?? "");
  let depth = 1;
  let isInline = false;
  let isMatched = true;
  let fallback: Quotation | null = null;
  let last = first;
  for (let at = first; at < lines.length; at++) {
    if (at > first && isStop(lines, at)) break;
    if (at > first && isLoneNumber(lines[at] as TracedLine) && isStop(lines, at + 1)) break;
    last = at;
    const text = lines[at]?.text.text ?? "";
    for (const mark of marksIn(text, at === first ? start.textStart : 0)) {
      depth += mark.opens ? 1 : -1;
      const closing = { first, last: at, end: mark.at, after: mark.at + 1 };
      const isEnd = depth === 0 && mayClose(lines, at, mark);
      if (isEnd) return { ...closing, closedBy: isMatched ? "mark" : "unmatched-mark" };
      if (depth <= 0) isMatched = false;
      if (depth <= 0 && at <= first + 1) isInline = true;
      depth = Math.max(1, depth);
      const mayEnd = !mark.opens && mark.isLast && endsSentenceAt(text, mark.at);
      if (mayEnd) fallback ??= { ...closing, closedBy: "unmatched-mark" };
    }
    fallback ??= damagedClosing(text, first, at);
  }
  if (fallback !== null) return fallback;
  const hasMarker = start.number !== null || start.sub !== null;
  if (isInline && !hasMarker) return null;
  return { first, last, end: lines[last]?.text.length ?? 0, after: lines[last]?.text.length ?? 0, closedBy: "none" };
}

/** A closing mark closes at its line's end, if the sentence does not go on below, or where a new sentence follows. */
function mayClose(lines: readonly TracedLine[], at: number, mark: Mark): boolean {
  const text = lines[at]?.text.text ?? "";
  if (!mark.isLast) return endsSentenceAt(text, mark.at);
  const below = lines[at + 1];
  if (below === undefined || /[.?!,;:]$/u.test(text.slice(0, mark.at))) return true;
  return !/^[\p{Ll},;)]/u.test(below.text.text) || lineStart(below.text.text).textStart > 0;
}

/** What OCR makes of a closing mark at a line's end: `wird/'`, `werden.''`, `werden.*`. */
function damagedClosing(text: string, first: number, at: number): Quotation | null {
  const match = /(?<=[\p{L}.?!])(?:\/['’‘]|['’‘´\x60]{1,2}|[.?!]?[*°])$/u.exec(text);
  if (match === null) return null;
  const end = match.index + (/^[.?!]/u.test(match[0]) ? 1 : 0);
  return { first, last: at, end, after: text.length, closedBy: "damaged-mark" };
}
