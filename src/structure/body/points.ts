import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { plainTextOf } from "../join-lines.ts";
import { countOf, type LineStart, lineStart } from "../line-start.ts";
import { isOutdented } from "./indent.ts";
import { entryPiece, isSameEntry, LONGEST_ENTRY, mayBeginPart, type Piece } from "./piece.ts";
import { isLeadIn } from "./voice.ts";

/** One point of a quotation, before it is known whom it is answered with. */
export interface Point {
  /** "1", or the letter of a sub-point quoted on its own; null where it bears none. */
  readonly number: TracedText | null;
  readonly pieces: readonly Piece[];
}

/** A quotation taken apart. */
export interface QuotedText {
  readonly lead: readonly Piece[];
  readonly points: readonly Point[];
}

/** Part of a line of a quotation, `from` to `to` in the line's text. */
export interface QuotedLine {
  readonly line: TracedLine;
  /** Offset where the quoted text ends. */
  readonly to: number;
}

/**
 * Takes a quotation apart into its lead-in and its points: the numbered ones, counting up from the
 * first; where it has none, its bullets; where it has neither, it is one point.
 * @param isMarked an opening quotation mark begins it, which is not part of its text
 */
export function pointsOf(lines: readonly QuotedLine[], isMarked: boolean): QuotedText {
  const starts = startsOf(lines, isMarked);
  const numbered = countingUp(starts);
  const begins = numbered.length > 0 ? numbered : bulletsAmong(starts);
  const isNumbered = (starts[0]?.number ?? null) !== null || starts[0]?.sub?.kind === "letter";
  const first = begins[0] ?? (isNumbered ? 0 : null);
  if (first === null) {
    const lead = leadAboveIndent(lines);
    const point = pointFrom(lines, starts, lead, lines.length);
    return { lead: textPieces(lines, starts, 0, lead), points: [point] };
  }
  const points = (begins.length > 0 ? begins : [0]).map((begin, index) =>
    pointFrom(lines, starts, begin, begins[index + 1] ?? lines.length),
  );
  return { lead: textPieces(lines, starts, 0, first), points };
}

/** Number of lines of a lead-in above an indented point whose bullet the scan lost; 0 for none. */
function leadAboveIndent(lines: readonly QuotedLine[]): number {
  const at = lines.findIndex(({ line }, index) => {
    const above = lines[index - 1]?.line;
    return above !== undefined && line.box !== null && isOutdented(line, above);
  });
  const [lead, point] = [lines.slice(0, at), lines.slice(at)];
  const isBlock = point.every(({ line }) => lead.every((above) => isOutdented(line, above.line)));
  return at > 0 && isBlock && isLeadIn(plainTextOf(lead.map(({ line }) => line))) ? at : 0;
}

/** How each line begins, where a point or entry may begin at all. */
function startsOf(lines: readonly QuotedLine[], isMarked: boolean): LineStart[] {
  const opening = isMarked ? lines.findIndex(({ line }) => lineStart(line.text.text).opensAt !== null) : -1;
  const starts: LineStart[] = [];
  for (const [index, { line }] of lines.entries()) {
    const above = lines.slice(Math.max(0, index - LONGEST_ENTRY), index).map((quoted) => quoted.line);
    const mayBegin =
      mayBeginPart(line, above.at(-1)) || (!line.glued && above.some((other) => isSameEntry(other, line)));
    starts.push(startOf(line, mayBegin, index === opening));
  }
  return starts;
}

/** Only the first opening mark is the quotation's own; those of later lines open inner quotations. */
function startOf(line: TracedLine, mayBegin: boolean, isOpening: boolean): LineStart {
  const start = lineStart(line.text.text);
  if (isOpening) return start;
  if (!mayBegin) return { number: null, sub: null, opensAt: null, textStart: 0 };
  return start.opensAt === null ? start : { ...start, textStart: start.opensAt };
}

/** Positions of the numbers that count up by one; "2." after "1." is a point, "31." is a date's. */
function countingUp(starts: readonly LineStart[]): number[] {
  const begins: number[] = [];
  let expected: number | null = null;
  starts.forEach((start, index) => {
    const value = countOf(start.number);
    if (value === null || (expected !== null && value !== expected)) return;
    begins.push(index);
    expected = value + 1;
  });
  return begins;
}

function bulletsAmong(starts: readonly LineStart[]): number[] {
  return starts.flatMap((start, index) => (start.sub?.kind === "bullet" ? [index] : []));
}

function pointFrom(lines: readonly QuotedLine[], starts: readonly LineStart[], from: number, to: number): Point {
  const start = starts[from];
  const line = lines[from]?.line;
  const marker = start?.number ?? null;
  const pieces = textPieces(lines, starts, from, to);
  if (marker === null || line === undefined) return { number: null, pieces: asPoint(pieces, start) };
  const text = line.text.slice(marker.start, marker.end);
  const at = text.text.indexOf(marker.value);
  return { number: text.slice(at, at + marker.value.length), pieces };
}

/** A bullet that makes a point is not part of the point's text. */
function asPoint(pieces: readonly Piece[], start: LineStart | undefined): Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined || start?.sub?.kind !== "bullet") return [...pieces];
  return [{ ...first, text: first.text.slice("- ".length), isEntry: false }, ...rest];
}

/** The texts of some lines without numbers, marks and what stands behind the closing mark. */
function textPieces(lines: readonly QuotedLine[], starts: readonly LineStart[], from: number, to: number): Piece[] {
  return lines.slice(from, to).flatMap((quoted, index) => {
    const start = starts[from + index];
    if (start === undefined) return [];
    const isPoint = index === 0;
    const piece = numberedPiece(quoted, start, isPoint) ?? closedPiece(quoted, start);
    return piece.text.length === 0 ? [] : [piece];
  });
}

/** A number within a point's text begins an entry there, and stays in it. */
function numberedPiece({ line, to }: QuotedLine, start: LineStart, isPoint: boolean): Piece | null {
  if (start.number === null || isPoint) return null;
  return { line, text: line.text.slice(start.number.start, to).trim(), isEntry: true, lettered: null };
}

/** The quoted text of a line; a full stop that stands behind the closing mark ends it all the same. */
function closedPiece({ line, to }: QuotedLine, start: LineStart): Piece {
  const piece = entryPiece(line, start, to);
  const stop = line.text.text.slice(to + 1, to + 2);
  if (to >= line.text.length || stop !== "." || /[.?!]$/u.test(piece.text.text)) return piece;
  return { ...piece, text: TracedText.concat(piece.text.read, [piece.text, line.text.slice(to + 1, to + 2)]) };
}
