import { largest } from "../../model/long-lists.ts";
import { ROW_END } from "../../model/page.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { beginsParagraph, endsEarly, type Setting } from "./paragraphs.ts";
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
  return text.length === 0 ? null : text;
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
  if (before.line === entry.line) return entry.cell === true ? "\t" : " ";
  const [tableBefore, table] = [before.line.source.line.table, entry.line.source.line.table];
  if (tableBefore !== undefined && table?.goesOn === true) return ROW_END;
  if (tableBefore !== undefined || table !== undefined) return "\n\n";
  if (entry.isEntry) return "\n";
  const isAfterList = before.isEntry && endsList(before.line, entry.line, right);
  return isAfterList || beginsParagraph(before.line, entry.line, setting, right) ? "\n\n" : " ";
}
