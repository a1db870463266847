import { drawPdf, measureIn } from "./draw-pdf.ts";
import type { Letter, Made, Paper } from "./letter.ts";
import type { Piece } from "./page.ts";
import { scanPdf } from "./scan-pdf.ts";
import { scannerText } from "./scanner-text.ts";
import { setLetter, setOtherPaper } from "./set-letter.ts";

/**
 * Makes one file of a fixture case.
 * @param name the case's name, which seeds its noise
 */
export async function printCase(paper: Paper, name: string, made: Made): Promise<Buffer> {
  if (made === "memo.txt") return Buffer.from(textOf(paper, name));
  const pdf = await pdfOf(paper);
  return made === "memo.pdf" ? pdf : scanPdf(pdf, name);
}

/** The text of a case's truth.json, as the score reads it. */
export function truthOf({ memo, unscored }: Letter): string {
  return `${JSON.stringify({ memo, unscored: unscored ?? [] }, null, 2)}\n`;
}

function textOf(paper: Paper, name: string): string {
  if ("lines" in paper) return scannerText(setOtherPaper(paper), {}, name);
  const letters = "letters" in paper ? paper.letters : [paper];
  return letters.map((letter) => scannerText(piecesOf(letter), letter.scanner ?? {}, name)).join("\f");
}

function pdfOf(paper: Paper): Promise<Buffer> {
  if ("lines" in paper) return drawPdf(setOtherPaper(paper), paper.font);
  if ("memo" in paper) return drawPdf(piecesOf(paper), paper.print.font);
  return drawPdf(paper.letters.map(piecesOf).reduce(bind), paper.font);
}

function piecesOf(letter: Letter): Piece[] {
  return setLetter(letter, measureIn(letter.print.font));
}

/** Puts the next pages after the first. */
function bind(first: readonly Piece[], next: readonly Piece[]): Piece[] {
  const pages = Math.max(...first.map((piece) => piece.page));
  return [...first, ...next.map((piece) => ({ ...piece, page: piece.page + pages }))];
}
