import { largest } from "../../model/long-lists.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { beginsParagraph, endsEarly, type Setting } from "./paragraphs.ts";
import { cellsBetween, emptyCellsAfter, emptyCellsBefore, rowOf } from "./table-rows.ts";
import { reachOf } from "./text-width.ts";

/** A line's share in a text of the body. */
export interface Entry {
  readonly line: TracedLine;
  readonly text: TracedText;
  /** It begins an entry of a list, a sub-point or a table's row, and stands on a line of its own. */
  readonly isEntry: boolean;
  /** It is written with "- " before it. */
  readonly bullet?: boolean;
  /** It is the next cell of its line's row. */
  readonly cell?: boolean;
}

/** Lines of a part of the body as one text: paragraphs, entries and joined lines as the contract lays them out. */
export function compose(entries: readonly Entry[], setting: Setting): TracedText | null {
  const [first] = entries;
  if (first === undefined) return null;
  const right = rightEdge(entries, setting);
  const parts = entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const text = entry.bullet === true ? ["- ", entry.text] : [entry.text];
    return before === undefined ? text : [separator(before, entry, setting, right), ...text];
  });
  const text = TracedText.concat(first.text.read, parts).trim();
  return text.length === 0 ? null : withOuterCells(text, first, entries.at(-1) ?? first);
}

/** A text that begins or ends with a row of a table keeps that row's empty cells. */
function withOuterCells(text: TracedText, first: Entry, last: Entry): TracedText {
  const [before, after] = [emptyCellsBefore(first), emptyCellsAfter(last)];
  return before + after === "" ? text : TracedText.concat(text.read, [before, text, after]);
}

/** Indented or narrow text has its own right edge, where there is enough of it to see one. */
function rightEdge(entries: readonly Entry[], setting: Setting): number {
  if (entries.length < 4) return setting.right;
  return largest(
    entries.map((entry) => reachOf(entry.line).right),
    setting.right,
  );
}

/** The last entry of a list may end without a stop; it ends early all the same. */
function endsList(entry: TracedLine, line: TracedLine, right: number): boolean {
  return !line.glued && /^[\p{Lu}\d„(]/u.test(line.text.text) && endsEarly(entry, line, right);
}

function separator(before: Entry, entry: Entry, setting: Setting, right: number): string {
  if (before.text.length === 0) return "";
  if (before.line === entry.line) return cellsBetween(before, entry) ?? (entry.cell === true ? "\t" : " ");
  const [rowBefore, row] = [rowOf(before), rowOf(entry)];
  if (rowBefore !== undefined || row !== undefined) {
    const isOneTable = rowBefore !== undefined && row !== undefined && !row.isFirst;
    return `${emptyCellsAfter(before)}${isOneTable ? "\n" : "\n\n"}${emptyCellsBefore(entry)}`;
  }
  if (entry.isEntry) return "\n";
  const isAfterList = before.isEntry && endsList(before.line, entry.line, right);
  return isAfterList || beginsParagraph(before.line, entry.line, setting, right) ? "\n\n" : " ";
}
