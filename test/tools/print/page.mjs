// @ts-check
/**
 * The printed page as data: pieces with their place, in PDF points from the top left corner. The PDF is drawn from
 * them (draw-pdf.mjs), and the scanner's text is written from them (scanner-text.mjs).
 *
 * @typedef {import("./break-lines.mjs").LineEnd} LineEnd
 * @typedef {import("./letter.mjs").HeadPart} HeadPart
 * @typedef {HeadPart | "body" | "signature" | "mark" | "annex"} Part the part of the letter a piece belongs to
 * @typedef {"regular" | "bold" | "italic" | "stamp"} Face
 *
 * @typedef {object} TextPiece
 * @property {"text"} kind
 * @property {number} page from 1
 * @property {Part} part
 * @property {string} text
 * @property {number} x
 * @property {number} y top of the line
 * @property {Face} face
 * @property {number} size in points
 * @property {LineEnd | "cell"} ending "cell": the row goes on beside it
 * @property {{ text: string, x: number }} [mark] a number or bullet that hangs before the line
 * @property {number} [fit] stretch the spaces so that the line has this width
 * @property {number} [turn] degrees, counterclockwise
 * @property {boolean} [stamped] in the pale ink of a rubber stamp
 *
 * @typedef {object} BoxPiece a drawn rectangle
 * @property {"box"} kind
 * @property {number} page
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} [turn]
 * @property {boolean} [stamped]
 *
 * @typedef {object} ScribblePiece a signature in ink
 * @property {"scribble"} kind
 * @property {number} page
 * @property {number} x
 * @property {number} y
 *
 * @typedef {TextPiece | BoxPiece | ScribblePiece} Piece
 */

export const PAGE = { width: 595.28, height: 841.89, left: 68, right: 541, top: 62, bottom: 786 };

/** Line distance per font size, as measured on scanned memos. */
const LEADING = 1.4;

/**
 * The body size of a letter that names none, in points.
 * @param {import("./letter.mjs").Print} print
 */
export const sizeOf = (print) => print.size ?? 10.5;

/** @param {number} size */
export const lineHeight = (size) => size * LEADING;

/**
 * Where the next line goes. Lines that no longer fit open a new page.
 */
export class Flow {
  /** @type {Piece[]} */
  pieces = [];
  page = 1;
  /** @type {number} */
  y;

  /** @param {number} y where the flow begins on the first page */
  constructor(y) {
    this.y = y;
  }

  /** @param {number} height */
  space(height) {
    if (this.y > PAGE.top) this.y += height;
  }

  /**
   * Opens a new page unless this much fits on the current one.
   * @param {number} height
   */
  keepTogether(height) {
    if (this.y + height > PAGE.bottom) this.openPage();
  }

  openPage() {
    this.page += 1;
    this.y = PAGE.top;
  }

  /**
   * Places one line and goes on below it.
   * @param {Omit<TextPiece, "kind" | "page" | "y">} line
   */
  line(line) {
    const height = lineHeight(line.size);
    this.keepTogether(height);
    this.pieces.push({ kind: "text", page: this.page, y: this.y, ...line });
    this.y += height;
  }
}
