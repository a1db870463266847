import { append } from "../../model/long-lists.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { plainTextOf } from "../join-lines.ts";
import { countOf, endsPart, lineStart } from "../line-start.ts";
import { type AnswerHeading, answerHeading } from "./answer-heading.ts";
import { boundaryIn, surenessOf } from "./boundary.ts";
import { isLabel, isLongLabel } from "./labels.ts";
import type { Setting } from "./paragraphs.ts";
import { mayBeginPart, type Piece, piecesOf } from "./piece.ts";
import { pointsOf, type QuotedLine, type QuotedText } from "./points.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { isLeadIn } from "./voice.ts";

/** The body's parts in printed order. */
export type Passage =
  | { readonly kind: "quotation"; readonly quoted: QuotedText; readonly doubt: Doubt | null }
  | { readonly kind: "answer"; readonly pieces: readonly Piece[] }
  | { readonly kind: "heading"; readonly heading: AnswerHeading; readonly line: TracedLine }
  | { readonly kind: "label"; readonly line: TracedLine };

/** Why the end of a quotation is not sure, and how sure it is, 0 to 1. */
export interface Doubt {
  readonly line: TracedLine;
  readonly sureness: number;
}

/** A body with quotation marks, parted into quotations and what stands between them. */
export function markedPassages(lines: readonly TracedLine[], setting: Setting): Passage[] | null {
  const quotations = findQuotations(lines);
  if (quotations.length === 0) return null;
  const passages: Passage[] = [];
  let at = 0;
  for (const quotation of quotations) {
    const end = endOf(lines, quotation, setting);
    const above = lines.slice(at, quotation.first);
    const isLabelled = at === 0 && isLongLabel(above) && !isLeadIn(plainTextOf(above));
    append(passages, isLabelled ? above.map(labelPassage) : betweenQuotations(above, true));
    passages.push(quotationPassage(lines, quotation, end));
    const rest = restOfLine(lines[end.last], end.after);
    if (rest !== null) passages.push(rest);
    at = end.last + 1;
  }
  return [...passages, ...betweenQuotations(lines.slice(at), false)];
}

function labelPassage(line: TracedLine): Passage {
  return { kind: "label", line };
}

interface End {
  readonly last: number;
  readonly end: number;
  readonly after: number;
  readonly sureness: number;
}

/** A quotation's end: at its closing mark, or, without one, where the answer's voice begins. */
function endOf(lines: readonly TracedLine[], quotation: Quotation, setting: Setting): End {
  if (quotation.closedBy !== "none") return { ...quotation, sureness: CLOSED[quotation.closedBy] };
  const window = lines.slice(quotation.first, quotation.last + 1);
  const next = lines[quotation.last + 1];
  const length = lines[quotation.last]?.text.length ?? 0;
  if (next !== undefined && endsOpen(window)) return { last: quotation.last, end: length, after: length, sureness: 1 };
  const boundary = boundaryIn(window, setting, 1 + lastPoint(window));
  const last = quotation.first + Math.max(1, boundary.at) - 1;
  const end = lines[last]?.text.length ?? 0;
  return { last, end, after: end, sureness: Math.min(0.8, surenessOf(boundary)) };
}

/** How sure a quotation's end is that a mark shows, 0 to 1. */
const CLOSED = { mark: 1, "damaged-mark": 0.9, "unmatched-mark": 0.85 } as const;

/** Position of the last numbered point of an unclosed quotation: what goes before it cannot be the answer's. */
function lastPoint(window: readonly TracedLine[]): number {
  let last = 0;
  let expected: number | null = null;
  window.forEach((line, index) => {
    const number = countOf(lineStart(line.text.text).number);
    if (number === null || !mayBeginPart(line, window[index - 1])) return;
    if (expected !== null && number !== expected) return;
    last = index;
    expected = number + 1;
  });
  return last;
}

/** A lead-in that opens the quotation and leaves it to its points to close: "„Der Oberbürgermeister wird beauftragt,". */
function endsOpen(window: readonly TracedLine[]): boolean {
  const isPointless = window.every((line) => lineStart(line.text.text).number === null);
  return isPointless && isLeadIn(plainTextOf(window));
}

function quotationPassage(lines: readonly TracedLine[], quotation: Quotation, end: End): Passage {
  const quoted: QuotedLine[] = lines
    .slice(quotation.first, end.last + 1)
    .map((line, index) => ({ line, to: quotation.first + index === end.last ? end.end : line.text.length }));
  const line = lines[end.last] as TracedLine;
  const doubt = end.sureness === 1 ? null : { line, sureness: end.sureness };
  return { kind: "quotation", quoted: withLoneLead(pointsOf(quoted, true)), doubt };
}

/** „Der Oberbürgermeister wird beauftragt,“ quoted by itself leads to the points quoted after it. */
function withLoneLead(quoted: QuotedText): QuotedText {
  const [point, ...others] = quoted.points;
  if (point === undefined || point.number !== null || others.length > 0 || quoted.lead.length > 0) return quoted;
  const text = plainTextOf(point.pieces);
  return /^\p{Lu}/u.test(text) && isLeadIn(text) ? { lead: point.pieces, points: [] } : quoted;
}

function restOfLine(line: TracedLine | undefined, after: number): Passage | null {
  const rest = line?.text.slice(after).trim();
  if (line === undefined || rest === undefined || !/\p{L}/u.test(rest.text)) return null;
  return { kind: "answer", pieces: [{ line, text: rest, isEntry: false, lettered: null }] };
}

/**
 * Lines between quotations: headings, labels, answers; a lead-in without marks may end them,
 * "Der Oberbürgermeister wird beauftragt," before `1. „…`.
 */
export function betweenQuotations(lines: readonly TracedLine[], isBeforeQuotation: boolean): Passage[] {
  const passages: Passage[] = [];
  const lead = isBeforeQuotation ? leadStart(lines) : lines.length;
  let answer: Piece[] = [];
  const endAnswer = (): void => {
    if (answer.length > 0) passages.push({ kind: "answer", pieces: answer });
    answer = [];
  };
  for (const [index, piece] of piecesOf(lines.slice(0, lead)).entries()) {
    const { line } = piece;
    const heading = isWithinSentence(line, lines[index - 1]) ? null : answerHeading(line.text.text);
    if (heading === null && !isLabel(line)) answer.push(piece);
    else {
      endAnswer();
      passages.push(heading === null ? { kind: "label", line } : { kind: "heading", heading, line });
      if (heading !== null) answer.push(...answerOnHeading(line, heading));
    }
  }
  endAnswer();
  if (lead < lines.length) {
    const pieces = lines.slice(lead).map((line) => ({ line, text: line.text, isEntry: false, lettered: null }));
    passages.push({ kind: "quotation", quoted: { lead: pieces, points: [] }, doubt: null });
  }
  return passages;
}

/** "siehe Antwort / zu 1.": no heading, since the line above is not at its end. */
function isWithinSentence(line: TracedLine, before: TracedLine | undefined): boolean {
  if (before === undefined || line.blankBefore > 0 || line.box !== null) return false;
  return !endsPart(before.text.text) && !isLabel(before) && answerHeading(before.text.text) === null;
}

function answerOnHeading(line: TracedLine, heading: AnswerHeading): Piece[] {
  const text = line.text.slice(heading.textStart).trim();
  return text.length === 0 ? [] : [{ line, text, isEntry: false, lettered: null }];
}

/** Where a lead-in of at most four lines begins that ends the lines; their number if there is none. */
export function leadStart(lines: readonly TracedLine[]): number {
  for (let start = lines.length - 1; start >= Math.max(0, lines.length - 4); start--) {
    const text = plainTextOf(lines.slice(start));
    const before = lines[start - 1]?.text.text ?? "";
    const isFresh = before === "" || /[.:!?“”"]$/u.test(before);
    if (isFresh && /^[\p{Lu}„]/u.test(text)) return isLeadIn(text) ? start : lines.length;
  }
  return lines.length;
}
