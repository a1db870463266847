import PDFDocument from "pdfkit";
import type { FontFamily } from "./letter.ts";
import type { BoxPiece, Face, Measure, Piece, ScribblePiece, TextPiece } from "./page.ts";
import { type Random, seededRandom } from "./random.ts";

/** Same letter, same bytes: no file made here knows when it was made, or by which zlib. */
export const SAME_BYTES = { info: { CreationDate: new Date("2024-01-01T00:00:00Z") }, compress: false } as const;

const INK = "#000000";
const STAMP_INK = "#3b4a7a";
const PEN_INK = "#22264a";
const PEN_STROKES = 6;

/** PDF's standard fonts: nothing is embedded, every reader brings its own cut of them. */
const FACES: Readonly<Record<FontFamily, Readonly<Record<Face, string>>>> = {
  Helvetica: { regular: "Helvetica", bold: "Helvetica-Bold", italic: "Helvetica-Oblique", stamp: "Courier-Bold" },
  Times: { regular: "Times-Roman", bold: "Times-Bold", italic: "Times-Italic", stamp: "Courier-Bold" },
};

/** Tells the width of text in a font family, as it will be drawn. */
export function measureIn(family: FontFamily): Measure {
  const document = new PDFDocument({ size: "A4" });
  return (text, face, size) => document.font(FACES[family][face]).fontSize(size).widthOfString(text);
}

/** Draws pieces as a born-digital A4 PDF with a text layer. */
export async function drawPdf(pieces: readonly Piece[], family: FontFamily): Promise<Buffer> {
  const document = new PDFDocument({ ...SAME_BYTES, size: "A4", margin: 0, autoFirstPage: false });
  const bytes = collect(document);
  const random = seededRandom("ink");
  const pages = Math.max(...pieces.map((piece) => piece.page));
  for (let page = 1; page <= pages; page++) {
    document.addPage();
    for (const piece of pieces.filter((candidate) => candidate.page === page)) {
      draw(document, piece, FACES[family], random);
    }
  }
  document.end();
  return bytes;
}

/** The file's bytes, once the document has ended. */
export async function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function draw(document: PDFKit.PDFDocument, piece: Piece, faces: Readonly<Record<Face, string>>, random: Random): void {
  document.save();
  if (piece.kind !== "scribble" && piece.turn) document.rotate(-piece.turn, { origin: [piece.x, piece.y] });
  if (piece.kind === "scribble") drawScribble(document, piece, random);
  else if (piece.kind === "box") drawBox(document, piece);
  else drawText(document, piece, faces);
  document.restore();
}

function drawBox(document: PDFKit.PDFDocument, { x, y, width, height, stamped, thickness }: BoxPiece): void {
  document.rect(x, y, width, height);
  document.lineWidth(thickness ?? (stamped ? 1.4 : 0.8)).stroke(stamped ? STAMP_INK : INK);
}

function drawText(document: PDFKit.PDFDocument, piece: TextPiece, faces: Readonly<Record<Face, string>>): void {
  const { text, x, y, face, size, fit, mark, stamped } = piece;
  document.fillColor(stamped ? STAMP_INK : INK).fontSize(size);
  if (mark) document.font(faces.regular).text(mark.text, mark.x, y, { lineBreak: false });
  document.font(faces[face]);
  const spaces = text.split(" ").length - 1;
  const wordSpacing = fit && spaces > 0 ? (fit - document.widthOfString(text)) / spaces : 0;
  document.text(text, x, y, { lineBreak: false, wordSpacing });
}

/** A few loops of the pen across the typed name. */
function drawScribble(document: PDFKit.PDFDocument, { x, y }: ScribblePiece, random: Random): void {
  document.moveTo(x, y + 2);
  for (let stroke = 0; stroke < PEN_STROKES; stroke++) {
    const left = x + stroke * 17;
    const up = [left + 4 + random() * 6, y - 16 + random() * 10] as const;
    const down = [left + 8 + random() * 8, y + 4 - random() * 6] as const;
    document.bezierCurveTo(...up, ...down, left + 17, y - 10 + random() * 12);
  }
  document.lineWidth(1.1).stroke(PEN_INK);
}
