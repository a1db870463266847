import { TracedText } from "../../text/traced-text.ts";
import type { Piece } from "./piece.ts";
import type { Point } from "./points.ts";

/**
 * "2. a) „…“" answered, then "b) „…“" or "2. b) „…“" quoted on its own: the sub-points are clauses 2a and 2b.
 * Letters without a number above them count alone.
 */
export function subPoint(point: Point, parent: TracedText | null): Point | null {
  const letter = point.pieces[0]?.lettered?.letter;
  if (letter === undefined || (point.number !== null && point.number.text !== parent?.text)) return null;
  return { number: combined(parent, letter), pieces: withoutLetter(point.pieces) };
}

/** The number that sub-points of a point share: "2" of "2" and of "2a"; null for a point without number. */
export function parentOf(point: Point): TracedText | null {
  const digits = /^[\dIVX]+/u.exec(point.number?.text ?? "")?.[0].length ?? 0;
  return digits === 0 ? null : (point.number?.slice(0, digits) ?? null);
}

/** A point cut into its lettered sub-points; what stands above the first is their lead-in. Null without letters. */
export function splitLetters(point: Point): { lead: readonly Piece[]; points: readonly Point[] } | null {
  const { number, pieces } = point;
  const begins = pieces.flatMap((piece, index) => (piece.lettered === null ? [] : [index]));
  const [first] = begins;
  if (first === undefined) return null;
  const points = begins.map((from, index) => {
    const own = pieces.slice(from, begins[index + 1] ?? pieces.length);
    const letter = own[0]?.lettered?.letter;
    return { number: letter === undefined ? number : combined(number, letter), pieces: withoutLetter(own) };
  });
  return { lead: pieces.slice(0, first), points };
}

function combined(number: TracedText | null, letter: TracedText): TracedText {
  return number === null ? letter : TracedText.concat(number.read, [number, letter]);
}

function withoutLetter(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) =>
    index === 0 && piece.lettered !== null
      ? { ...piece, text: piece.lettered.rest, isEntry: false, lettered: null }
      : piece,
  );
}
