import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { endsPart, isOrdinal, type LineStart, lineStart } from "../line-start.ts";
import { isLabel } from "./labels.ts";
import { rowsAmong } from "./table-rows.ts";

/** A line's share in a part of the body: markers of clauses and outer quotation marks are cut away. */
export interface Piece {
  readonly line: TracedLine;
  readonly text: TracedText;
  /** The line begins an entry of a list, a sub-point or a table's row, and stands on a line of its own. */
  readonly isEntry: boolean;
  /** Of a lettered sub-point its letter and the text behind "a)"; null otherwise. */
  readonly lettered: { readonly letter: TracedText; readonly rest: TracedText } | null;
}

/**
 * Lines of running text, its lists recognised. Short entries of a list need no stop: what begins like
 * the entry above begins the next one; and what is followed by its like begins the first: "Gegenstand waren / - der …".
 */
export function piecesOf(lines: readonly TracedLine[]): Piece[] {
  const pieces: Piece[] = [];
  const rows = rowsAmong(lines);
  for (const [index, line] of lines.entries()) {
    const isInList =
      pieces.slice(-LONGEST_ENTRY).some((piece) => piece.isEntry && isSameEntry(piece.line, line)) ||
      lines.slice(index + 1, index + 1 + LONGEST_ENTRY).some((below) => isSameEntry(line, below));
    const piece = pieceOf(line, isInList ? undefined : lines[index - 1]);
    pieces.push(rows.has(line) ? { ...piece, isEntry: true } : piece);
  }
  return pieces;
}

/** Lines that an entry of a list may run over. */
export const LONGEST_ENTRY = 4;

/** Both lines begin with a bullet, or both with a letter. */
export function isSameEntry(a: TracedLine, b: TracedLine): boolean {
  const first = lineStart(a.text.text);
  const second = lineStart(b.text.text);
  return first.number === null && second.number === null && first.sub !== null && first.sub.kind === second.sub?.kind;
}

/** A whole line; a bullet or dash that begins an entry is written "- ". */
function pieceOf(line: TracedLine, before: TracedLine | undefined): Piece {
  const start = lineStart(line.text.text);
  const marker = start.number ?? start.sub;
  const isRow = line.text.text.includes("\t");
  if (marker === null || start.opensAt !== null || !mayBeginPart(line, before)) {
    return { line, text: line.text, isEntry: isRow, lettered: null };
  }
  if (start.number !== null) return { line, text: line.text, isEntry: true, lettered: null };
  return entryPiece(line, start, line.text.length);
}

/** Whether a point or entry may begin on a line: the part before it is over, and its number is no date's. */
export function mayBeginPart(line: TracedLine, before: TracedLine | undefined): boolean {
  if (isOrdinal(line.text.text) || line.glued) return false;
  if (before === undefined || endsPart(before.text.text) || beginsSeries(line.text.text)) return true;
  return isLoneMarker(before) || isLabel(before) || opensBelowRow(line.text.text, before.text.text);
}

/** A quotation with its number below a table's row, which ends without a stop: "Radwege 142 / „3. Welche …". */
function opensBelowRow(text: string, before: string): boolean {
  return /^(?:„\d{1,2}[.)] |\d{1,2}[.)] „)/u.test(text) && /\d(?: (?:€|EUR|Euro|%|Prozent))?$/u.test(before);
}

/** A round bullet or "a)" begins an entry even where the line above ends within its sentence: "vorzulegen, das / • …". */
function beginsSeries(text: string): boolean {
  return /^[„"]? ?(?:[•●▪■] ?|a\) )[„"]?[\p{L}\d]/u.test(text);
}

/** A line that holds a point's number or an entry's bullet, and nothing else. */
export function isLoneMarker(line: TracedLine): boolean {
  return lineStart(line.text.text).textStart === line.text.length;
}

/** The text behind a number: a letter or bullet before it and its opening quotation mark taken care of. */
export function entryPiece(line: TracedLine, start: LineStart, end: number): Piece {
  const rest = line.text.slice(start.textStart, end).trim();
  const { sub } = start;
  if (sub === null) return { line, text: rest, isEntry: false, lettered: null };
  if (sub.kind === "bullet") return { line, text: laidOut("- ", rest), isEntry: true, lettered: null };
  const marker = line.text.slice(sub.start, sub.end);
  const letter = marker.slice(marker.text.indexOf(sub.value)).slice(0, sub.value.length);
  const text = rest.length === 0 ? marker : TracedText.concat(rest.read, [marker, " ", rest]);
  return { line, text, isEntry: true, lettered: { letter, rest } };
}

function laidOut(layout: string, text: TracedText): TracedText {
  return TracedText.concat(text.read, [layout, text]);
}
