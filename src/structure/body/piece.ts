import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { endsPart, isOrdinal, type LineStart, lineStart } from "../line-start.ts";
import { isLabel } from "./labels.ts";

/** A line's share in a part of the body: markers of clauses and outer quotation marks are cut away. */
export interface Piece {
  readonly line: TracedLine;
  readonly text: TracedText;
  /** The line begins an entry of a list or a sub-point, and stands on a line of its own. */
  readonly isEntry: boolean;
  /** Of a lettered sub-point its letter and the text behind "a)"; null otherwise. */
  readonly lettered: { readonly letter: TracedText; readonly rest: TracedText } | null;
}

/** Lines of running text, its lists recognised. */
export function piecesOf(lines: readonly TracedLine[]): Piece[] {
  return lines.map((line, index) => pieceOf(line, lines[index - 1]));
}

/** A whole line; a bullet or dash that begins an entry is written "- ". */
export function pieceOf(line: TracedLine, before: TracedLine | undefined): Piece {
  const start = lineStart(line.text.text);
  const marker = start.number ?? start.sub;
  if (marker === null || start.opensAt !== null || !mayBeginPart(line, before)) {
    return { line, text: line.text, isEntry: false, lettered: null };
  }
  if (start.number !== null) return { line, text: line.text, isEntry: true, lettered: null };
  return entryPiece(line, start, line.text.length);
}

/** Whether a point or entry may begin on a line: the part before it is over, and its number is no date's. */
export function mayBeginPart(line: TracedLine, before: TracedLine | undefined): boolean {
  if (isOrdinal(line.text.text) || line.glued) return false;
  if (before === undefined || endsPart(before.text.text)) return true;
  return isLoneMarker(before) || isLabel(before.text.text);
}

function isLoneMarker(line: TracedLine): boolean {
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
