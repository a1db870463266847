import type { Page } from "../../src/model/page.ts";
import { factsOf, type PieceFacts } from "../../src/structure/facts/piece-facts.ts";
import { type Piece, piecesOf } from "../../src/structure/facts/pieces.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { linesOf } from "../../src/text/traced-lines.ts";
import { TracedText } from "../../src/text/traced-text.ts";

/** The pieces of a plain text. */
export function piecesOfText(text: string): Piece[] {
  return piecesOfPages(pagesOfPlainText(text));
}

function piecesOfPages(pages: readonly Page[]): Piece[] {
  return piecesOf(linesOf(TracedText.of(readTextOf(pages))));
}

export function factsOfText(text: string): PieceFacts[] {
  return factsOf(piecesOfText(text));
}
