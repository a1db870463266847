// @ts-check
import PDFDocument from "pdfkit";
import { seededRandom } from "./random.mjs";

/** Same letter, same bytes: no file made here knows when it was made. */
export const PRINT_DATE = new Date("2024-01-01T00:00:00Z");

const INK = "#000000";
const STAMP_INK = "#3b4a7a";
const PEN_INK = "#22264a";

/** PDF's standard fonts: nothing is embedded, every reader brings its own cut of them. */
const FACES = {
  Helvetica: { regular: "Helvetica", bold: "Helvetica-Bold", italic: "Helvetica-Oblique", stamp: "Courier-Bold" },
  Times: { regular: "Times-Roman", bold: "Times-Bold", italic: "Times-Italic", stamp: "Courier-Bold" },
};

/**
 * Tells the width of text in a font family, as pdfkit will draw it.
 * @param {keyof typeof FACES} family
 * @returns {import("./body.mjs").Measure}
 */
export function measureIn(family) {
  const document = new PDFDocument({ size: "A4" });
  return (text, face, size) => document.font(FACES[family][face]).fontSize(size).widthOfString(text);
}

/**
 * Draws pieces as a born-digital A4 PDF with a text layer.
 * @param {readonly import("./page.mjs").Piece[]} pieces
 * @param {keyof typeof FACES} family
 * @returns {Promise<Buffer>}
 */
export async function drawPdf(pieces, family) {
  const document = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false, info: { CreationDate: PRINT_DATE } });
  const bytes = collect(document);
  const random = seededRandom("ink");
  const pages = Math.max(...pieces.map((piece) => piece.page));
  for (let page = 1; page <= pages; page++) {
    document.addPage();
    for (const piece of pieces) {
      if (piece.page === page) draw(document, piece, FACES[family], random);
    }
  }
  document.end();
  return bytes;
}

/**
 * @param {PDFKit.PDFDocument} document
 * @returns {Promise<Buffer>} the file once the document has ended
 */
export async function collect(document) {
  const chunks = [];
  for await (const chunk of document) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * @param {PDFKit.PDFDocument} document
 * @param {import("./page.mjs").Piece} piece
 * @param {typeof FACES.Times} faces
 * @param {() => number} random
 */
function draw(document, piece, faces, random) {
  if (piece.kind === "scribble") return scribble(document, piece, random);
  document.save();
  if (piece.turn) document.rotate(-piece.turn, { origin: [piece.x, piece.y] });
  const ink = piece.stamped ? STAMP_INK : INK;
  if (piece.kind === "box") {
    document
      .rect(piece.x, piece.y, piece.width, piece.height)
      .lineWidth(piece.stamped ? 1.4 : 0.8)
      .stroke(ink);
  } else {
    drawText(document.fillColor(ink), piece, faces);
  }
  document.restore();
}

/**
 * @param {PDFKit.PDFDocument} document
 * @param {import("./page.mjs").TextPiece} piece
 * @param {typeof FACES.Times} faces
 */
function drawText(document, { text, x, y, face, size, fit, mark }, faces) {
  if (mark) document.font(faces.regular).fontSize(size).text(mark.text, mark.x, y, { lineBreak: false });
  document.font(faces[face]).fontSize(size);
  const spaces = text.split(" ").length - 1;
  const wordSpacing = fit && spaces > 0 ? (fit - document.widthOfString(text)) / spaces : 0;
  document.text(text, x, y, { lineBreak: false, wordSpacing });
}

/**
 * A signature: a few loops of the pen across the typed name.
 * @param {PDFKit.PDFDocument} document
 * @param {import("./page.mjs").ScribblePiece} piece
 * @param {() => number} random
 */
function scribble(document, { x, y }, random) {
  const strokes = 6;
  document.moveTo(x, y + 2);
  for (let stroke = 0; stroke < strokes; stroke++) {
    const left = x + stroke * 17;
    document.bezierCurveTo(
      left + 4 + random() * 6,
      y - 16 + random() * 10,
      left + 8 + random() * 8,
      y + 4 - random() * 6,
      left + 17,
      y - 10 + random() * 12,
    );
  }
  document.lineWidth(1.1).stroke(PEN_INK);
}
