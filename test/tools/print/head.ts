import type { Letter, Print } from "./letter.ts";
import { type Face, lineHeight, PAGE, type Part, type Piece, sizeOf, type TextPiece } from "./page.ts";

const SENDER_X = 351;
const VALUE_X = SENDER_X + 38;
const TITLE = { y: 55, size: 19 } as const;
const BOX = { y: 89, side: 9.5 } as const;
const ADDRESS_Y = 118;
const HIGHEST_REFERENCE_Y = 158;

/**
 * The letterhead of the house: title and box on the left, logo on the right, then recipient and sender side by side.
 * @returns bottom: where the body may begin, in points
 */
export function setHead({ memo, print }: Letter): { pieces: Piece[]; bottom: number } {
  const size = sizeOf(print);
  const step = lineHeight(size);
  const senderBottom = ADDRESS_Y + (1 + print.office.length) * step;
  const referenceY = Math.max(senderBottom + step, HIGHEST_REFERENCE_Y);
  const dateY = referenceY + 1.9 * step;
  const pieces = [
    ...(print.title === false ? [] : [text("title", "Hausmitteilung", PAGE.left, TITLE.y, TITLE.size, "bold")]),
    ...logo(),
    ...confidentialBox(memo.confidential, size),
    ...print.recipient.map((line, at) => text("recipient", line, PAGE.left, ADDRESS_Y + 4 + at * step, size)),
    text("authority", memo.authority ?? "", SENDER_X, ADDRESS_Y, size, "bold"),
    ...print.office.map((line, at) => officeLine(line, ADDRESS_Y + (at + 1) * step, size)),
    text("reference", "GZ:", SENDER_X, referenceY, size),
    text("reference", memo.fileReference ?? "", VALUE_X, referenceY, size),
    text("date", "Datum:", SENDER_X, dateY, size),
    date(print.date, dateY, size),
    ...(print.arrival ? arrivalStamp(print.arrival) : []),
  ];
  return { pieces, bottom: dateY + 2.2 * step };
}

function text(part: Part, value: string, x: number, y: number, size: number, face: Face = "regular"): TextPiece {
  return { kind: "text", page: 1, part, text: value, x, y, size, face, ending: "end" };
}

function officeLine(line: string, y: number, size: number): TextPiece {
  return { ...text("authority", line, SENDER_X, y, size), ending: line.endsWith("-") ? "broken" : "space" };
}

/** The city's logo: its name, and the name of its people upside down below, as if mirrored in the river. */
function logo(): TextPiece[] {
  return [
    text("logo", "Dresden.", 462, TITLE.y - 4, 17, "bold"),
    { ...text("logo", "D r e s d n e r", 533, TITLE.y + 29, 8), turn: 180 },
  ];
}

/** @param confidential null: the letter has no such box */
function confidentialBox(confidential: boolean | null, size: number): Piece[] {
  if (confidential === null) return [];
  const { y, side } = BOX;
  const cross = text("box", "X", PAGE.left + 1.6, y - 0.6, 9.5, "bold");
  return [
    { kind: "box", page: 1, x: PAGE.left, y, width: side, height: side },
    ...(confidential ? [cross] : []),
    text("box", "vertraulich", PAGE.left + 16, y - 1.5, size),
  ];
}

function date(printed: Print["date"], y: number, size: number): TextPiece {
  if ("typed" in printed) return text("date", printed.typed, VALUE_X + 4, y, size);
  return { ...text("date", printed.stamp, VALUE_X + 4, y - 1, 13, "stamp"), turn: 1.2, stamped: true };
}

function arrivalStamp(lines: readonly string[]): Piece[] {
  const [x, y] = [287, 70];
  const stamp = { turn: 8, stamped: true };
  const written = lines.map((line, at) => {
    return { ...text("arrival", line, x + 8 + at * 1.5, y + 6 + at * 11, 8, "bold"), ...stamp };
  });
  return [{ kind: "box", page: 1, x, y, width: 134, height: 12 + lines.length * 11, ...stamp }, ...written];
}
