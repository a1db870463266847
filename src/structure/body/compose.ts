import { largest } from "../../model/long-lists.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { beginsParagraph, endsEarly, type Setting } from "./paragraphs.ts";
import type { Piece } from "./piece.ts";
import { reachOf } from "./text-width.ts";

/** Lines of a part of the body as one text: paragraphs, entries and joined lines as the contract lays them out. */
export function compose(pieces: readonly Piece[], setting: Setting): TracedText | null {
  const [first] = pieces;
  if (first === undefined) return null;
  const right = rightEdge(pieces, setting);
  const parts = pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    return before === undefined ? [piece.text] : [separator(before, piece, setting, right), piece.text];
  });
  const text = TracedText.concat(first.text.read, parts).trim();
  return text.length === 0 ? null : text;
}

/** Indented or narrow text has its own right edge, where there is enough of it to see one. */
function rightEdge(pieces: readonly Piece[], setting: Setting): number {
  if (pieces.length < 4) return setting.right;
  return largest(
    pieces.map((piece) => reachOf(piece.line).right),
    setting.right,
  );
}

/** The last entry of a list may end without a stop; it ends early all the same. */
function endsList(entry: TracedLine, line: TracedLine, right: number): boolean {
  return !line.glued && /^[\p{Lu}\d„(]/u.test(line.text.text) && endsEarly(entry, line, right);
}

function separator(before: Piece, piece: Piece, setting: Setting, right: number): string {
  if (before.text.length === 0 || before.line === piece.line) return "";
  if (piece.isEntry) return "\n";
  const isAfterList = before.isEntry && endsList(before.line, piece.line, right);
  return isAfterList || beginsParagraph(before.line, piece.line, setting, right) ? "\n\n" : " ";
}
