import type { Lexicon } from "../lexicon/lexicon.ts";
import { repair } from "../repair/repair.ts";
import { type ExplainedPiece, explain } from "../structure/explain.ts";
import { splitMemos } from "../structure/split-memos.ts";
import { readTextOf } from "../text/read-text.ts";
import type { ReadDocument } from "./document.ts";

/** The letters of a document, each with what every piece was taken for; also where none is a memo. */
export function explainDocument(document: ReadDocument, lexicon: Lexicon): ExplainedPiece[][] {
  return splitMemos(document.pages).map(({ pages }) => {
    const { text } = repair(readTextOf(pages), lexicon, { correct: true, minConfidence: 0.5 });
    return explain(text);
  });
}
