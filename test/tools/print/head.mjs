// @ts-check
import { lineHeight, PAGE, sizeOf } from "./page.mjs";

/**
 * The letterhead of the house: title and box on the left, logo on the right, then recipient and sender side by side.
 *
 * @typedef {import("./page.mjs").Piece} Piece
 * @typedef {import("./page.mjs").TextPiece} TextPiece
 * @typedef {import("./letter.mjs").Letter} Letter
 */

const SENDER_X = 351;
const VALUE_X = SENDER_X + 38;
const TITLE = { y: 55, size: 19 };
const BOX = { y: 89, side: 9.5 };
const ADDRESS_Y = 118;

/**
 * @param {Letter} letter
 * @returns {{ pieces: Piece[], bottom: number }} bottom: where the body may begin, in points
 */
export function setHead({ memo, print }) {
  const size = sizeOf(print);
  const step = lineHeight(size);
  const senderBottom = ADDRESS_Y + (1 + print.office.length) * step;
  const referenceY = Math.max(senderBottom + step, 158);
  const dateY = referenceY + 1.9 * step;
  const pieces = [
    ...(print.title === false ? [] : [text("title", "Hausmitteilung", PAGE.left, TITLE.y, TITLE.size, "bold")]),
    ...logo(),
    ...confidentialBox(memo.confidential, size),
    ...print.recipient.map((line, at) => text("recipient", line, PAGE.left, ADDRESS_Y + 4 + at * step, size)),
    text("authority", memo.authority ?? "", SENDER_X, ADDRESS_Y, size, "bold"),
    ...print.office.map((line, at) => text("authority", line, SENDER_X, ADDRESS_Y + (at + 1) * step, size)),
    text("reference", "GZ:", SENDER_X, referenceY, size),
    text("reference", memo.fileReference ?? "", VALUE_X, referenceY, size),
    text("date", "Datum:", SENDER_X, dateY, size),
    date(print.date, dateY, size),
    ...(print.arrival ? arrivalStamp(print.arrival) : []),
  ];
  return { pieces, bottom: dateY + 2.2 * step };
}

/**
 * @param {import("./page.mjs").Part} part
 * @param {string} value
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {import("./page.mjs").Face} [face]
 * @returns {TextPiece}
 */
function text(part, value, x, y, size, face = "regular") {
  return { kind: "text", page: 1, part, text: value, x, y, size, face, ending: "end" };
}

/** The city's logo: its name, and the name of its people upside down below, as if mirrored in the river. */
function logo() {
  return [
    text("logo", "Dresden.", 462, TITLE.y - 4, 17, "bold"),
    { ...text("logo", "D r e s d n e r", 533, TITLE.y + 29, 8), turn: 180 },
  ];
}

/**
 * @param {boolean | null} confidential null: the letter has no such box
 * @param {number} size
 * @returns {Piece[]}
 */
function confidentialBox(confidential, size) {
  if (confidential === null) return [];
  const { y, side } = BOX;
  const cross = text("box", "X", PAGE.left + 1.6, y - 0.6, 9.5, "bold");
  return [
    { kind: "box", page: 1, x: PAGE.left, y, width: side, height: side },
    ...(confidential ? [cross] : []),
    text("box", "vertraulich", PAGE.left + 16, y - 1.5, size),
  ];
}

/**
 * @param {import("./letter.mjs").Print["date"]} printed
 * @param {number} y
 * @param {number} size
 * @returns {TextPiece}
 */
function date(printed, y, size) {
  if ("typed" in printed) return text("date", printed.typed, VALUE_X + 4, y, size);
  return { ...text("date", printed.stamp, VALUE_X + 4, y - 1, 13, "stamp"), turn: 1.2, stamped: true };
}

/**
 * @param {string[]} lines
 * @returns {Piece[]}
 */
function arrivalStamp(lines) {
  const [x, y, turn] = [287, 70, 8];
  /** @type {Piece} */
  const frame = { kind: "box", page: 1, x, y, width: 134, height: 12 + lines.length * 11, turn, stamped: true };
  const written = lines.map((line, at) => {
    return { ...text("arrival", line, x + 8 + at * 1.5, y + 6 + at * 11, 8, "bold"), turn, stamped: true };
  });
  return [frame, ...written];
}
